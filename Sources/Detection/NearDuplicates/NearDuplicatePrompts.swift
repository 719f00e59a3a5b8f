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
    init(_ prompts: TextTable, _ intake: Intake, ownerOf: [Int], readings: inout Readings) {
        counts = Array(repeating: Count(), count: intake.accounts.count)
        let users = Self.users(prompts, intake)
        let partners = Self.partners(prompts, users, &readings)
        for place in intake.exchanges.indices {
            let text = Int(prompts.textOf[place])
            guard text >= 0, prompts.words[text].count >= Self.fewestWords else { continue }
            let account = intake.accountOf[place]
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
            if users[text].last != intake.accountOf[place] { users[text].append(intake.accountOf[place]) }
        }
        return users
    }

    /// The texts of each band that has several, and of few others: keys are counted first, in a table that may take two
    /// for one, since most belong to one text alone.
    private static func bands(_ prompts: TextTable, _ readings: inout Readings) -> [UInt64: [Int32]] {
        let long = (0..<prompts.count).filter { prompts.words[$0].count >= fewestWords }
        let keys = readings.bandKeys(long.map { (prompts.hashes[$0], prompts.words[$0]) })
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

    /// For each text, accounts that use one much like it.
    private static func partners(_ prompts: TextTable, _ users: [[Int]], _ readings: inout Readings) -> [Set<Int>] {
        var shingles: [[UInt64]?] = Array(repeating: nil, count: prompts.count)
        func shinglesOf(_ text: Int32) -> [UInt64] {
            if let known = shingles[Int(text)] { return known }
            let read = MinHash.shingles(prompts.words[Int(text)])
            shingles[Int(text)] = read
            return read
        }
        let bands = bands(prompts, &readings)
        var partners = Array(repeating: Set<Int>(), count: prompts.count)
        var compared: Set<UInt64> = []
        for texts in bands.values where texts.count > 1 {
            let few = texts.sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(representatives)
            for one in few {
                for other in texts where other != one {
                    let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
                    guard compared.insert(key).inserted else { continue }
                    guard MinHash.similarity(shinglesOf(one), shinglesOf(other)) >= leastSimilarity else {
                        continue
                    }
                    partners[Int(one)].formUnion(users[Int(other)].prefix(8))
                    partners[Int(other)].formUnion(users[Int(one)].prefix(8))
                }
            }
        }
        return partners
    }
}
