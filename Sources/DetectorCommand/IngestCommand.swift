import ArgumentParser
import DetectorEngine
import DetectorService
import Evidence
import Invocation
import LogFormats

/// `stillwatch-detector ingest`
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read logs into the state.",
        discussion: """
            Formats and gzip are recognised by content. A record that cannot be read goes to DIR/quarantine with file, line and
            reason, and the rest goes in. The same record twice changes nothing. Run `score` afterwards: the feed shows what
            a score has seen.

              stillwatch-detector ingest --state state gateway.jsonl.gz
              zcat spend-logs.json.gz | stillwatch-detector ingest --state state --format litellm --zone +02:00 -
            """)

    @OptionGroup var state: StateOptions
    @OptionGroup var log: LogArguments

    @Option(help: ArgumentHelp("auto, jsonl, litellm or otlp.", valueName: "format"))
    var format = LogFormat.auto

    @ArgumentParser.Flag(help: "Print the counts as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("Log files; - is standard input.", valueName: "file"))
    var files: [String]

    func run() async throws {
        let engine = try state.open(mayCreate: true, keepsAddresses: log.keepAddresses)
        let lock = try await WriterLock.take(in: engine.directory, for: "ingest")
        defer { withExtendedLifetime(lock) {} }
        let reader = LogReader(format: format, options: try log.options)
        let intake = LogIntake(into: engine, quarantine: engine.directory)
        let progress = Progress(of: "exchanges")
        var total = IngestSummary()
        do {
            for file in files {
                let before = total.read
                let summary = try await intake.take(LogSource(argument: file), reader: reader) {
                    progress.show(before + $0.read)
                }
                total.add(summary)
            }
        } catch {
            progress.end()
            if total.read > 0 { try report(total, seconds: progress.seconds) }
            throw error
        }
        progress.end()
        try report(total, seconds: progress.seconds)
    }

    private func report(_ total: IngestSummary, seconds: Double) throws {
        if json { return try Output.print(json: total) }
        Output.print(
            "read \(total.read), new \(total.new), known \(total.known), quarantined \(total.quarantined)"
                + (total.releases > 0 ? ", releases \(total.releases)" : "") + " in \(Count.decimal(seconds, 1)) s")
        for first in total.firstRefusals { Output.say(Output.safe(first)) }
        for (field, count) in total.unusableFields.sorted(by: { $0.key < $1.key }) {
            Output.say("The field \(field) had a value that cannot be used in \(count) exchanges: not available there.")
        }
        for path in total.quarantineFiles {
            Output.say("Records that could not be taken are in \(path), each with its reason.")
        }
    }
}
