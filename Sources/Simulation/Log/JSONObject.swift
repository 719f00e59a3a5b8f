import HostileText

/// A JSON object while it is written, member after member.
struct JSONObject {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// The object's text.
    consuming func closed() -> [UInt8] { bytes + [UInt8(ascii: "}")] }

    /// Adds a text, if there is one.
    mutating func add(_ name: String, _ text: UntrustedText?) { add(name, text?.verbatim) }

    /// Adds a text, if there is one.
    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        append(text)
    }

    /// Adds a whole number, if there is one.
    mutating func add(_ name: String, _ number: Int?) {
        guard let number else { return }
        begin(name)
        bytes += String(number).utf8
    }

    /// Adds a number, if there is one that JSON can hold.
    mutating func add(_ name: String, _ number: Double?) {
        guard let number, number.isFinite else { return }
        begin(name)
        bytes += number.description.utf8
    }

    /// Adds true or false, if it is known.
    mutating func add(_ name: String, _ flag: Bool?) {
        guard let flag else { return }
        begin(name)
        bytes += (flag ? "true" : "false").utf8
    }

    /// Adds a list of objects.
    mutating func add(_ name: String, _ objects: [JSONObject]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (place, object) in objects.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += object.closed()
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) && $0 != 0x22 && $0 != 0x5c }) {
            bytes += text.utf8
            bytes.append(UInt8(ascii: "\""))
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(scalar.value))
            case "\n": bytes += "\\n".utf8
            case "\t": bytes += "\\t".utf8
            default:
                if JSONObject.hides(scalar) {
                    for unit in String(scalar).utf16 { escape(unit) }
                } else {
                    bytes += String(scalar).utf8
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ unit: UInt16) {
        let hex = String(unit, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
    }

    /// Control characters, and those that hide, join or turn text.
    private static func hides(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f...0xa0, 0xad, 0x61c, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff: true
        case 0xe0000...0xe0fff, 0xfff9...0xfffb: true
        default: false
        }
    }
}
