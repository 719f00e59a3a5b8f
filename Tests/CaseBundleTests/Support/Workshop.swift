import Foundation
import HostileText

@testable import CaseBundle

/// A directory of its own with a signing key, in which bags are written and spoilt; gone when the test is over.
final class Workshop {
    let directory: String
    let program: SSHKeygen
    var key: String { directory + "/key" }
    var signers: String { directory + "/allowed_signers" }

    init() throws {
        directory = NSTemporaryDirectory() + "/case-bundle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        program = try SSHKeygen.find(in: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
        try makeKey("key")
        let key = try String(contentsOfFile: directory + "/key.pub", encoding: .utf8)
        try Data("alice namespaces=\"stillwatch-case\" \(key)".utf8).write(to: URL(fileURLWithPath: signers))
    }

    deinit { FileTree.remove(directory) }

    func makeKey(_ name: String) throws {
        let made = try program.run(
            ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", directory + "/" + name], input: "/dev/null")
        guard made.status == 0 else { throw SignatureProblem.refused(key: name, made.words) }
    }

    var writer: BundleWriter {
        BundleWriter(
            directory: directory, analyst: UntrustedText("alice"), redactionKey: Array(repeating: 7, count: 32),
            signature: SignatureRequest(key: key, program: program))
    }

    /// Writes the sample case, or other contents, and names its bag.
    func bag(_ contents: BundleContents = SampleCase.contents(), by writer: BundleWriter? = nil) throws -> SpoiltBag {
        let written = try (writer ?? self.writer).write(contents, at: SampleCase.now)
        return SpoiltBag(path: written.path, workshop: self)
    }

    func verify(_ bag: SpoiltBag, _ change: (inout BundleVerifier) -> Void = { _ in }) throws -> Verification {
        var verifier = BundleVerifier(program: program)
        change(&verifier)
        return try verifier.verify(bag.path)
    }
}

/// A bag that a test spoils; ``seal()`` makes everything right again that only says what else is there.
struct SpoiltBag {
    let path: String
    let workshop: Workshop

    func read(_ file: String) throws -> String {
        try String(contentsOfFile: path + "/" + file, encoding: .utf8)
    }

    func write(_ file: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func edit(_ file: String, _ change: (String) -> String) throws {
        try write(file, change(try read(file)))
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    func flipByte(of file: String) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        var data = try Data(contentsOf: url)
        data[data.count / 2] ^= 1
        try data.write(to: url)
    }

    /// Writes manifests, Payload-Oxum, tag manifests and signature anew, as somebody who forges with a key would.
    func seal(payload: Bool = true, tags: Bool = true) throws {
        if payload {
            let tree = try BagTree(at: path)
            for algorithm in ManifestAlgorithm.allCases where tree.files[algorithm.manifest] != nil {
                var manifest = Manifest()
                for file in tree.payload { manifest.digests[file] = try tree.digests(of: file).hex(algorithm) }
                try write(algorithm.manifest, manifest.text)
            }
            let bytes = tree.payload.reduce(0) { $0 + (tree.files[$1] ?? 0) }
            try edit("bag-info.txt") {
                $0.replacing(/Payload-Oxum: .*/, with: "Payload-Oxum: \(bytes).\(tree.payload.count)")
            }
        }
        if tags {
            let tree = try BagTree(at: path)
            for algorithm in ManifestAlgorithm.allCases {
                var manifest = Manifest()
                for file in tree.tags where !file.hasPrefix("tagmanifest-") && !file.hasPrefix("signatures/") {
                    manifest.digests[file] = try tree.digests(of: file).hex(algorithm)
                }
                try write(algorithm.tagManifest, manifest.text)
            }
        }
        try sign()
    }

    func sign(by key: String = "key") throws {
        let request = SignatureRequest(key: workshop.directory + "/" + key, program: workshop.program)
        try FileManager.default.createDirectory(atPath: path + "/signatures", withIntermediateDirectories: true)
        try request.sign(path + "/tagmanifest-sha256.txt").write(
            to: URL(fileURLWithPath: path + "/signatures/tagmanifest-sha256.txt.sig"))
    }
}

extension Verification {
    /// The rules that are broken, each once.
    var rules: Set<Rule> { Set(problems.map(\.rule)) }
}
