/// Tells encodings and packings that are not read here by a source's first bytes, so that one sentence names them instead of
/// a refusal for each piece between two line ends.
enum ForeignShape: String, Hashable, Sendable {
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"
    case zip = "ZIP"
    case zstandard = "Zstandard"
    case bzip2 = "bzip2"
    case xz = "xz"

    /// The beginnings, longer ones first where one begins another. A byte order mark, or a bracket beside its empty half.
    private static let beginnings: [([UInt8], ForeignShape)] = [
        ([0xff, 0xfe, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xfe, 0xff], .utf32), ([0x7b, 0x00, 0x00, 0x00], .utf32),
        ([0xff, 0xfe], .utf16), ([0xfe, 0xff], .utf16), ([0x7b, 0x00], .utf16), ([0x00, 0x7b], .utf16),
        ([0x5b, 0x00], .utf16), ([0x00, 0x5b], .utf16),
        ([0x50, 0x4b, 0x03, 0x04], .zip), ([0x28, 0xb5, 0x2f, 0xfd], .zstandard), ([0x42, 0x5a, 0x68], .bzip2),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a], .xz),
    ]

    /// Looks at the first bytes of a source; `nil` for anything that may be read.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let known = ForeignShape.beginnings.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        self = known.1
    }

    /// What to do with such a log.
    var advice: String {
        switch self {
        case .utf16, .utf32: "Convert it first, as with `iconv -f \(rawValue) -t UTF-8`."
        case .zip: "Unpack it first, as with `unzip -p`."
        case .zstandard: "Unpack it first, as with `zstd -dc`."
        case .bzip2: "Unpack it first, as with `bzip2 -dc`."
        case .xz: "Unpack it first, as with `xz -dc`."
        }
    }
}
