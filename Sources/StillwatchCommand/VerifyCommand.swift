import ArgumentParser
import CaseBundle
import Foundation
import HostileText
import Invocation
import Settings

/// Checks a case bundle.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks a case bundle: BagIt, hashes, references, the audit chain, the signature.",
        discussion: """
            Exit code 0 if it is valid, 1 if it is not, with every problem listed, 2 if it cannot be read.

            Examples:
              stillwatch verify case-2026-001
              stillwatch verify case-2026-001 --allowed-signers signers --json
            """)

    @Argument(help: "The bag: the directory that holds bagit.txt.")
    var bag: String
    @Option(help: "A file of allowed signers, as ssh-keygen reads it.")
    var allowedSigners: String?
    @Switch(help: "A bag without a signature can be valid too.")
    var allowUnsigned = false
    @Switch(help: "One object: {valid, problems, bag}.")
    var json = false

    func run() async throws {
        let surroundings = try Surroundings()
        // Without ssh-keygen everything else still works; what needs it says so.
        let program = try? SSHKeygen.find(in: surroundings.variable("PATH") ?? "/usr/bin:/bin")
        let verifier = BundleVerifier(program: program, allowedSigners: allowedSigners, allowsUnsigned: allowUnsigned)
        let verification = try verifier.verify(bag)
        if json {
            try Output.print(json: verification)
        } else {
            for line in verification.lines { Output.print(line.description) }
        }
        if !verification.isValid { throw ExitCode(1) }
    }
}
