public import HostileText

/// How far two analysts agree on the subjects that both have labelled.
public struct PairAgreement: Hashable, Sendable {
    /// One analyst, the first by name.
    public var one: UntrustedText
    /// The other.
    public var other: UntrustedText
    /// How many subjects both have labelled.
    public var subjects: Int
    /// On how many of them they say the same.
    public var same: Int
    /// Cohen's κ (Cohen 1960); `nil` where chance alone would agree always.
    public var kappa: Double?

    /// The share of the subjects on which they say the same.
    public var raw: Double { subjects == 0 ? 0 : Double(same) / Double(subjects) }

    /// Reckons it from the labels that each gave, subject by subject.
    init(_ one: UntrustedText, _ other: UntrustedText, labels: [(Label, Label)]) {
        self.one = one
        self.other = other
        subjects = labels.count
        same = labels.count { $0 == $1 }
        let count = Double(max(1, labels.count))
        let chance = Label.allCases.reduce(0.0) { sum, label in
            sum + Double(labels.count { $0.0 == label }) / count * (Double(labels.count { $0.1 == label }) / count)
        }
        kappa = chance < 1 && subjects > 0 ? (raw - chance) / (1 - chance) : nil
    }

    /// All pairs that have a subject in common, those that agree least first.
    static func all(in ratings: [Rating]) -> [PairAgreement] {
        var given: [UntrustedText: [Subject: Label]] = [:]
        for rating in ratings { given[rating.analyst, default: [:]][rating.subject] = rating.label }
        let names = given.keys.sorted()
        var pairs: [PairAgreement] = []
        for (index, one) in names.enumerated() {
            for other in names[(index + 1)...] {
                let mine = given[one] ?? [:]
                let theirs = given[other] ?? [:]
                let labels = mine.sorted { $0.key < $1.key }.compactMap { subject, label in
                    theirs[subject].map { (label, $0) }
                }
                if !labels.isEmpty { pairs.append(PairAgreement(one, other, labels: labels)) }
            }
        }
        return pairs.sorted { ($0.raw, $0.one, $0.other) < ($1.raw, $1.one, $1.other) }
    }
}
