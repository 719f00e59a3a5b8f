/// JSON that any terminal can be shown: what is not ASCII is escaped, so that nothing is lost and nothing acts.
public enum JSONText {
    /// The same JSON in printable ASCII.
    public static func inASCII(_ json: String) -> String {
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
    public static func string(_ text: String) -> String {
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
