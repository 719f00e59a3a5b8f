import Foundation
public import HostileText

/// Standard output for results, standard error for everything else.
public enum Output {
    /// Writes a line of result.
    public static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Writes a message.
    public static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes a result as one JSON value in printable ASCII, keys in order.
    ///
    /// - Throws: what its encoding throws.
    public static func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(JSONText.inASCII(String(decoding: try encoder.encode(value), as: UTF8.self)))
    }

    /// Text of somebody else, as it may be written to a terminal: on one line, with everything hidden made visible, and cut
    /// after `limit` characters.
    public static func safe(_ text: UntrustedText, limit: Int = 10_000) -> String {
        SafeText(text, limit: limit).description
    }
}
