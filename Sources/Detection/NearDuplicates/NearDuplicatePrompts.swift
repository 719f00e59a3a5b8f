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
    init(_ prompts: TextTable, _ intake: Intake, ownerOf: [Int]) {
        counts = Array(repeating: Count(), count: intake.accounts.count)
        let users = Self.users(prompts, intake)
        let partners = Self.partners(prompts, users, ownerOf)
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

    /// For each text, accounts that use one much like it.
    private static func partners(_ prompts: TextTable, _ users: [[Int]], _ ownerOf: [Int]) -> [Set<Int>] {
        var shingles: [[UInt64]] = []
        var bands: [UInt64: [Int32]] = [:]
        for text in 0..<prompts.count {
            shingles.append(prompts.words[text].count >= fewestWords ? MinHash.shingles(prompts.words[text]) : [])
            guard !shingles[text].isEmpty else { continue }
            for key in MinHash.bandKeys(MinHash.signature(shingles[text])) {
                bands[key, default: []].append(Int32(text))
            }
        }
        var partners = Array(repeating: Set<Int>(), count: prompts.count)
        var compared: Set<UInt64> = []
        for texts in bands.values where texts.count > 1 {
            let few = texts.sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(representatives)
            for one in few {
                for other in texts where other != one {
                    let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
                    guard compared.insert(key).inserted else { continue }
                    guard MinHash.similarity(shingles[Int(one)], shingles[Int(other)]) >= leastSimilarity else {
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
