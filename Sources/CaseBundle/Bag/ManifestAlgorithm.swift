import Digests
import Foundation

/// The digests that manifests give. Others are legacy, and neither written nor checked.
enum ManifestAlgorithm: String, CaseIterable, Hashable, Sendable {
    case sha256
    case sha512

    /// The hexadecimal digits of a digest.
    var digits: Int { self == .sha256 ? 64 : 128 }
    /// `manifest-sha256.txt`
    var manifest: String { "manifest-\(rawValue).txt" }
    /// `tagmanifest-sha256.txt`
    var tagManifest: String { "tagmanifest-\(rawValue).txt" }

    func digest(of data: Data) -> String {
        switch self {
        case .sha256: SHA256Digest.of(data).hex
        case .sha512: SHA512Digest.of(data).hex
        }
    }
}

/// Both digests of bytes that come in pieces.
struct DoubleDigest {
    private var short = SHA256Hasher()
    private var long = SHA512Hasher()

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        short.update(bytes)
        long.update(bytes)
    }

    func hex(_ algorithm: ManifestAlgorithm) -> String {
        switch algorithm {
        case .sha256: short.digest.hex
        case .sha512: long.digest.hex
        }
    }
}
