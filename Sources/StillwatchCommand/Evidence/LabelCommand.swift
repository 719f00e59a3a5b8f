import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Settings

/// Labels subjects, as the digits do in the console.
struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Labels accounts or clusters; all of them or none.",
        discussion: """
            The labels: \(Label.allCases.map(\.rawValue).joined(separator: ", ")).

            Examples:
              stillwatch label acct-7f3a91c2 --as relay --reason shared_payment --confidence 3
              stillwatch label C-003 --as distillation --note 'one injected span in 412 accounts'
            """)

    @Argument(help: "Ids of accounts or clusters.")
    var ids: [String]
    @Option(name: .customLong("as"), help: "The label.")
    var label: LabelWord
    @Option(help: "1 suspected, 2 likely, 3 high.")
    var confidence = 2
    @Option(help: "A code of a reason; may be repeated.")
    var reason: [String] = []
    @Option(help: "In your own words.")
    var note: String?
    @Switch(help: "The events that were written, as an array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard Confidence(rawValue: confidence) != nil else {
            throw ValidationError("--confidence is 1 (suspected), 2 (likely) or 3 (high).")
        }
    }

    func run() async throws {
        let writer = try LabelWriter(who)
        let events = try writer.write(ids) { event in
            event.label = label.label
            event.confidence = Confidence(rawValue: confidence) ?? .likely
            event.reasons = reason
            event.note = note.map { UntrustedText($0) }
        }
        try LabelWriter.report(events, asJSON: json)
    }
}

/// Takes labels back, as `!` does in the console.
struct UnlabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlabel", abstract: "Takes your labels of accounts or clusters back; history keeps them.",
        discussion: """
            Example:
              stillwatch unlabel acct-7f3a91c2
            """)

    @Argument(help: "Ids of accounts or clusters.")
    var ids: [String]
    @Switch(help: "The events that were written, as an array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let events = try LabelWriter(who).write(ids) { $0.label = nil }
        try LabelWriter.report(events, asJSON: json)
    }
}

/// A label as it is written on the command line.
struct LabelWord: ExpressibleByArgument {
    let label: Label

    init?(argument: String) {
        guard let label = Label(rawValue: argument) else { return nil }
        self.label = label
    }

    static var allValueStrings: [String] { Label.allCases.map(\.rawValue) }
}
