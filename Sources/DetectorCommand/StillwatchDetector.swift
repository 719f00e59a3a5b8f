import ArgumentParser
import Foundation

/// The program: reads logs, scores them, and serves what it finds.
@main
struct StillwatchDetector: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stillwatch-detector",
        abstract:
            "Reads request logs, computes signals, scores accounts and serves the feed that evidence caches sync from.",
        discussion: """
            From a log to a feed:
              stillwatch-detector ingest --state state log.jsonl.gz
              stillwatch-detector score --state state
              stillwatch-detector token new --state state --name ana > ana.token
              stillwatch-detector serve --state state --listen 127.0.0.1:8080

            Exit codes: 0 done, 1 refused or failed, 2 wrong usage or unreadable input.
            STILLWATCH_STATE stands for --state.
            """,
        version: "0.1.0",
        subcommands: [
            IngestCommand.self, ScoreCommand.self, ServeCommand.self, TokenCommand.self, SimulateCommand.self,
            EvaluateCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// The one place that turns an error into a message and an exit code.
    private static func end(with error: any Error) -> Never {
        if let failure = Failure(error) {
            Output.say("stillwatch-detector: \(failure.sentence)")
            Foundation.exit(failure.code)
        }
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code.isSuccess {
            if !message.isEmpty { Output.print(message) }
            Foundation.exit(0)
        }
        if !message.isEmpty { Output.say(message) }
        Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
