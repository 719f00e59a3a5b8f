import ArgumentParser
import Evidence
import Settings

/// Cases.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Opens, fills, lists, closes and exports cases.",
        discussion: """
            Examples:
              stillwatch case new 'One injected span in 412 accounts'
              stillwatch case add case-1 C-003 acct-7f3a91c2
              stillwatch case export case-1 --out bundles --sign-key ~/.ssh/id_ed25519
            """,
        subcommands: [
            CaseNewCommand.self, CaseAddCommand.self, CaseNoteCommand.self, CaseListCommand.self,
            CaseShowCommand.self, CaseRemoveCommand.self, CaseCloseCommand.self, CaseExportCommand.self,
        ])
}
