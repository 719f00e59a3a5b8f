import ArgumentParser
import Console
import Evidence
import HostileText
import Invocation
import Settings
import TextUI

/// The keymap.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Prints the keys of the console as Markdown, as config.toml has them.",
        discussion: """
            Example:
              stillwatch keys > keys.md
            """)

    @Switch(help: "An array of objects.")
    var json = false

    func run() async throws {
        let table = try KeyTable.standard.remapped(by: try Surroundings().configuration)
        if json {
            let listing = Listing(
                columns: ["action", "keys", "help", "screens"],
                rows: table.rows.map { row in
                    [
                        Value(row.action.rawValue), .list(row.chords.map(\.text)), Value(row.help),
                        .list(row.places.map(\.rawValue).sorted()),
                    ]
                })
            Output.print(listing.array)
        } else {
            for line in table.markdown { Output.print(line) }
        }
    }
}
