import ArgumentParser
import Detection
import DetectorEngine
import Evidence
import HostileText
import Invocation

/// `stillwatch-detector score`
struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Compute signals, scores, clusters and flags, and put what changed into the feed.",
        discussion: """
            Exchanges count up to the newest one in the log, or up to --as-of.

              stillwatch-detector score --state state
              stillwatch-detector score --state state --as-of 2026-05-21T00:00:00Z --json
            """)

    @OptionGroup var state: StateOptions
    @OptionGroup var allow: AllowArguments

    @Option(help: ArgumentHelp("A time such as 2026-05-21T00:00:00Z; later exchanges do not count.", valueName: "time"))
    var asOf: InstantArgument?

    @ArgumentParser.Flag(help: "Print what changed as JSON.")
    var json = false

    func run() async throws {
        let engine = try state.open(mayCreate: false)
        let lock = try await WriterLock.take(in: engine.directory, for: "score")
        let allowed = allow.source(in: engine.directory)
        _ = try allowed()
        let detection = ModelledDetection(ModelShelf(in: engine.directory), allowed: allowed)
        var report = try await engine.score(asOf: asOf?.instant, holding: lock, by: detection.findings)
        report.drift = detection.drift
        if json { return try Output.print(json: report) }
        Output.print(
            "as of \(report.asOf.text), \(Count.text(report.exchanges)) exchanges, model \(report.modelVersion)")
        let rows = report.changes.map { change in
            [change.kind] + [change.total, change.new, change.changed, change.ended].map { Count.text($0) }
        }
        Output.print(Output.table([["", "now", "new", "changed", "ended"]] + rows))
        for note in report.notes { Output.say("note: " + Output.safe(UntrustedText(note))) }
    }
}

/// A time on the command line.
struct InstantArgument: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(argument) else { return nil }
        self.instant = instant
    }
}
