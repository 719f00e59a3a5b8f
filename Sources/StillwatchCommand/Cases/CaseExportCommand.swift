import ArgumentParser
import CaseBundle
import Console
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation
import Settings

/// Writes a case as a bundle.
struct CaseExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a case as a BagIt bundle, and prints its path and nothing else.",
        discussion: """
            Examples:
              stillwatch case export case-1 --out bundles --sign-key ~/.ssh/id_ed25519
              stillwatch case export case-1 --out bundles --redact none --reason 'court order 17/26'
            """)

    @Argument(help: "The case.")
    var matter: String
    @Option(help: "The directory below which the bag is written.")
    var out: String
    @Option(help: "An SSH key that signs the bag; without one it stays unsigned.")
    var signKey: String?
    @Option(help: "What is taken out: standard, or none for a reason.")
    var redact = "standard"
    @Option(help: "Why nothing is taken out.")
    var reason: String?
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let redaction = try RedactionPolicy(word: redact, reason: reason)
        var signature: SignatureRequest?
        if let signKey {
            let program = try SSHKeygen.find(in: surroundings.variable("PATH") ?? "/usr/bin:/bin")
            signature = SignatureRequest(
                key: NSString(string: signKey).expandingTildeInPath, program: program,
                mayAsk: isatty(STDIN_FILENO) == 1)
        }
        let export = CaseExport(
            directory: NSString(string: out).expandingTildeInPath, redaction: redaction, signature: signature,
            tool: ProgramVersion.tool)
        let cache = try who.open(in: surroundings)
        let written = try export.run(CaseID(matter), in: cache, for: who.viewer(in: surroundings))
        Output.print(written.path)
        Output.say(
            "\(Count.text(written.files, "file")), \(Count.bytes(written.bytes)), "
                + "\(Count.text(written.redacted, "place")) redacted, \(signature == nil ? "not signed" : "signed")")
    }
}
