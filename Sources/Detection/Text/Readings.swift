import HostileText

/// What was read of texts, kept from one run to the next so that a later run reads only texts that are new.
///
/// All in it is a function of one text alone, so that findings are the same with it as without. Where nothing is kept, it
/// lasts as long as its run. Texts that are not known are read on all processors.
public struct Readings: Sendable {
    /// What was read of one text, each part when it was first asked for.
    private struct Reading {
        var words: [UInt64]?
        var strengths: [Double]?
        var bandKeys: [UInt64]?
    }

    private var readings: [UInt64: Reading] = [:]
    /// How many texts were read since this was made.
    public private(set) var textsRead = 0
    /// The memory that the readings need, in bytes, about.
    public private(set) var byteCount = 0

    /// Knows no text yet.
    public init() {}

    /// The words of texts, as hashes. O(bytes) the first time.
    mutating func words(of hashes: [UInt64], text: @Sendable (Int) -> UntrustedText) -> [[UInt64]] {
        let before = readings.count
        let words = part(\.words, of: hashes) { Words(text($0)).hashes }
        textsRead += readings.count - before
        return words
    }

    /// What texts say about capability targets. O(bytes) the first time.
    mutating func traits(of hashes: [UInt64], read: @Sendable (Int) -> TextTraits) -> [TextTraits] {
        part(\.strengths, of: hashes) { read($0).strengths }.map(TextTraits.init(strengths:))
    }

    /// The keys by which texts' near-duplicates are found; none for a text without shingles. O(words) the first time.
    mutating func bandKeys(of hashes: [UInt64], words: @Sendable (Int) -> [UInt64]) -> [[UInt64]] {
        part(\.bandKeys, of: hashes) { number in
            let shingles = MinHash.shingles(words(number))
            return shingles.isEmpty ? [] : MinHash.bandKeys(MinHash.signature(shingles))
        }
    }

    /// One part of what is read of texts: as it is known, or as it is read now.
    private mutating func part<Element: Sendable>(
        _ part: WritableKeyPath<Reading, [Element]?>, of hashes: [UInt64], read: @Sendable (Int) -> [Element]
    ) -> [[Element]] {
        let known = hashes.map { readings[$0]?[keyPath: part] }
        let all = Parallel.map(hashes.count) { known[$0] ?? read($0) }
        for place in hashes.indices where known[place] == nil {
            readings[hashes[place], default: Reading()][keyPath: part] = all[place]
            byteCount += all[place].count * MemoryLayout<Element>.stride + Self.overhead
        }
        return all
    }

    /// What an array costs beside its elements.
    private static let overhead = 48
}
