import Evidence

extension SharedValues {
    /// The fewest customers who keep one time when they say a thing.
    static let fewestInTime = 5

    /// Marks whole texts whose holders keep one time when they say them, whatever else they do: a queue that is worked off by many
    /// accounts shows in when its instruction comes, though it be a small part of their traffic and so many say it that
    /// nobody would call it rare. A place where most sit together keeps its hours, and does not count.
    ///
    /// - Complexity: O(exchanges), and 64 comparisons for each holder of a whole text.
    mutating func markTimed(_ joint: JointActivity, _ intake: Intake, _ content: Content) {
        let asked = values.indices.filter { mayBeTimed(values[$0]) }
        var numbers: [Gathering.ContentValue: Int] = [:]
        for (number, value) in asked.enumerated() { if let said = values[value].said { numbers[said] = number } }
        guard !numbers.isEmpty else { return }
        var places = Array(repeating: [Int: [Int]](), count: asked.count)
        for place in intake.exchanges.indices {
            for value in content.values(at: place) {
                if let number = numbers[value] { places[number][intake.account(at: place), default: []].append(place) }
            }
        }
        let keeping = Parallel.map(asked.count) { [places, values] number in
            let holders = values[asked[number]].members
            return joint.keepingTime(holders, at: holders.map { places[number][$0] ?? [] })
        }
        for (value, kept) in zip(asked, keeping) {
            guard Set(kept.map { customerOf[$0] }).count >= Self.fewestInTime, !sitTogether(kept) else { continue }
            values[value].inTime = kept
        }
    }

    private func mayBeTimed(_ value: SharedValue) -> Bool {
        value.evidence == .content && value.substance >= 1 && value.owners >= Self.fewestInTime
    }

    /// Whether more than three in five of these accounts are in one address range.
    private func sitTogether(_ accounts: [Int]) -> Bool {
        var counts: [Int: Int] = [:]
        for account in accounts {
            for value in ofAccount[account] where values[value].kind == .addressRange { counts[value, default: 0] += 1 }
        }
        return 5 * (counts.values.max() ?? 0) > 3 * accounts.count
    }
}
