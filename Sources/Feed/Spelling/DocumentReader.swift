import HostileText

/// Reads a thing as ``DocumentWriter`` spells it, without a decoder: its caller asks for the members in the order of their
/// names.
///
/// Anything else that JSON allows, such as white space, another order or a member that this version does not know, ends the
/// reading with ``OtherSpelling``; then a decoder reads the document. Whatever is read here, a decoder would read alike.
struct DocumentReader {
    /// The document is not spelt as this version spells it, or is no such thing at all.
    struct OtherSpelling: Error {}

    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0
    /// Texts that come often, of which one copy is kept.
    private let pool: TextPool?

    init(_ bytes: UnsafeBufferPointer<UInt8>, pool: TextPool?) {
        self.bytes = bytes
        self.pool = pool
    }

    /// Reads a whole document.
    static func read<Thing>(
        _ document: UnsafeRawBufferPointer, pool: TextPool?,
        _ thing: (inout DocumentReader) throws(OtherSpelling) -> Thing
    ) -> Thing? {
        var reader = DocumentReader(document.bindMemory(to: UInt8.self), pool: pool)
        do throws(OtherSpelling) {
            let thing = try thing(&reader)
            return reader.place == reader.bytes.count ? thing : nil
        } catch {
            return nil  // A decoder reads it, and says what is wrong with it if something is.
        }
    }

    /// Steps over a byte that must stand next.
    @inline(__always)
    mutating func take(_ byte: UInt8) throws(OtherSpelling) {
        guard place < bytes.count, bytes[place] == byte else { throw OtherSpelling() }
        place += 1
    }

    /// Steps over the beginning of an object.
    mutating func open() throws(OtherSpelling) { try take(UInt8(ascii: "{")) }

    /// Steps over the end of an object.
    mutating func close() throws(OtherSpelling) { try take(UInt8(ascii: "}")) }

    /// Steps over a member's name if it stands next.
    @inline(__always)
    mutating func has(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        var next = place
        guard next + count + 4 <= bytes.count, next > 0 else { return false }
        if bytes[next - 1] != UInt8(ascii: "{") {
            guard bytes[next] == UInt8(ascii: ",") else { return false }
            next += 1
        }
        guard bytes[next] == UInt8(ascii: "\""), bytes[next + 1] == name.utf8Start[0],
            next + count + 3 <= bytes.count, bytes[next + 1 + count] == UInt8(ascii: "\""),
            bytes[next + 2 + count] == UInt8(ascii: ":")
        else { return false }
        for offset in 1..<count where bytes[next + 1 + offset] != name.utf8Start[offset] { return false }
        place = next + count + 3
        return true
    }

    /// Steps over a member's name, which must stand next.
    mutating func need(_ name: StaticString) throws(OtherSpelling) {
        guard has(name) else { throw OtherSpelling() }
    }

    /// Reads a list, each element by `each`.
    mutating func list<Element>(
        _ each: (inout DocumentReader) throws(OtherSpelling) -> Element
    ) throws(OtherSpelling) -> [Element] {
        try take(UInt8(ascii: "["))
        var elements: [Element] = []
        guard place < bytes.count, bytes[place] != UInt8(ascii: "]") else {
            try take(UInt8(ascii: "]"))
            return elements
        }
        while true {
            elements.append(try each(&self))
            guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { break }
            place += 1
        }
        try take(UInt8(ascii: "]"))
        return elements
    }

    /// Reads a text.
    ///
    /// - Parameter isOwn: whether only the thing itself has the text, such as a prompt or an id: then no copy is looked for.
    mutating func string(isOwn: Bool = false) throws(OtherSpelling) -> String {
        try take(UInt8(ascii: "\""))
        let start = place
        place = PlainBytes.end(in: bytes, from: start)
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        let plain = UnsafeBufferPointer(rebasing: bytes[start..<place])
        place += 1
        if !isOwn, plain.count > 15, let pool { return try pool.text(plain) }
        guard let text = String(validating: plain, as: UTF8.self) else { throw OtherSpelling() }
        return text
    }

    private mutating func escapedString(from start: Int) throws(OtherSpelling) -> String {
        var text = Array(bytes[start..<place])
        while place < bytes.count, bytes[place] == UInt8(ascii: "\\") {
            text.append(try escape())
            let plain = place
            place = PlainBytes.end(in: bytes, from: plain)
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<place]))
        }
        try take(UInt8(ascii: "\""))
        guard let text = String(validating: text, as: UTF8.self) else { throw OtherSpelling() }
        return text
    }

    /// Reads the escapes that a writer writes.
    private mutating func escape() throws(OtherSpelling) -> UInt8 {
        guard place + 1 < bytes.count else { throw OtherSpelling() }
        let letter = bytes[place + 1]
        place += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "u"):
            try take(UInt8(ascii: "0"))
            try take(UInt8(ascii: "0"))
            guard place + 2 <= bytes.count, let high = digit(bytes[place]), let low = digit(bytes[place + 1]), high < 2
            else { throw OtherSpelling() }
            place += 2
            return high << 4 | low
        default: throw OtherSpelling()
        }
    }

    private func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
