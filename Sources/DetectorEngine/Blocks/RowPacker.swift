import Foundation
import HostileText

/// Packs rows into one block of bytes: numbers at their own length, and texts that come more than once by their number.
///
/// A block is `rows, texts` (4 bytes each, little-endian), the end of each row, the end of each text (4 bytes each, counted
/// from the first row and the first text), the rows, the texts. ``PackedRows`` reads it.
struct RowPacker {
    /// How many rows were ended so far.
    var count: Int { rowEnds.count }

    private var rows: [UInt8] = []
    private var rowEnds: [UInt32] = []
    private var texts: [UInt8] = []
    private var textEnds: [UInt32] = []
    /// The texts by a hash of their bytes: a text's number, or −1.
    private var slots = [Int32](repeating: -1, count: 1 << 12)
    private var hashes: [UInt64] = []
    private let seed = UInt64.random(in: .min ... .max)

    /// - Parameters:
    ///   - count: how many rows will come, about.
    ///   - size: the bytes of a row, about.
    init(rows count: Int, of size: Int) {
        rows.reserveCapacity(count * size)
        rowEnds.reserveCapacity(count)
    }

    /// Ends a row; what is added next belongs to the next one.
    mutating func endRow() {
        rowEnds.append(UInt32(truncatingIfNeeded: rows.count))
    }

    /// Adds a number, seven bits a byte, the low ones first.
    mutating func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            rows.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        rows.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Adds a number that may be negative; small magnitudes are short.
    mutating func add(signed number: Int64) {
        add(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    /// Adds a number with a fraction, bit by bit.
    mutating func add(_ number: Double) {
        var bits = number.bitPattern
        for _ in 0..<8 {
            rows.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
        }
    }

    /// Adds a text that other rows may have too.
    mutating func add(_ text: UntrustedText) {
        var text = text.verbatim
        text.withUTF8 { bytes in
            let hash = KeyedBytes.hash(UnsafeRawBufferPointer(bytes), seed)
            let slot = slot(of: hash) { holds(bytes, at: $0) }
            if slots[slot] < 0 {
                slots[slot] = Int32(truncatingIfNeeded: textEnds.count)
                hashes.append(hash)
                texts.append(contentsOf: bytes)
                textEnds.append(UInt32(truncatingIfNeeded: texts.count))
                add(UInt64(textEnds.count - 1))
                makeRoom()
            } else {
                add(UInt64(slots[slot]))
            }
        }
    }

    /// The first slot from a hash on that is free, or holds what is looked for.
    private func slot(of hash: UInt64, _ isIt: (Int) -> Bool) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0, hashes[Int(slots[slot])] != hash || !isIt(Int(slots[slot])) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        let start = number == 0 ? 0 : Int(textEnds[number - 1])
        guard Int(textEnds[number]) - start == bytes.count, let other = bytes.baseAddress else { return bytes.isEmpty }
        return texts.withUnsafeBufferPointer { texts in
            texts.baseAddress.map { memcmp($0 + start, other, bytes.count) == 0 } ?? false
        }
    }

    /// Keeps at least half of the slots empty.
    private mutating func makeRoom() {
        guard hashes.count * 2 > slots.count else { return }
        slots = Array(repeating: -1, count: slots.count * 4)
        for (number, hash) in hashes.enumerated() {
            slots[slot(of: hash) { _ in false }] = Int32(truncatingIfNeeded: number)
        }
    }

    /// Adds a text that only this row has.
    mutating func add(own text: UntrustedText) {
        add(UInt64(text.byteCount))
        rows.append(contentsOf: text.verbatim.utf8)
    }

    /// Adds bytes that only this row has.
    mutating func add(own bytes: Data) {
        add(UInt64(bytes.count))
        rows.append(contentsOf: bytes)
    }

    /// The block.
    var block: Data {
        var block = Data(capacity: 8 + 4 * (rowEnds.count + textEnds.count) + rows.count + texts.count)
        func append(_ words: [UInt32]) {
            let words = words.map { $0.littleEndian }
            words.withUnsafeBytes { block.append(contentsOf: $0) }
        }
        append([UInt32(rowEnds.count), UInt32(textEnds.count)])
        append(rowEnds)
        append(textEnds)
        block.append(contentsOf: rows)
        block.append(contentsOf: texts)
        return block
    }
}
