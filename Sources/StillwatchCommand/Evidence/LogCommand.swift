import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings

/// The activity log.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Lists the activity log, newest first.",
        discussion: """
            Examples:
              stillwatch log --since 2d
              stillwatch log --actor kim --subject acct-7f3a91c2 --json
            """)

    @Option(help: "Only what this analyst did.")
    var actor: String?
    @Option(help: "Since an age such as 2d, or a time such as 2026-05-21.")
    var since: String?
    @Option(help: "Only what was done to this id.")
    var subject: String?
    @Option(help: "How many lines at most.")
    var limit = 100
    @Switch(help: "One array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        let cache = try who.open(in: try Surroundings())
        let lines = try cache.activity(
            actor: actor.map { UntrustedText($0) }, since: try moment(), subject: subject.map { UntrustedText($0) },
            limit: limit)
        var listing = Listing(columns: ["number", "at", "actor", "action", "subject", "details"])
        listing.rows = lines.map { line in
            [
                Value(line.number), json ? Value(line.at) : Value(line.at.text), .text(line.actor),
                Value(line.action.rawValue), Value(line.subject), Value(line.details),
            ]
        }
        if json {
            Output.print(listing.array)
        } else {
            for line in listing.lines(.table) { Output.print(line) }
        }
    }

    /// The moment that `--since` means: read as the filter language reads `seen<2d` and `seen>2026-05-21`.
    private func moment() throws -> Instant? {
        guard let since else { return nil }
        if let instant = Instant(since) { return instant }
        let units: [Character: Int64] = [
            "m": Instant.minute, "h": Instant.hour, "d": Instant.day, "w": 7 * Instant.day,
        ]
        guard let unit = since.last.flatMap({ units[$0] }), let count = Int64(since.dropLast()), count >= 0,
            count < 100_000
        else {
            throw ValidationError("--since is an age such as 30m, 12h or 2d, or a time such as 2026-05-21T06:00Z.")
        }
        return Surroundings.clock() - count * unit
    }
}
