/// The words that an account puts into its requests again and again and that few other customers do: what is left in common of one
/// instruction that every account words anew, in another order, with other phrases around.
///
/// An account's words are a direction: each counts by the fourth root of its share of the account's prompts, times how rare a habit it
/// is among customers. The product of two directions is 1 where both have the same habits and about 0 between strangers.
struct HabitualWords {
    /// The distinct prompts of an account that are read, picked by hash; fewer than the least say nothing.
    static let prompts = (least: 8, most: 128)
    /// The words read at the beginning of a prompt, and as many at its end.
    static let ends = 80
    /// The prompts that must hold a word for it to be a habit, their share of all, and how many times the share of customers
    /// who have that habit this must be.
    static let least = (uses: 3, share: 0.03, lift: 3.0)
    /// The customers who may have a habit that says something: a number of them, or a share of all.
    static let mostCustomers = (number: 60.0, share: 0.02)
    /// The habits of an account that count, the most telling first.
    static let mostHabits = 64
    /// The least square of a whole direction's length: one of fewer or commoner words is shorter than 1.
    static let leastNorm = 2.0

    /// The words of an account, by number, with their lengths.
    typealias Direction = [(word: Int, length: Double)]

    /// The direction of each account; empty where nothing is habitual.
    let directions: [Direction]
    private let words: [UInt64]

    /// How many words some direction may have.
    var count: Int { words.count }

    /// A word in an account's prompts.
    private struct Habit {
        var word: UInt64
        var share: Double
    }

    /// Reads the prompts of all accounts. Linear in the words of the prompts that count.
    init(_ prompts: TextTable, _ intake: Intake, customerOf: [Int]) {
        let read = Parallel.map(intake.ranges.count) { Self.habits(prompts, intake.ranges[$0]) }
        let habits = read.map { $0 ?? [] }
        var customers: [UInt64: (last: Int, count: Int)] = [:]
        let byCustomer = habits.indices.sorted { (customerOf[$0], $0) < (customerOf[$1], $1) }
        for account in byCustomer {
            for habit in habits[account] {
                var known = customers[habit.word] ?? (-1, 0)
                if known.last != customerOf[account] { known = (customerOf[account], known.count + 1) }
                customers[habit.word] = known
            }
        }
        let all = Double(max(20, Set(byCustomer.filter { read[$0] != nil }.map { customerOf[$0] }).count))
        let most = max(Self.mostCustomers.number, Self.mostCustomers.share * all)
        let shared = customers.filter { $0.value.count >= 2 }.mapValues { Double($0.count) }
        words = shared.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
        directions = Parallel.map(habits.count) { account in
            var lengths: Direction = habits[account].compactMap { habit in
                guard let having = shared[habit.word], let number = numbers[habit.word],
                    habit.share >= Self.least.lift * having / all, having <= most
                else { return nil }
                return (number, habit.share.squareRoot().squareRoot() * SharedValues.idf(having: having, of: Int(all)))
            }
            lengths.sort { ($1.length, $0.word) < ($0.length, $1.word) }
            lengths = Array(lengths.prefix(Self.mostHabits))
            let norm = max(Self.leastNorm, lengths.reduce(0) { $0 + $1.length * $1.length }).squareRoot()
            return lengths.map { ($0.word, $0.length / norm) }.sorted { $0.0 < $1.0 }
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

    /// The words that at least half of some accounts use habitually.
    private func common(to accounts: [Int]) -> Set<UInt64> {
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

    /// The words that enough of an account's prompts hold; `nil` where there are too few prompts.
    private static func habits(_ prompts: TextTable, _ range: Range<Int>) -> [Habit]? {
        let texts = Set(range.map { prompts.textOf[$0] }).filter { $0 >= 0 }
            .sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(Self.prompts.most)
        guard texts.count >= Self.prompts.least else { return nil }
        var all: [UInt64] = []
        for text in texts {
            let words = prompts.words[Int(text)]
            let read = words.count <= 2 * ends ? words[...] : words.prefix(ends) + words.suffix(ends)
            all += Set(read)
        }
        all.sort()
        var habits: [Habit] = []
        var start = 0
        while start < all.count {
            var end = start + 1
            while end < all.count, all[end] == all[start] { end += 1 }
            let share = Double(end - start) / Double(texts.count)
            if end - start >= least.uses, share >= least.share, all[start] != Words.digits {
                habits.append(Habit(word: all[start], share: share))
            }
            start = end
        }
        return habits
    }
}
