/// The words that an account puts into its requests again and again and that few other customers do: what is left in common of one
/// instruction that every account words anew, in another order, with other phrases around.
///
/// An account's words are a direction: each counts by the fourth root of its share of the account's prompts, times how rare a habit it
/// is among customers. The product of two directions is 1 where both have the same habits and about 0 between strangers.
struct HabitualWords {
    /// What a word must be to say something of who uses it.
    struct Measure {
        /// The share of an account's requests that must hold it, and how many times the share of customers who have it that must be.
        var least: (share: Double, lift: Double)
        /// The customers who may have it: a number of them, or a share of all.
        var mostCustomers: (number: Double, share: Double)

        /// A habit of a few among other things that they say.
        static let ofPrompts = Measure(least: (0.03, 3), mostCustomers: (60, 0.02))
        /// A word of what an account is told to do, however many others are told something with that word in it.
        static let ofRequests = Measure(least: (0.1, 0), mostCustomers: (60, 0.1))
    }

    /// The habits of an account that count, the most telling first.
    static let mostHabits = 64
    /// The least square of a whole direction's length: one of fewer or commoner words is shorter than 1.
    static let leastNorm = 2.0

    /// The words of an account, by number, with their lengths and the share of requests that hold them.
    typealias Direction = [(word: Int, length: Double, share: Double)]

    /// The direction of each account; empty where nothing is habitual.
    let directions: [Direction]
    private let words: [UInt64]

    /// How many words some direction may have.
    var count: Int { words.count }

    /// Finds the words that say something. Linear in the shares.
    init(_ shares: WordShares, customerOf: [Int], _ measure: Measure) {
        let habits = shares.ofAccount.map { own in (own ?? []).filter { $0.share >= measure.least.share } }
        var customers: [UInt64: (last: Int, count: Int)] = [:]
        let byCustomer = habits.indices.sorted { (customerOf[$0], $0) < (customerOf[$1], $1) }
        for account in byCustomer {
            for habit in habits[account] {
                var known = customers[habit.word] ?? (-1, 0)
                if known.last != customerOf[account] { known = (customerOf[account], known.count + 1) }
                customers[habit.word] = known
            }
        }
        let all = Double(max(20, Set(byCustomer.filter { shares.ofAccount[$0] != nil }.map { customerOf[$0] }).count))
        let most = max(measure.mostCustomers.number, measure.mostCustomers.share * all)
        let users = customers.filter { $0.value.count >= 2 }.mapValues { Double($0.count) }
        words = users.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
        directions = Parallel.map(habits.count) { account in
            var lengths: Direction = habits[account].compactMap { habit in
                guard let having = users[habit.word], let number = numbers[habit.word],
                    habit.share >= measure.least.lift * having / all, having <= most
                else { return nil }
                let length = habit.share.squareRoot().squareRoot() * SharedValues.idf(having: having, of: Int(all))
                return (number, length, habit.share)
            }
            lengths.sort { ($1.length, $0.word) < ($0.length, $1.word) }
            lengths = Array(lengths.prefix(Self.mostHabits))
            let norm = max(Self.leastNorm, lengths.reduce(0) { $0 + $1.length * $1.length }).squareRoot()
            return lengths.map { ($0.word, $0.length / norm, $0.share) }.sorted { $0.0 < $1.0 }
        }
    }

    /// How alike the habits of two accounts are, 0 to 1. O(habits of both).
    func likeness(_ one: Int, _ other: Int) -> Double {
        var sum = 0.0
        var left = directions[one][...]
        var right = directions[other][...]
        while let a = left.first, let b = right.first {
            if a.word == b.word { sum += a.length * b.length }
            if a.word <= b.word { left.removeFirst() }
            if b.word <= a.word { right.removeFirst() }
        }
        return sum
    }

    /// The mean share of an account's requests that hold a word which at least half of some accounts use habitually, where it does. O(words).
    func steadiness(of accounts: [Int]) -> Double {
        let common = common(to: accounts)
        let shares = accounts.flatMap { directions[$0] }.filter { common.contains(words[$0.word]) }.map(\.share)
        return shares.reduce(0, +) / Double(max(1, shares.count))
    }

    /// The words that at least half of some accounts use habitually.
    func common(to accounts: [Int]) -> Set<UInt64> {
        var counts: [Int: Int] = [:]
        for account in accounts { for own in directions[account] { counts[own.word, default: 0] += 1 } }
        return Set(counts.filter { 2 * $0.value >= accounts.count }.map { words[$0.key] })
    }

    /// The exchanges of each of some accounts whose prompts hold a third of the words that most of them use habitually, and at least
    /// three: what the group says, among all that its members do. O(words of their prompts).
    func places(of accounts: [Int], in intake: Intake, _ prompts: TextTable) -> [[Int]] {
        let common = common(to: accounts)
        guard common.count >= 3 else { return accounts.map { _ in [] } }
        return Parallel.map(accounts.count) { number in
            intake.ranges[accounts[number]].filter { place in
                guard prompts.textOf[place] >= 0 else { return false }
                let held = Set(prompts.words[Int(prompts.textOf[place])]).intersection(common).count
                return held >= 3 && 3 * held >= common.count
            }
        }
    }
}
