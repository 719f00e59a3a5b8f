import ArgumentParser
import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Invocation
import Settings
import Sync

/// Pulls the feed and pushes the outbox.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Brings the cache up to a detector's feed, and sends what was decided here.",
        discussion: """
            Ends with one line, `synced N records, cursor C, in S s`. A signal stops it cleanly at the end of a page.

            Examples:
              stillwatch sync --detector https://detector.example:8443 --token-file token
              stillwatch sync --detector https://detector.example:8443 --token-file token --ca ca.pem --follow
            """)

    @Option(help: "The detector's address; else that of config.toml.")
    var detector: String?
    @Option(help: "A file that holds the token; else that of config.toml.")
    var tokenFile: String?
    @Option(help: "A PEM file of certificate authorities to trust instead of the system's.")
    var ca: String?
    @Switch(help: "Goes on until it is stopped.")
    var follow = false
    @Switch(help: "Takes plain HTTP to another machine, over which the token travels in the clear.")
    var insecureHttp = false
    @Switch(help: "What was done as one object.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        guard let address = detector ?? surroundings.configuration.detector else {
            throw ValidationError("Name the detector with --detector URL, or in config.toml.")
        }
        let place = try DetectorAddress(address, certificates: ca, allowsPlainHTTP: insecureHttp)
        let token = try token(in: surroundings)
        let cache = try who.openOrMake(in: surroundings)
        // Last of what can fail: a client that nobody shuts down ends the program.
        let client = try FeedClient(place, token: token)
        giveWay()
        let options = SyncOptions(analyst: who.analyst(in: surroundings), now: Surroundings.clock)
        let work = SyncWork(synchroniser: Synchroniser(cache: cache, source: client, options: options), follow: follow)
        let outcome = await work.run()
        try await client.shutdown()
        try report(try outcome.get())
    }

    /// Lets the consoles on this machine go first: a sync can wait, an analyst who presses a key cannot.
    private func giveWay() {
        // Where the system refuses it, the sync is as fast and as rude as before.
        _ = nice(10)
    }

    private func token(in surroundings: Surroundings) throws -> String {
        guard let path = tokenFile ?? surroundings.configuration.tokenFile else {
            throw ValidationError("Name the file that holds the token with --token-file FILE, or in config.toml.")
        }
        let file = NSString(string: path).expandingTildeInPath
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("The token file \(path) cannot be read.", code: 2)
        }
        let token = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Failure("The file \(path) holds no token: one line of printable characters.", code: 2)
        }
        return token
    }

    private func report(_ summary: SyncSummary) throws {
        if summary.withheld > 0 {
            Output.say("\(Count.text(summary.withheld, "record")) withheld by the detector: history is truncated")
        }
        if summary.sent + summary.refused > 0 {
            Output.say("sent \(Count.text(summary.sent, "event")), refused \(Count.text(summary.refused))")
        }
        if let problem = summary.outboxProblem { Output.say("the outbox waits: \(problem.sentence)") }
        if summary.wasStopped { Output.say("stopped") }
        let seconds = Count.decimal(Double(summary.milliseconds) / 1_000, 1)
        let cursor = summary.cursor?.text ?? "none"
        if json {
            let listing = Listing(
                columns: ["records", "applied", "sent", "refused", "cursor", "milliseconds", "stopped"],
                rows: [
                    [
                        Value(summary.records), Value(summary.applied), Value(summary.sent), Value(summary.refused),
                        summary.cursor.map { Value($0.text) } ?? .none, .integer(summary.milliseconds),
                        .flag(summary.wasStopped),
                    ]
                ])
            for line in listing.objects { Output.print(line) }
        } else {
            let safe = Output.safe(UntrustedText(cursor), limit: 200)
            Output.print("synced \(summary.records) records, cursor \(safe), in \(seconds) s")
        }
    }
}
