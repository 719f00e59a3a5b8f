import ArgumentParser
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation

/// Records what became of accounts, as `:outcome` does in the console.
struct OutcomeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Records what became of accounts; all of them or none.",
        discussion: """
            The outcomes: \(OutcomeWord.allValueStrings.joined(separator: ", ")).
            Of a cluster, every account is meant. An account of which it is the latest already is left as it is.
            none takes back what you recorded; history keeps both.

            Examples:
              stillwatch outcome acct-7f3a91c2 --as banned --note 'shared payment, C-003'
              stillwatch outcome C-003 --as limited
              stillwatch outcome acct-7f3a91c2 --as none
            """)

    @Argument(help: "Ids of accounts or clusters.")
    var ids: [String]
    @Option(name: .customLong("as"), help: "What became of them.")
    var word: OutcomeWord
    @Option(help: "Why, in your own words.")
    var note: String?
    @Switch(help: "The events that were written, as an array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        if ids.isEmpty { throw ValidationError("Name at least one account or cluster.") }
        if word.kind == nil, note != nil { throw ValidationError("--note goes with an outcome, not with none.") }
    }

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        let analyst = who.analyst(in: surroundings)
        let subjects = try ThingFinder(cache: cache, analyst: analyst).subjects(named: ids)
        var seen: Set<AccountID> = []
        let accounts = try subjects.flatMap { subject in
            switch subject {
            case .account(let id): [id]
            case .cluster(let id): try cache.accounts(of: id)
            }
        }.filter { seen.insert($0).inserted }
        let now = Surroundings.clock()
        let events = try cache.outcomes(
            recording: word.kind, of: accounts, by: analyst, at: now, note: note.map { UntrustedText($0) }
        ) { UUID().uuidString.lowercased() }
        try cache.record(events, at: now)
        report(events, of: accounts)
    }

    private func report(_ events: [Outcome], of accounts: [AccountID]) {
        if json {
            var listing = Listing(columns: ["id", "account", "what", "analyst", "at", "note", "takes_back"])
            listing.rows = events.map { event in
                [
                    Value(event.id), .text(event.account.text), Value(event.what.rawValue), .text(event.analyst),
                    Value(event.at), event.note.map { .text($0) } ?? .none, event.takesBack.map { Value($0) } ?? .none,
                ]
            }
            Output.print(listing.array)
            return
        }
        for event in events {
            let what = event.takesBack == nil ? event.what.rawValue : "\(event.what.rawValue) taken back"
            Output.print("\(Output.safe(event.account.text)): \(what)")
        }
        let left = accounts.count - Set(events.map(\.account)).count
        guard left > 0 else { return }
        let why = word.kind.map { "\($0.rawValue) already" } ?? "no outcome of yours"
        Output.print("\(left) of \(accounts.count) left as they were: \(why)")
    }
}

/// An outcome as it is written on the command line.
struct OutcomeWord: ExpressibleByArgument {
    /// The outcome; `nil` takes back.
    let kind: Outcome.Kind?

    init?(argument: String) {
        kind = Outcome.Kind(rawValue: argument)
        if kind == nil, argument != "none" { return nil }
    }

    static var allValueStrings: [String] { Outcome.Kind.allCases.map(\.rawValue) + ["none"] }
}
