import ArgumentParser
import Evidence
import EvidenceCache
import Invocation
import Settings

/// Lists the cases.
struct CaseListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the cases, the last changed first.")

    @Switch(help: "An array of objects.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        var listing = Listing(columns: ["id", "title", "status", "analyst", "createdAt", "changedAt", "items", "notes"])
        listing.rows = try who.open(in: try Surroundings()).cases().map { row in
            let file = row.file
            return [
                Value(file.id), .text(file.title), Value(file.status.rawValue), .text(file.analyst),
                json ? Value(file.createdAt) : Value(file.createdAt.dateText),
                json ? Value(file.changedAt) : Value(file.changedAt.dateText), Value(row.items), Value(row.notes),
            ]
        }
        if json {
            Output.print(listing.array)
        } else {
            for line in listing.lines(.table) { Output.print(line) }
        }
    }
}
