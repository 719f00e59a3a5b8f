import ArgumentParser
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings

/// Shows one case.
struct CaseShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a case: what is in it, and its notes.")

    @Argument(help: "The case.")
    var matter: String
    @Switch(help: "One object: {id, title, status, analyst, createdAt, changedAt, items, notes}.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let cache = try who.open(in: try Surroundings())
        let id = CaseID(matter)
        guard let row = try cache.caseFile(id) else {
            throw Failure("There is no case \(Output.safe(id.text)); stillwatch case list names them.")
        }
        var items = Listing(columns: ["kind", "id", "analyst", "at"])
        items.rows = try cache.items(of: id).map { item in
            [
                Value(item.thing.kind), .text(item.thing.id), .text(item.analyst),
                json ? Value(item.at) : Value(item.at.text),
            ]
        }
        var notes = Listing(columns: ["at", "analyst", "text"])
        notes.rows = try cache.notes(of: id).map { note in
            [json ? Value(note.at) : Value(note.at.text), .text(note.analyst), .text(note.text)]
        }
        if json {
            printJSON(row.file, items, notes)
        } else {
            printText(row.file, items, notes)
        }
    }

    private func printJSON(_ file: Case, _ items: Listing, _ notes: Listing) {
        let listing = Listing(
            columns: ["id", "title", "status", "analyst", "createdAt", "changedAt"],
            rows: [
                [
                    Value(file.id), .text(file.title), Value(file.status.rawValue), .text(file.analyst),
                    Value(file.createdAt), Value(file.changedAt),
                ]
            ])
        for object in listing.objects {
            Output.print("\(object.dropLast()),\"items\":\(items.array),\"notes\":\(notes.array)}")
        }
    }

    private func printText(_ file: Case, _ items: Listing, _ notes: Listing) {
        Output.print("\(Output.safe(file.id.text))  \(Output.safe(file.title))")
        let by = Output.safe(file.analyst, limit: 60)
        Output.print("\(file.status.rawValue), opened \(file.createdAt.text) by \(by)")
        Output.print("\n" + Count.text(items.rows.count, "item"))
        if !items.rows.isEmpty { for line in items.lines(.table) { Output.print(line) } }
        Output.print("\n" + Count.text(notes.rows.count, "note"))
        for row in notes.rows {
            guard case .text(let at) = row[0], case .text(let analyst) = row[1], case .text(let text) = row[2] else {
                continue
            }
            Output.print("\(Output.safe(at)) \(Output.safe(analyst, limit: 60))")
            for line in SafeText.lines(of: text) { Output.print("  \(line.description)") }
        }
    }
}
