import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation

/// How far analysts agree.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "How far analysts agree on what several of them labelled.",
        discussion: """
            α is Krippendorff's, κ Cohen's (the mean of pairs), AC1 Gwet's over the seven labels, raw the share of pairs of
            labels that are the same. low and high hold 95 of 100 samples of the subjects. The log says that you looked.

            Examples:
              stillwatch agreement
              stillwatch agreement --by pair
              stillwatch agreement --by guideline --json
            """)

    /// What is told apart.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case label, pair, guideline
    }

    @Option(help: "By label, pair (of analysts) or guideline; else all together.")
    var by: Part?
    @Switch(help: "One array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        var viewer = who.viewer(in: surroundings)
        viewer.sight = .all(try cache.revealLabels(of: nil, by: viewer.analyst, at: viewer.now))
        let ratings = try cache.ratings(for: viewer)
        let all = Agreement(ratings)
        let listing: Listing
        switch by {
        case nil: listing = Listing(figures: [("all", all)])
        case .label: listing = Listing(labels: all)
        case .pair: listing = Listing(pairs: all)
        case .guideline:
            let parts = Dictionary(grouping: ratings, by: \.guideline).sorted { $0.key < $1.key }
            listing = Listing(figures: parts.map { ($0.key, Agreement($0.value)) })
        }
        if json { return Output.print(listing.array) }
        for line in listing.lines(.table) { Output.print(line) }
        Output.say(
            "\(Count.text(all.shared, of: all.subjects)) subjects bear two labels or more; "
                + "\(Count.text(all.disputed)) of them are disputed")
    }
}

extension Listing {
    /// The figures of each part.
    fileprivate init(figures parts: [(String, Agreement)]) {
        self.init(columns: ["part", "figure", "value", "low", "high", "subjects", "disputed"])
        rows = parts.flatMap { name, agreement in
            let figures: [(String, Agreement.Figure?)] = [
                ("alpha", agreement.alpha), ("kappa", agreement.kappa.map { Agreement.Figure(value: $0) }),
                ("ac1", agreement.ac1), ("raw", agreement.raw),
            ]
            return figures.map { word, figure -> [Value] in
                [
                    Value(name), Value(word), Value(figure?.value), Value(figure?.interval?.lowerBound),
                    Value(figure?.interval?.upperBound), Value(agreement.shared), Value(agreement.disputed),
                ]
            }
        }
    }

    fileprivate init(labels agreement: Agreement) {
        self.init(columns: ["label", "prevalence", "subjects", "unanimous"])
        rows = agreement.labels.map { share in
            [Value(share.label.rawValue), Value(share.prevalence), Value(share.subjects), Value(share.unanimous)]
        }
    }

    fileprivate init(pairs agreement: Agreement) {
        self.init(columns: ["one", "other", "subjects", "same", "raw", "kappa"])
        rows = agreement.pairs.map { pair in
            [
                .text(pair.one), .text(pair.other), Value(pair.subjects), Value(pair.same), Value(pair.raw),
                Value(pair.kappa),
            ]
        }
    }
}
