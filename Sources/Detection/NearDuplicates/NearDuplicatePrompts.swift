import Evidence

/// Prompts that nearly repeat those of other owners' accounts, found through bands of MinHash signatures and verified by
/// their exact similarity.
struct NearDuplicatePrompts {
    /// The similarity from which on two prompts nearly repeat each other.
    static let leastSimilarity = 0.8
    /// The fewest words of a prompt that is looked at.
    static let fewestWords = 10
    /// The texts of a crowded band that the others are compared with.
    static let representatives = 6

    /// What was found of one account.
    struct Count {
        /// The prompts looked at.
        var prompts = 0
        /// Those that nearly repeat another owner's.
        var repeated = 0
        /// The accounts whose prompts they repeat.
        var accounts: Set<Int> = []
    }

    /// What was found, for each account.
    private(set) var counts: [Count]

    /// Compares likely pairs. O(words), and the crowd of a band times the representatives.
    ///
    /// - Parameter bandKeys: the keys of each prompt, of which likely pairs share one.
    init(_ prompts: TextTable, _ intake: Intake, ownerOf: [Int], bandKeys: [[UInt64]]) {
        counts = Array(repeating: Count(), count: intake.accounts.count)
        let users = Self.users(prompts, intake)
        let partners = Self.partners(prompts, users, bandKeys)
        for place in intake.exchanges.indices {
            let text = Int(prompts.textOf[place])
            guard text >= 0, prompts.words[text].count >= Self.fewestWords else { continue }
            let account = intake.account(at: place)
            counts[account].prompts += 1
            let others = partners[text].union(users[text].prefix(64)).filter { ownerOf[$0] != ownerOf[account] }
            guard !others.isEmpty else { continue }
            counts[account].repeated += 1
            counts[account].accounts.formUnion(others)
        }
    }

    private static func users(_ prompts: TextTable, _ intake: Intake) -> [[Int]] {
        var users = Array(repeating: [Int](), count: prompts.count)
        for place in intake.exchanges.indices where prompts.textOf[place] >= 0 {
            let text = Int(prompts.textOf[place])
            if users[text].last != intake.account(at: place) { users[text].append(intake.account(at: place)) }
        }
        return users
    }

    /// The texts of each band that has several, and of few others: keys are counted first, in a table that may take two
    /// for one, since most belong to one text alone.
    private static func bands(_ prompts: TextTable, _ bandKeys: [[UInt64]]) -> [UInt64: [Int32]] {
        let long = (0..<prompts.count).filter { prompts.words[$0].count >= fewestWords }
        let keys = long.lazy.map { bandKeys[$0] }
        let mask = UInt64(1 << (long.count > 50_000 ? 26 : 20)) - 1
        var isSeen = [Bool](repeating: false, count: Int(mask) + 1)
        var recurs = isSeen
        for key in keys.joined() {
            let place = Int(key & mask)
            if isSeen[place] { recurs[place] = true } else { isSeen[place] = true }
        }
        var bands: [UInt64: [Int32]] = [:]
        for (text, keys) in zip(long, keys) {
            for key in keys where recurs[Int(key & mask)] { bands[key, default: []].append(Int32(text)) }
        }
        return bands
    }

    /// The pairs of texts that are compared, each once: in each band a few representatives, with all others.
    private static func likelyPairs(_ prompts: TextTable, _ bandKeys: [[UInt64]]) -> [(one: Int, other: Int)] {
        var pairs: [UInt64] = []
        for texts in bands(prompts, bandKeys).values where texts.count > 1 {
            let few = texts.sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(representatives)
            for one in few {
                for other in texts where other != one && mayRepeat(prompts.words[Int(one)], prompts.words[Int(other)]) {
                    pairs.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other)))
                }
            }
        }
        pairs.sort()
        return pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }
            .map { (Int(pairs[$0] >> 32), Int(pairs[$0] & 0xffff_ffff)) }
    }

    /// Whether two texts are of about one length: one that is much longer repeats nothing, even if it says a thing twice.
    private static func mayRepeat(_ one: [UInt64], _ other: [UInt64]) -> Bool {
        let longest = max(one.count, other.count) - Shingles.width + 1
        return Double(min(one.count, other.count) - Shingles.width + 1) >= leastSimilarity * Double(longest)
    }

    /// For each text, accounts that use one much like it.
    private static func partners(_ prompts: TextTable, _ users: [[Int]], _ bandKeys: [[UInt64]]) -> [Set<Int>] {
        let pairs = likelyPairs(prompts, bandKeys)
        var isAsked = [Bool](repeating: false, count: prompts.count)
        for pair in pairs {
            isAsked[pair.one] = true
            isAsked[pair.other] = true
        }
        let shingles = Parallel.map(prompts.count) { [isAsked] in
            isAsked[$0] ? MinHash.shingles(prompts.words[$0]) : []
        }
        let repeats = Parallel.map(pairs.count) { number in
            let (one, other) = pairs[number]
            return MinHash.areSimilar(shingles[one], shingles[other], atLeast: leastSimilarity)
        }
        var partners = Array(repeating: Set<Int>(), count: prompts.count)
        for (pair, repeats) in zip(pairs, repeats) where repeats {
            partners[pair.one].formUnion(users[pair.other].prefix(8))
            partners[pair.other].formUnion(users[pair.one].prefix(8))
        }
        return partners
    }
}
