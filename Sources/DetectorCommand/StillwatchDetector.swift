import ArgumentParser
import Foundation
import Invocation

/// The program: reads logs, scores them, and serves what it finds.
@main
struct StillwatchDetector: Program {
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
            EvaluateCommand.self, LearnCommand.self,
        ])

    static func main() async { await start() }
}
