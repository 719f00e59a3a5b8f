import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("V9, the signature")
struct SignatureTests {
    @Test func `a good signature without a list is an unverified signer`() throws {
        let workshop = try Workshop()
        let verification = try workshop.verify(try workshop.bag())
        #expect(verification.isValid)
        #expect(verification.bag.signer?.fingerprint.verbatim.hasPrefix("SHA256:") == true)
        #expect(verification.bag.signer?.principal == nil)
    }

    @Test func `an unsigned bag is refused unless it is allowed`() throws {
        let workshop = try Workshop()
        var writer = workshop.writer
        writer.signature = nil
        let bag = try workshop.bag(by: writer)
        #expect(try workshop.verify(bag).rules == [.v9])
        #expect(try workshop.verify(bag) { $0.allowsUnsigned = true }.isValid)
        #expect(
            try workshop.verify(bag) {
                $0.program = nil; $0.allowsUnsigned = true
            }.isValid)
    }

    @Test func `a bad signature is refused even where none would be allowed`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try bag.edit("tagmanifest-sha256.txt") { $0 + "\n" }
        #expect(try workshop.verify(bag) { $0.allowsUnsigned = true }.rules.contains(.v9))
    }

    @Test func `a signature for another purpose is refused`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        let other = try workshop.program.run(
            ["-Y", "sign", "-n", "file", "-f", workshop.key], input: bag.path + "/tagmanifest-sha256.txt")
        try other.output.write(to: URL(fileURLWithPath: bag.path + "/signatures/tagmanifest-sha256.txt.sig"))
        #expect(try workshop.verify(bag).rules == [.v9])
    }

    @Test func `a signer who is not listed is refused`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try workshop.makeKey("stranger")
        try bag.sign(by: "stranger")
        #expect(try workshop.verify(bag).isValid)
        #expect(try workshop.verify(bag) { $0.allowedSigners = workshop.signers }.rules == [.v9])
    }

    @Test func `without ssh-keygen nothing is called valid`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        #expect(throws: SignatureProblem.sshKeygenMissing) { try workshop.verify(bag) { $0.program = nil } }
        #expect(throws: SignatureProblem.sshKeygenMissing) {
            try workshop.verify(bag) { $0.program = SSHKeygen(path: "/no/such/ssh-keygen") }
        }
        #expect(throws: SignatureProblem.sshKeygenMissing) { try SSHKeygen.find(in: "/no/such:/nor/this") }
    }

    @Test func `a list of signers that cannot be read is no answer`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        #expect(throws: SignatureProblem.noSigners(path: "/no/such/list")) {
            try workshop.verify(bag) { $0.allowedSigners = "/no/such/list" }
        }
    }

    @Test func `a key with a passphrase fails at once where nobody can be asked`() throws {
        let workshop = try Workshop()
        let key = workshop.directory + "/locked"
        let made = try workshop.program.run(["-q", "-t", "ed25519", "-N", "secret", "-f", key], input: "/dev/null")
        #expect(made.status == 0)
        var writer = workshop.writer
        writer.signature?.key = key
        #expect(throws: SignatureProblem.self) { try writer.write(SampleCase.contents(), at: SampleCase.now) }
    }
}
