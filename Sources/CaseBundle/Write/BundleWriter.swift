public import Digests
public import Evidence
import Foundation
public import HostileText

/// Writes case bundles: BagIt 1.0 bags (RFC 8493) below one directory.
///
/// Equal contents at an equal time with an equal redaction key make equal files, but for the signature where its kind of key
/// makes it anew each time.
public struct BundleWriter: Sendable {
    /// The directory below which bags are made; made itself if it is not there.
    public var directory: String
    /// Who exports, and signs.
    public var analyst: UntrustedText
    /// For whom the analyst works, where it is to be named.
    public var organisation: UntrustedText?
    /// What is taken out.
    public var redaction: RedactionPolicy
    /// Names what is redacted; random unless given.
    public var redactionKey: [UInt8]
    /// The SSH key that signs, and the program that does it; `nil` leaves the bag unsigned.
    public var signature: SignatureRequest?

    /// Makes a writer that redacts by `standard` and does not sign.
    public init(
        directory: String, analyst: UntrustedText, redaction: RedactionPolicy = .standard,
        redactionKey: [UInt8] = KeyedHash.newKey(), signature: SignatureRequest? = nil
    ) {
        self.directory = directory
        self.analyst = analyst
        self.redaction = redaction
        self.redactionKey = redactionKey
        self.signature = signature
    }

    /// A bundle that was written.
    public struct Written: Hashable, Sendable {
        /// The path of the bag.
        public var path: String
        /// The files of its payload.
        public var files: Int
        /// The bytes of its payload.
        public var bytes: Int
        /// How many values were redacted.
        public var redacted: Int
        /// The SHA-256 of tagmanifest-sha256.txt, which stands for the whole bag, for the activity log.
        public var digest: SHA256Digest
    }

    /// Writes a bundle under a temporary name, signs it, and gives it its name last: a bag is whole or not there.
    ///
    /// - Parameter now: the time that the bag and its report bear, cut to seconds in the bag's name.
    /// - Throws: `ExportProblem`, `RedactionProblem`, `SignatureProblem`.
    public func write(_ contents: BundleContents, at now: Instant) throws -> Written {
        guard !contents.items.isEmpty else { throw ExportProblem.empty }
        let redacted = try contents.ordered().redacted(by: redaction, key: redactionKey)
        let name = BagName.of(redacted.contents.matter.id, at: now)
        let export = ExportFacts(
            name: name, at: now, analyst: analyst, organisation: organisation, redaction: redaction)
        let payload = try spelling { try Payload(redacted, export).files() }

        let target = directory + "/" + name
        let partial = directory + "/.\(name).partial-\(ProcessInfo.processInfo.processIdentifier)"
        guard !FileTree.exists(target) else { throw ExportProblem.exists(path: target) }
        let digest: SHA256Digest
        do {
            try FileTree.makeDirectory(partial)
            digest = try write(payload, redacted.contents, export, in: partial)
            guard rename(partial, target) == 0 else { throw FileTree.problem(at: target) }
        } catch {
            FileTree.remove(partial)
            throw error
        }
        return Written(
            path: target, files: payload.count, bytes: payload.reduce(0) { $0 + $1.data.count },
            redacted: redacted.counts.values.reduce(0, +), digest: digest)
    }

    /// Writes all files of a bag.
    ///
    /// - Returns: the digest of the tag manifest that the signature covers.
    private func write(
        _ payload: [PayloadFile], _ contents: BundleContents, _ export: ExportFacts, in bag: String
    ) throws -> SHA256Digest {
        var manifests: [ManifestAlgorithm: Manifest] = [:]
        for file in payload {
            try FileTree.write(file.data, to: bag + "/" + file.path)
            for algorithm in ManifestAlgorithm.allCases {
                manifests[algorithm, default: Manifest()].digests[file.path] = algorithm.digest(of: file.data)
            }
        }
        var tags = [
            PayloadFile(path: BagLayout.declaration, text: BagLayout.declarationText),
            PayloadFile(path: BagLayout.info, text: export.bagInfo(of: contents, payload).text),
        ]
        for (algorithm, manifest) in manifests {
            tags.append(PayloadFile(path: algorithm.manifest, text: manifest.text))
        }
        var signed = ""
        for algorithm in ManifestAlgorithm.allCases {
            var manifest = Manifest()
            for tag in tags { manifest.digests[tag.path] = algorithm.digest(of: tag.data) }
            if algorithm == .sha256 { signed = manifest.text }
            try FileTree.write(Data(manifest.text.utf8), to: bag + "/" + algorithm.tagManifest)
        }
        for tag in tags { try FileTree.write(tag.data, to: bag + "/" + tag.path) }
        if let signature {
            let bytes = try signature.sign(bag + "/" + BagLayout.signed)
            try FileTree.write(bytes, to: bag + "/" + BagLayout.signature)
        }
        return SHA256Digest.of(signed)
    }

    private func spelling<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as EncodingError {
            throw ExportProblem.cannotSpell(String(describing: error))
        }
    }
}
