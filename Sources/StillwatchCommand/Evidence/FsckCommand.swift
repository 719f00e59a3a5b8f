import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings

/// The integrity of the cache.
struct FsckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fsck", abstract: "Checks the cache: file, references, hashes, counts and the activity chain.",
        discussion: """
            Exit code 0 if nothing is wrong, 1 otherwise. The digest is over everything that came from the feed, so that
            two caches compare.

            Example:
              stillwatch fsck --json
            """)

    @Switch(help: "One object: {ok, cursor, counts, digest, problems}.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let report = try who.open(in: try Surroundings()).checkIntegrity()
        if json {
            try Output.print(json: report)
        } else {
            for (kind, count) in report.counts.sorted(by: { $0.key < $1.key }) {
                Output.print("\(kind): \(Count.text(count))")
            }
            Output.print("digest: \(report.digest)")
            for problem in report.problems {
                Output.print("\(problem.check): \(Output.safe(UntrustedText(problem.message))) \(problem.remedy)")
            }
            Output.print(report.ok ? "ok" : Count.text(report.problems.count, "problem"))
        }
        if !report.ok { throw ExitCode(1) }
    }
}
