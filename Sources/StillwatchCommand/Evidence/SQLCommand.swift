import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings
import TextUI

/// Read-only SQL on the documented views.
struct SQLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Answers a SELECT on the documented tables of the cache.",
        discussion: """
            The tables are account, exchange, conversation, flag, signal, cluster, membership, edge and labelEvent; times
            are milliseconds since 1970 in UTC. Nothing can be changed, and labelEvent holds your own labels only.

            Examples:
              stillwatch sql 'SELECT pathway, count(*) FROM account WHERE flagged GROUP BY pathway'
              stillwatch sql 'SELECT subject, score FROM flag ORDER BY score DESC LIMIT 10' --json
            """)

    @Argument(help: "One SELECT.")
    var statement: String
    @Option(help: "How: table, csv or jsonl.")
    var format = ListingFormat.table
    @Option(help: "How many rows at most.")
    var limit = 10_000
    @Option(help: "How many seconds at most.")
    var seconds = 30
    @Switch(help: "One array of objects.")
    var json = false
    @Switch(help: "Leaves CSV cells that look like formulas as they are.")
    var raw = false
    @OptionGroup var who: CacheArguments

    func validate() throws {
        guard limit > 0, seconds > 0 else { throw ValidationError("--limit and --seconds are at least 1.") }
    }

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        let result = try cache.answer(
            sql: statement, for: who.viewer(in: surroundings), rowLimit: limit, timeLimit: seconds * 1_000)
        let rows = result.rows.map { row in row.columns.map { Value($0.value) } }
        let listing = Listing(columns: result.names, rows: rows)
        if json {
            Output.print(listing.array)
        } else {
            for line in listing.lines(format, isRaw: raw) { Output.print(line) }
        }
        if result.isTruncated { Output.say("\(Count.text(rows.count)) rows of more; raise --limit for the rest") }
    }
}

extension Value {
    /// A value that SQLite returned; bytes as hexadecimal digits.
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .none
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .blob(let bytes):
            self.init(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
    }
}
