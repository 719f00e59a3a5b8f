/// Runs of five words that recur, counted by exchanges. What recurs is found by counting alone, in any order, so that a
/// fixed span is found at the beginning, in the middle or at the end of a text.
struct Shingles {
    /// The words in a shingle.
    static let width = 5
    /// The fewest exchanges that make a shingle recurrent.
    static let fewest: Int32 = 4

    /// The hash of each recurrent shingle.
    private(set) var hashes: [UInt64] = []
    /// The exchanges that hold each.
    private(set) var uses: [Int32] = []
    /// For each text, the recurrent shingle that begins at each word; −1 where none does.
    private(set) var runs: [[Int32]] = []

    /// Counts the shingles of all texts: once in a small table of saturating counters, then exactly for those that may
    /// recur. O(words), and memory for recurrent shingles only.
    init(_ table: TextTable) {
        let bits = table.count > 50_000 ? 24 : 20
        var counters = [UInt8](repeating: 0, count: 1 << bits)
        let mask = UInt64(1 << bits) - 1
        for text in 0..<table.count {
            let weight = Int(min(table.uses[text], 255))
            Self.each(table.words[text]) { _, hash in
                let place = Int(hash & mask)
                counters[place] = UInt8(min(255, Int(counters[place]) + weight))
            }
        }
        var numbers: [UInt64: Int32] = [:]
        var last: [Int32] = []
        for text in 0..<table.count {
            var run = [Int32](repeating: -1, count: max(0, table.words[text].count - Self.width + 1))
            Self.each(table.words[text]) { place, hash in
                guard counters[Int(hash & mask)] >= UInt8(Self.fewest) else { return }
                let number: Int32
                if let known = numbers[hash] {
                    number = known
                } else {
                    number = Int32(hashes.count)
                    numbers[hash] = number
                    hashes.append(hash)
                    uses.append(0)
                    last.append(-1)
                }
                run[place] = number
                if last[Int(number)] != Int32(text) {
                    last[Int(number)] = Int32(text)
                    uses[Int(number)] += table.uses[text]
                }
            }
            runs.append(run)
        }
        dropRare()
    }

    private mutating func dropRare() {
        for text in runs.indices {
            for place in runs[text].indices where runs[text][place] >= 0 {
                if uses[Int(runs[text][place])] < Self.fewest { runs[text][place] = -1 }
            }
        }
    }

    /// Calls with each shingle's first word and hash, but for those that are mostly numbers, as rows of tables are.
    private static func each(_ words: [UInt64], _ body: (Int, UInt64) -> Void) {
        guard words.count >= width else { return }
        for place in 0...(words.count - width) {
            var hash = StableHash.seed
            var numbers = 0
            for offset in 0..<width {
                hash = StableHash.combine(hash, words[place + offset])
                numbers += words[place + offset] == Words.digits ? 1 : 0
            }
            // The first word tells ideographs apart, as Words does.
            if 2 * numbers < width { body(place, hash & ~1 | words[place] & 1) }
        }
    }
}
