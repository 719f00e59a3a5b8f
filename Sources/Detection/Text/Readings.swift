import HostileText

/// What was read of texts, kept from one run to the next so that a later run reads only texts that are new.
///
/// All in it is a function of one text alone, so that findings are the same with it as without. Where nothing is kept, it
/// lasts as long as its run.
public struct Readings: Sendable {
    /// What was read of one text, each part when it was first asked for.
    private struct Reading {
        var words: [UInt64]
        var traits: TextTraits?
        var bandKeys: [UInt64]?
    }

    private var readings: [UInt64: Reading] = [:]
    /// How many texts were read since this was made.
    public private(set) var textsRead = 0
    /// The memory that the readings need, in bytes, about.
    public private(set) var byteCount = 0

    /// Knows no text yet.
    public init() {}

    /// The words of a text, as hashes. O(bytes) the first time.
    mutating func words(of text: UntrustedText, hash: UInt64) -> [UInt64] {
        if let known = readings[hash] { return known.words }
        let words = Words(text).hashes
        readings[hash] = Reading(words: words)
        textsRead += 1
        byteCount += MemoryLayout<Reading>.stride + words.count * MemoryLayout<UInt64>.stride + Self.overhead
        return words
    }

    /// What a text says about capability targets. O(bytes) the first time.
    mutating func traits(hash: UInt64, _ read: () -> TextTraits) -> TextTraits {
        if let known = readings[hash]?.traits { return known }
        let traits = read()
        readings[hash]?.traits = traits
        byteCount += traits.strengths.count * MemoryLayout<Double>.stride + Self.overhead
        return traits
    }

    /// The keys by which texts' near-duplicates are found; none for a text without shingles. O(words) the first time; texts that
    /// are not known are read on all processors.
    mutating func bandKeys(_ texts: [(hash: UInt64, words: [UInt64])]) -> [[UInt64]] {
        let known = texts.map { readings[$0.hash]?.bandKeys }
        let keys = Parallel.map(texts.count) { known[$0] ?? Self.bandKeys(texts[$0].words) }
        for place in texts.indices where known[place] == nil { keep(keys[place], texts[place].hash) }
        return keys
    }

    private static func bandKeys(_ words: [UInt64]) -> [UInt64] {
        let shingles = MinHash.shingles(words)
        return shingles.isEmpty ? [] : MinHash.bandKeys(MinHash.signature(shingles))
    }

    private mutating func keep(_ keys: [UInt64], _ hash: UInt64) {
        readings[hash]?.bandKeys = keys
        byteCount += keys.count * MemoryLayout<UInt64>.stride + Self.overhead
    }

    /// What an array costs beside its elements.
    private static let overhead = 48
}
