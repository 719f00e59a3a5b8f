internal import Foundation

/// The sequence that puts text into a terminal's clipboard (xterm, OSC 52).
nonisolated enum Clipboard {
    /// Terminals cut what is longer than this, once it is base64, or ignore it.
    static let limit = 74_000

    /// The sequence, and how many bytes of the text it carries; `nil` for no text. A character is not cut in two.
    static func sequence(for text: [UInt8]) -> (bytes: [UInt8], sent: Int)? {
        guard !text.isEmpty else { return nil }
        var sent = min(text.count, limit / 4 * 3)
        while sent < text.count, sent > 0, text[sent] & 0xC0 == 0x80 { sent -= 1 }
        let payload = Data(text.prefix(sent)).base64EncodedString()
        return (Array("\u{1B}]52;c;\(payload)\u{7}".utf8), sent)
    }
}
