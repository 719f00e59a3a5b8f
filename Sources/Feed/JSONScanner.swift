import Foundation

/// Walks over JSON text and finds where values begin and end, without reading them. One pass, no recursion.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    /// The offset of the next byte.
    private(set) var position: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Whether only white space is left.
    mutating func isDone() -> Bool {
        skipSpace()
        return position == end
    }

    /// Takes one byte that stands next, white space before it aside.
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        return takeHere(byte)
    }

    /// Takes a value; `nil` if none stands next.
    mutating func takeValue() -> Range<Int>? {
        skipSpace()
        guard position < end else { return nil }
        let start = position
        let isWhole =
            switch bytes[position] {
            case JSONScanner.quote: skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["): skipBrackets()
            default: skipScalar()
            }
        return isWhole ? start..<position : nil
    }

    /// The elements of an array that takes up the whole text; `nil` for anything else.
    static func elements(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
        var scanner = JSONScanner(bytes, in: 0..<bytes.count)
        guard scanner.take(UInt8(ascii: "[")) else { return nil }
        var elements: [Range<Int>] = []
        if scanner.take(UInt8(ascii: "]")) { return scanner.isDone() ? elements : nil }
        repeat {
            guard let element = scanner.takeValue() else { return nil }
            elements.append(element)
        } while scanner.take(UInt8(ascii: ","))
        return scanner.take(UInt8(ascii: "]")) && scanner.isDone() ? elements : nil
    }

    /// The text of a JSON string, quotes and escapes undone; `nil` for what is no string.
    static func string(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.count >= 2, value.first == quote, value.last == quote else { return nil }
        guard value.contains(backslash) else { return String(decoding: value[1..<value.count - 1], as: UTF8.self) }
        do {
            return try JSONDecoder().decode(String.self, from: Data(value))
        } catch {
            return nil  // An escape that JSON does not have: the caller reports the whole line.
        }
    }

    private mutating func skipScalar() -> Bool {
        let start = position
        while position < end, !JSONScanner.endsScalar(bytes[position]) { position += 1 }
        return position > start
    }

    private mutating func skipBrackets() -> Bool {
        var open: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            switch byte {
            case JSONScanner.quote:
                guard skipString() else { return false }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte + 2)  // "{" + 2 is "}".
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return false }
            default: break
            }
            position += 1
            if open.isEmpty { return true }
        }
        return false
    }

    private mutating func skipString() -> Bool {
        guard takeHere(JSONScanner.quote) else { return false }
        while position < end {
            let byte = bytes[position]
            if byte == JSONScanner.quote {
                position += 1
                return true
            }
            guard byte >= 0x20 else { return false }
            position += byte == JSONScanner.backslash ? 2 : 1
        }
        return false
    }

    private mutating func takeHere(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < end, JSONScanner.isSpace(bytes[position]) { position += 1 }
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
