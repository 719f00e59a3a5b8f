import Foundation
import HostileText

extension Inspection {
    /// The SSH signature of the tag manifest: V9.
    mutating func checkSignature(by verifier: BundleVerifier) throws {
        let path = BagLayout.signature
        guard tree.files[path] != nil else {
            if !verifier.allowsUnsigned { note(.v9, path, "The bag is not signed.") }
            return
        }
        guard tree.files[BagLayout.signed] != nil else {
            note(.v9, path, "What it signs, \(SafeText(ours: BagLayout.signed)), is missing.")
            return
        }
        guard let program = verifier.program else { throw SignatureProblem.sshKeygenMissing }
        // Copies of the bytes, so that what is checked cannot change or be a link.
        let copy = try ScratchCopy(
            signature: try tree.data(of: path, limit: 1 << 20), signed: try tree.data(of: BagLayout.signed))
        defer { copy.remove() }
        let plain = try program.run(
            ["-Y", "check-novalidate", "-n", BagLayout.signatureNamespace, "-s", copy.signature], input: copy.signed)
        guard plain.status == 0, let fingerprint = fingerprint(in: plain.output) else {
            note(
                .v9, path,
                "It is no good signature of \(SafeText(ours: BagLayout.signed)) for \(SafeText(ours: BagLayout.signatureNamespace))."
            )
            return
        }
        var signer = Verification.Signer(fingerprint: UntrustedText(fingerprint), principal: nil)
        if let signers = verifier.allowedSigners {
            signer.principal = try principal(allowedBy: signers, copy, program).map { UntrustedText($0) }
            if signer.principal == nil {
                note(.v9, path, "The key \(SafeText.quoted(fingerprint)) is not one of the allowed signers.")
            }
        }
        summary.signer = signer
    }

    /// The name under which a list allows the signer.
    private func principal(allowedBy signers: String, _ copy: ScratchCopy, _ program: SSHKeygen) throws -> String? {
        guard access(signers, R_OK) == 0 else { throw SignatureProblem.noSigners(path: signers) }
        let found = try program.run(["-Y", "find-principals", "-s", copy.signature, "-f", signers], input: copy.signed)
        guard found.status == 0 else { return nil }
        let names = String(decoding: found.output, as: UTF8.self).split { $0 == "\n" || $0 == "," }
        for name in names {
            let verified = try program.run(
                [
                    "-Y", "verify", "-n", BagLayout.signatureNamespace, "-s", copy.signature, "-f", signers,
                    "-I", String(name),
                ], input: copy.signed)
            if verified.status == 0 { return String(name) }
        }
        return nil
    }

    private func fingerprint(in output: Data) -> String? {
        String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).last { $0.hasPrefix("SHA256:") }
            .map(String.init)
    }
}

/// Copies of a signature and of what it signs, in a directory of their own.
private struct ScratchCopy {
    let directory: String
    var signature: String { directory + "/signature" }
    var signed: String { directory + "/signed" }

    init(signature: Data, signed: Data) throws {
        var template = Array((NSTemporaryDirectory() + "/stillwatch-verify-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw UnreadableBag.cannotRead(path: NSTemporaryDirectory(), reason: String(cString: strerror(errno)))
        }
        directory = template.withUnsafeBufferPointer { String(cString: $0.baseAddress ?? UnsafePointer(strdup(""))) }
        try FileTree.write(signature, to: self.signature)
        try FileTree.write(signed, to: self.signed)
    }

    func remove() { FileTree.remove(directory) }
}
