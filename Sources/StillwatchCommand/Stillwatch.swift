import ArgumentParser
import CMalloc
import Evidence
import EvidenceCache
import Foundation
import Invocation
import Settings
import TextUI

/// The program: the console, and every action of it as a subcommand.
@main
struct Stillwatch: Program {
    static let configuration = CommandConfiguration(
        commandName: "stillwatch",
        abstract:
            "Investigates distillation attacks over a local evidence cache. Without a subcommand it opens the console.",
        discussion: """
            A first look:
              stillwatch sync --detector https://detector.example:8443 --token-file token
              stillwatch
              stillwatch --open 'view:account id:acct-7f3a91c2'
              stillwatch query 'score>0.8 target:reward_grading label:none'
              stillwatch screen queue --size 160x48
              stillwatch label acct-7f3a91c2 --as relay --confidence 2

            Exit codes: 0 done, 1 refused or failed, 2 wrong usage or unreadable input.
            STILLWATCH_CACHE stands for --cache, STILLWATCH_ANALYST for --analyst; both stand above config.toml.
            STILLWATCH_TRACE names a file for one line a turn of the console's loop.
            """,
        version: ProgramVersion.number,
        subcommands: [
            SyncCommand.self, ScreenCommand.self, QueryCommand.self, SQLCommand.self, LabelCommand.self,
            UnlabelCommand.self, LabelsCommand.self, AgreementCommand.self, OutcomeCommand.self, CaseCommand.self,
            VerifyCommand.self, LogCommand.self, FsckCommand.self, DoctorCommand.self, KeysCommand.self,
        ])

    @OptionGroup var who: CacheArguments
    @OptionGroup var look: LookArguments
    @Switch(help: "Listens to the mouse; then the terminal's own selection needs Shift.")
    var mouse = false

    func run() async throws {
        use_one_heap()
        try await ConsoleSession(
            surroundings: Surroundings(), arguments: who, look: look, mouse: mouse
        ).run()
    }

    static func main() async { await start() }
}

/// What this program calls itself.
enum ProgramVersion {
    static let number = "0.1.0"
    static let tool = "stillwatch \(number)"
    /// The version of the labelling guideline that decisions are made under.
    static let guideline = "1"
}
