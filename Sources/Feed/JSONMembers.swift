import Foundation

/// The members of one JSON object as places in its bytes, so that a document inside stays exactly as it was written.
///
/// It checks brackets, strings and separators, and leaves the inside of a member to whoever decodes it. One pass, no recursion.
struct JSONMembers {
    /// Where each member's value is; of two members with one name the last counts.
    private(set) var places: [String: Range<Int>] = [:]
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int

    /// Reads an object that takes up `range` of `bytes`, but for white space around it; `nil` for anything else.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        guard readObject(upTo: range.upperBound) else { return nil }
    }

    /// The bytes of a member's value; `nil` without the member or where it is `null`.
    subscript(name: String) -> UnsafeBufferPointer<UInt8>? {
        guard let place = places[name] else { return nil }
        let value = UnsafeBufferPointer(rebasing: bytes[place])
        return value.elementsEqual("null".utf8) ? nil : value
    }

    /// A member that is a string.
    func string(_ name: String) -> String? {
        self[name].flatMap(JSONMembers.string)
    }

    /// A member that is a whole number.
    func integer(_ name: String) -> Int64? {
        self[name].flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    }

    /// A member that is `true` or `false`; `nil` for anything else.
    func flag(_ name: String) -> Bool? {
        guard let value = self[name] else { return nil }
        if value.elementsEqual("true".utf8) { return true }
        return value.elementsEqual("false".utf8) ? false : nil
    }

    /// The text of a JSON string, quotes and escapes undone.
    private static func string(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.count >= 2, value.first == quote, value.last == quote else { return nil }
        guard value.contains(backslash) else { return String(decoding: value[1..<value.count - 1], as: UTF8.self) }
        do {
            return try JSONDecoder().decode(String.self, from: Data(value))
        } catch {
            return nil  // An escape that JSON does not have: the caller reports the whole line.
        }
    }

    private mutating func readObject(upTo end: Int) -> Bool {
        skipSpace(end)
        guard take(UInt8(ascii: "{"), end) else { return false }
        skipSpace(end)
        if take(UInt8(ascii: "}"), end) { return isDone(end) }
        repeat {
            skipSpace(end)
            let name = position
            guard skipString(end) else { return false }
            let nameBytes = UnsafeBufferPointer(rebasing: bytes[name..<position])
            skipSpace(end)
            guard take(UInt8(ascii: ":"), end) else { return false }
            skipSpace(end)
            let value = position
            guard skipValue(end), let key = JSONMembers.string(nameBytes) else { return false }
            places[key] = value..<position
            skipSpace(end)
        } while take(UInt8(ascii: ","), end)
        return take(UInt8(ascii: "}"), end) && isDone(end)
    }

    private mutating func isDone(_ end: Int) -> Bool {
        skipSpace(end)
        return position == end
    }

    private mutating func skipValue(_ end: Int) -> Bool {
        guard position < end else { return false }
        switch bytes[position] {
        case JSONMembers.quote: return skipString(end)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return skipBrackets(end)
        default:
            let start = position
            while position < end, !JSONMembers.endsScalar(bytes[position]) { position += 1 }
            return position > start
        }
    }

    private mutating func skipBrackets(_ end: Int) -> Bool {
        var open: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            switch byte {
            case JSONMembers.quote:
                guard skipString(end) else { return false }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte + 2)  // The closing bracket stands two further on.
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return false }
            default: break
            }
            position += 1
            if open.isEmpty { return true }
        }
        return false
    }

    private mutating func skipString(_ end: Int) -> Bool {
        guard take(JSONMembers.quote, end) else { return false }
        while position < end {
            let byte = bytes[position]
            if byte == JSONMembers.quote {
                position += 1
                return true
            }
            guard byte >= 0x20 else { return false }
            position += byte == JSONMembers.backslash ? 2 : 1
        }
        return false
    }

    private mutating func take(_ byte: UInt8, _ end: Int) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace(_ end: Int) {
        while position < end, JSONMembers.isSpace(bytes[position]) { position += 1 }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}

extension Data {
    /// Appends a text as a JSON string.
    mutating func append(jsonString text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
