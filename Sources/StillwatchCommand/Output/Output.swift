import Foundation
import HostileText

/// Standard output for results, standard error for everything else.
enum Output {
    /// Writes a line of result.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Writes a message.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes a result as one JSON value.
    static func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(JSONText.inASCII(String(decoding: try encoder.encode(value), as: UTF8.self)))
    }

    /// Text of somebody else, as it may be written to a terminal: on one line, with everything hidden made visible.
    static func safe(_ text: UntrustedText, limit: Int = 10_000) -> String {
        SafeText(text, limit: limit).description
    }
}

/// JSON that any terminal can be shown: what is not ASCII is escaped, so that nothing is lost and nothing acts.
enum JSONText {
    /// The same JSON in printable ASCII.
    static func inASCII(_ json: String) -> String {
        guard !json.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return json }
        var text = ""
        text.reserveCapacity(json.utf8.count)
        for scalar in json.unicodeScalars {
            if scalar.value >= 0x20 && scalar.value < 0x7F || scalar == "\n" {
                text.unicodeScalars.append(scalar)
            } else {
                for unit in Character(scalar).utf16 { text += "\\u" + hex(unit) }
            }
        }
        return text
    }

    /// A text as a JSON string.
    static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if scalar.value >= 0x20 && scalar.value < 0x7F {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    for unit in Character(scalar).utf16 { quoted += "\\u" + hex(unit) }
                }
            }
        }
        return quoted + "\""
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
