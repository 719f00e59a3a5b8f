import Foundation

/// Damages bytes the way that a broken writer, a cut connection or an adversary would: the same way in every run.
public struct Mutation {
    private var state: UInt64

    /// Starts at a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number below a bound (SplitMix64).
    public mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// Pieces that mean something to a reader of JSON, of text or of numbers.
    private static let pieces: [[UInt8]] =
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e999", "-0", "99999999999999999999",
            "\\ud800",
            "\\u0000", "\\x", "NaN", "0x1p4", "1970", "{}", "[]", "\"\"",
        ].map { Array($0.utf8) } + [
            [0], [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf], [0x1b, 0x5b], [0x0d], [0xe2, 0x80, 0xae],
        ]

    /// Bytes with one to four things wrong with them.
    public mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(below: 4) where !bytes.isEmpty {
            let place = number(below: bytes.count)
            let length = min(1 + number(below: 12), bytes.count - place)
            switch number(below: 7) {
            case 0: bytes[place] ^= UInt8(1 << number(below: 8))
            case 1: bytes.removeSubrange(place..<(place + length))
            case 2: bytes.insert(contentsOf: Mutation.pieces[number(below: Mutation.pieces.count)], at: place)
            case 3:
                bytes.replaceSubrange(
                    place..<(place + length), with: Mutation.pieces[number(below: Mutation.pieces.count)])
            case 4: bytes.removeSubrange(place...)
            case 5: bytes.insert(contentsOf: bytes[place..<(place + length)], at: number(below: bytes.count))
            default: bytes[place] = UInt8(number(below: 256))
            }
        }
        return bytes
    }
}

/// The same JSON with each of its values in turn of each other type.
public func mistyped(_ line: String) throws -> [String] {
    let whole = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let others: [Any] = [
        NSNull(), true, "", "x", "12", -1, 0.5, 1e300, Int.max, [Any](), [String: Any](), ["x"], ["a": 1],
    ]
    var lines: [String] = []
    /// Calls `put` with every value in place of each one inside `value`, from the inside out.
    func walk(_ value: Any, _ put: (Any) throws -> Void) throws {
        if let object = value as? [String: Any] {
            for name in object.keys.sorted() {
                try walk(object[name] ?? NSNull()) { inner in
                    var changed = object
                    changed[name] = inner
                    try put(changed)
                }
            }
        } else if let list = value as? [Any] {
            for place in list.indices {
                try walk(list[place]) { inner in
                    var changed = list
                    changed[place] = inner
                    try put(changed)
                }
            }
        }
        for other in others { try put(other) }
    }
    try walk(whole) { changed in
        let data = try JSONSerialization.data(withJSONObject: changed, options: [.fragmentsAllowed, .sortedKeys])
        lines.append(String(decoding: data, as: UTF8.self))
    }
    return lines
}
