import Digests
import Foundation
public import HostileText

/// Whether a bag that was written is still what was written.
public enum BagState: Hashable, Sendable {
    /// Every file is there and as it was.
    case whole
    /// It is there, but not as it was: so many problems, and the first of them.
    case changed(Int, SafeText)
    /// It is not there any more.
    case gone

    /// Looks at a bag. O(its bytes).
    ///
    /// The manifests name every file's digest, and the log the digest of the manifest of manifests: so nobody's signature
    /// need be checked to know that nothing changed.
    ///
    /// - Parameter digest: the SHA-256 of its tagmanifest-sha256.txt when it was written, in hexadecimal digits.
    public static func of(_ bag: String, writtenAs digest: UntrustedText) throws -> BagState {
        guard FileManager.default.fileExists(atPath: bag) else { return .gone }
        let tags = FileManager.default.contents(atPath: bag + "/tagmanifest-sha256.txt") ?? Data()
        guard UntrustedText(SHA256Digest.of(tags).hex) == digest else {
            return .changed(1, "its manifest is not the one that was written")
        }
        let problems = try BundleVerifier(program: nil, appliesBagItAlone: true).verify(bag).problems
        return problems.first.map { .changed(problems.count, $0.message) } ?? .whole
    }
}
