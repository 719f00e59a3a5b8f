import Foundation

/// The members of one JSON object as places in its bytes, so that a document inside stays exactly as it was written.
///
/// It checks brackets, strings and separators, and leaves the inside of a member to whoever decodes it.
struct JSONMembers {
    /// Where each member's value is; of two members with one name the last counts.
    private var places: [String: Range<Int>] = [:]
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Reads an object that takes up `range` of `bytes`, but for white space around it; `nil` for anything else.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes, in: range)
        guard scanner.take(UInt8(ascii: "{")) else { return nil }
        if !scanner.take(UInt8(ascii: "}")) {
            repeat {
                guard let name = scanner.takeValue(), let key = JSONScanner.string(.init(rebasing: bytes[name])),
                    scanner.take(UInt8(ascii: ":")), let value = scanner.takeValue()
                else { return nil }
                places[key] = value
            } while scanner.take(UInt8(ascii: ","))
            guard scanner.take(UInt8(ascii: "}")) else { return nil }
        }
        guard scanner.isDone() else { return nil }
    }

    /// The bytes of a member's value; `nil` without the member or where it is `null`.
    subscript(name: String) -> UnsafeBufferPointer<UInt8>? {
        guard let place = places[name] else { return nil }
        let value = UnsafeBufferPointer(rebasing: bytes[place])
        return value.elementsEqual("null".utf8) ? nil : value
    }

    /// A member that is a string.
    func string(_ name: String) -> String? {
        self[name].flatMap(JSONScanner.string)
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
