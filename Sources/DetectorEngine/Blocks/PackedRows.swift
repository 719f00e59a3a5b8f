import Feed
import Foundation

/// A block of rows as ``RowPacker`` packs it. Each row can be read by itself.
struct PackedRows: Sendable {
    /// A block does not hold what it should.
    struct Damage: Error, CustomStringConvertible {
        /// What to do.
        var description: String { "The state's database is damaged. Restore it from a backup." }
    }

    /// How many rows there are.
    let count: Int

    private let bytes: [UInt8]
    private let textCount: Int
    private let firstRow: Int
    private let firstText: Int

    /// Takes a block.
    ///
    /// - Throws: ``Damage``.
    init(_ block: Data) throws {
        bytes = Array(block)
        guard bytes.count >= 8 else { throw Damage() }
        let (count, textCount) = bytes.withUnsafeBytes { all in
            (Int(PackedRows.word(all, at: 0)), Int(PackedRows.word(all, at: 4)))
        }
        self.count = count
        self.textCount = textCount
        firstRow = 8 + 4 * (count + textCount)
        guard firstRow <= bytes.count else { throw Damage() }
        let rowBytes = count == 0 ? 0 : bytes.withUnsafeBytes { Int(PackedRows.word($0, at: 8 + 4 * (count - 1))) }
        firstText = firstRow + rowBytes
        guard firstText <= bytes.count else { throw Damage() }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// Reads rows in any order.
    ///
    /// - Parameter pool: keeps one copy of texts that many blocks have.
    func read<Result>(sharing pool: TextPool? = nil, _ body: (inout Reader) throws -> Result) throws -> Result {
        try bytes.withUnsafeBytes { all in
            var reader = Reader(all, of: self, pool)
            return try body(&reader)
        }
    }

    /// Reads one row after the other, or any of them.
    struct Reader {
        private let bytes: UnsafeRawBufferPointer
        private let rows: PackedRows
        private let pool: TextPool?
        private var texts: [String?]
        /// What stands for each text; 0 for one that nobody asked for.
        private var textKeys: [UInt64] = []
        /// Where the next value begins.
        var place = 0
        private var end = 0

        fileprivate init(_ bytes: UnsafeRawBufferPointer, of rows: PackedRows, _ pool: TextPool?) {
            self.bytes = bytes
            self.rows = rows
            self.pool = pool
            texts = Array(repeating: nil, count: rows.textCount)
        }

        /// Goes to the beginning of a row.
        mutating func go(to row: Int) throws {
            guard row >= 0, row < rows.count else { throw Damage() }
            let start = row == 0 ? 0 : Int(PackedRows.word(bytes, at: 4 + 4 * row))
            place = rows.firstRow + start
            end = rows.firstRow + Int(PackedRows.word(bytes, at: 8 + 4 * row))
            guard place <= end, end <= rows.firstText else { throw Damage() }
        }

        /// Whether the row has been read to its end.
        var isAtEnd: Bool { place >= end }

        /// Reads a number.
        mutating func number() throws -> UInt64 {
            var number: UInt64 = 0
            var shift: UInt64 = 0
            while place < end {
                let byte = bytes[place]
                place += 1
                number |= UInt64(byte & 0x7f) << shift
                if byte < 0x80 { return number }
                shift += 7
                guard shift < 64 else { break }
            }
            throw Damage()
        }

        /// Reads a number that is a count or a size.
        mutating func count() throws -> Int {
            guard let count = Int(exactly: try number()) else { throw Damage() }
            return count
        }

        /// Reads a number that may be negative.
        mutating func signed() throws -> Int64 {
            let number = try number()
            return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
        }

        /// Reads a number with a fraction.
        mutating func double() throws -> Double {
            guard end - place >= 8 else { throw Damage() }
            let bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
            return Double(bitPattern: bits)
        }

        /// Reads a text that other rows may have too.
        mutating func text() throws -> String {
            let number = try count()
            guard number < texts.count else { throw Damage() }
            if let known = texts[number] { return known }
            let text = try text(bytes(ofText: number))
            texts[number] = text
            return text
        }

        private func bytes(ofText number: Int) throws -> UnsafeRawBufferPointer {
            let base = 8 + 4 * rows.count
            let start = number == 0 ? 0 : Int(PackedRows.word(bytes, at: base + 4 * (number - 1)))
            let end = Int(PackedRows.word(bytes, at: base + 4 * number))
            guard start <= end, rows.firstText + end <= bytes.count else { throw Damage() }
            return UnsafeRawBufferPointer(rebasing: bytes[(rows.firstText + start)..<(rows.firstText + end)])
        }

        /// Reads a text that other rows may have too, and gives a hash that stands for it; the same for all with one seed.
        mutating func textKey(_ seed: UInt64) throws -> UInt64 {
            let number = try count()
            guard number < texts.count else { throw Damage() }
            if textKeys.isEmpty { textKeys = Array(repeating: 0, count: texts.count) }
            if textKeys[number] == 0 { textKeys[number] = max(1, KeyedBytes.hash(try bytes(ofText: number), seed)) }
            return textKeys[number]
        }

        private func text(_ bytes: UnsafeRawBufferPointer) throws -> String {
            let bytes = bytes.assumingMemoryBound(to: UInt8.self)
            if bytes.count > 15, let text = pool?.shared(bytes) { return text }
            return try Reader.string(bytes)
        }

        private static func string(_ bytes: UnsafeBufferPointer<UInt8>) throws -> String {
            // Most texts are short and ASCII, and those are looked at sooner than validated.
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Damage() }
            return text
        }

        /// Reads a text that only this row has.
        mutating func ownText() throws -> String {
            try Reader.string(try own().assumingMemoryBound(to: UInt8.self))
        }

        /// Reads bytes that only this row has. They are good as long as the block is.
        mutating func own() throws -> UnsafeRawBufferPointer {
            let size = try count()
            guard size <= end - place else { throw Damage() }
            defer { place += size }
            return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + size)])
        }
    }
}
