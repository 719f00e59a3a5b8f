/// How the requests that say something of a repertoire, or of one text, are spread over those who say it.
///
/// A program that deals work out to a pool gives each account about as much of it as any other, or the same part of what it asks.
/// People who use public texts do so as they please: some ten times as often as others.
struct Dealing {
    /// The part of all who must say as much of it as is expected, give or take two standard deviations of a Poisson count, where they
    /// say several texts, and where they say one.
    static let leastEven = (ofSeveral: 0.8, ofOne: 0.9)
    /// The part of all who must say several texts, for it to be of several.
    static let leastSeveral = 0.4
    /// How often the one in the middle must say one text: fewer uses are even wherever they are rare.
    static let fewestOfOne = 4
    /// The part of what an account asks from which on it is all that it asks, and says nothing of how work is dealt out.
    static let mostOfTraffic = 0.8

    /// The accounts that say something of it, in rising order.
    private(set) var accounts: [Int] = []
    /// How many of each account's requests do.
    private(set) var uses: [Int] = []
    /// How many different texts each says, those that come in one request taken for one.
    private(set) var texts: [Int] = []
    /// How many requests each makes in all.
    private(set) var totals: [Int] = []

    /// Adds an account behind all those before it: how many of so many requests say something of it, and how many different texts.
    mutating func add(_ account: Int, uses: Int, texts: Int, of total: Int) {
        accounts.append(account)
        self.uses.append(uses)
        self.texts.append(texts)
        totals.append(total)
    }

    /// The accounts to which it is dealt, in rising order, none where it is not: those who say several of its texts, and, where nearly all
    /// who say anything of it say as much as is expected of them, all those.
    var dealtTo: [Int] {
        guard !accounts.isEmpty, usualPart <= Self.mostOfTraffic else { return [] }
        let (part, others) = (asPart, asOthers)
        let expected = part.part > others.part ? part : others
        let isOfAll = expected.part >= Self.leastEven.ofOne
        let isOfSeveral = Double(texts.count { $0 >= 2 }) >= Self.leastSeveral * Double(accounts.count)
        guard isOfSeveral ? expected.part >= Self.leastEven.ofSeveral : isOfAll && usual >= Self.fewestOfOne else {
            return []
        }
        return accounts.indices.filter { texts[$0] >= 2 || isOfAll && expected.isMet[$0] }.map { accounts[$0] }
    }

    /// How many requests of the account in the middle say something of it.
    private var usual: Int { uses.sorted()[uses.count / 2] }

    /// What part of all that an account asks they are, in the middle.
    private var usualPart: Double { zip(uses, totals).map { Double($0) / Double($1) }.sorted()[uses.count / 2] }

    /// Whether each account says as much of it as is expected, and the part of them that do.
    private struct Expectation {
        let isMet: [Bool]
        var part: Double { Double(isMet.count { $0 }) / Double(isMet.count) }
    }

    /// That each says as much as the one in the middle does.
    private var asOthers: Expectation {
        let usual = Double(usual)
        return expectation { _ in usual }
    }

    /// That it is the same part of what each asks.
    private var asPart: Expectation {
        let usual = usualPart
        return expectation { usual * Double(totals[$0]) }
    }

    private func expectation(_ expected: (Int) -> Double) -> Expectation {
        Expectation(isMet: uses.indices.map { abs(Double(uses[$0]) - expected($0)) <= 2 * expected($0).squareRoot() })
    }
}
