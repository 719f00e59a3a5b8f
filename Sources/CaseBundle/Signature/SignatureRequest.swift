import Foundation

/// How a bundle is to be signed: by which SSH key, through which program.
public struct SignatureRequest: Hashable, Sendable {
    /// The file of the private key, or of the public key of one that an agent holds.
    public var key: String
    /// The program.
    public var program: SSHKeygen
    /// Whether a passphrase may be asked for on the terminal.
    public var mayAsk: Bool

    /// Asks for a signature by a key.
    public init(key: String, program: SSHKeygen, mayAsk: Bool = false) {
        self.key = key
        self.program = program
        self.mayAsk = mayAsk
    }

    /// Signs a file; the armoured signature.
    func sign(_ file: String) throws -> Data {
        let outcome = try program.run(
            ["-Y", "sign", "-n", BagLayout.signatureNamespace, "-f", key], input: file, mayAsk: mayAsk)
        guard outcome.status == 0, outcome.output.starts(with: "-----BEGIN SSH SIGNATURE-----".utf8) else {
            let words = outcome.words.split(separator: "\n").last.map(String.init) ?? "no reason given"
            throw SignatureProblem.refused(key: key, words)
        }
        return outcome.output
    }
}
