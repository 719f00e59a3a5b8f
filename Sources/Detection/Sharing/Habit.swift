/// That a program puts a text into requests: most who have it have it in a quarter of their requests or, however much else they ask,
/// repeat it. People do not come to say twenty words alike three times each, nor ten words twenty times.
struct Habit {
    /// The part of an account's requests that is a habit, one in so many.
    static let quarter = 4
    /// The words from which on a text is long.
    static let wordsOfLong = 20.0
    /// How often nobody repeats a long text, and a shorter one, by accident.
    private static let uses = (ofLong: 3, ofShort: 20)
    /// The uses of a long text, and of a shorter one, by which an account takes part in it wholly.
    private static let usesOfWhole = (ofLong: 8.0, ofShort: 40.0)

    /// How far each member takes part in it, 0 to 1, by the value's members: how nearly it is a quarter of the member's
    /// requests, or how often it comes.
    let parts: [Double]

    /// From so many customers on, a public wording has a program of its own that brings it along, which is seen by its client.
    static let fewestOfMultitude = 400

    /// Whether it says anything of a crowd: it is half of what half of the members ask, or a quarter where they are a multitude. Many use a
    /// public wording among other things.
    let tellsInACrowd: Bool

    /// The habit that a text is; `nil` for a phrase, and for what most who have it say now and then.
    init?(of value: SharedValue, words: Double, totals: [Int]) {
        guard words >= Gathering.wordsOfWhole else { return nil }
        let isLong = words >= Self.wordsOfLong
        let shares = zip(value.uses, value.members).map { Double(Self.quarter * $0) / Double(totals[$1]) }
        let habitual = shares.count { $0 >= 1 }
        let repeated = value.uses.count { $0 >= (isLong ? Self.uses.ofLong : Self.uses.ofShort) }
        guard 2 * max(habitual, repeated) >= value.members.count else { return nil }
        let least = value.owners >= Self.fewestOfMultitude ? 1 : Double(Self.quarter) / 2
        tellsInACrowd = 2 * shares.count { $0 >= least } >= value.members.count
        parts = zip(shares, value.uses).map { share, uses in
            min(1, max(share, Double(uses) / (isLong ? Self.usesOfWhole.ofLong : Self.usesOfWhole.ofShort)))
        }
    }
}
