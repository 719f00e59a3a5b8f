import Evidence

extension Ties {
    /// What saying the same weighs among those who all say the same.
    private static let ofContentInside = 0.25
    /// The most that being near in time weighs.
    private static let ofNearness = 0.8

    /// The dense core of a cluster, in rising order: those whom more ties to one another than that they say the same, and those who pay with
    /// them. Each member is compared with 64 others, picked by hash.
    func core(of members: [Int]) -> [Int] {
        let directions = members.map { contentDirection(of: $0) }
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        let ties = Parallel.map(members.count) { one in
            StableHash.sample(members, for: members[one], atMost: ContentTies.companions).compactMap { account in
                place[account].flatMap { tie(one, $0, members, directions) }
            }
        }
        let core = Set(DenseCore.core(of: members.count, tiedBy: ties.flatMap { $0 }).map { members[$0] })
        return members.filter { core.contains($0) || pays($0, with: core) }
    }

    private func pays(_ account: Int, with core: Set<Int>) -> Bool {
        shared.ofAccount[account].contains { number in
            let value = shared.values[number]
            guard value.kind == .payment, weights[number] >= Stragglers.ofPayment else { return false }
            return value.members.contains { core.contains($0) && shared.areStrangers($0, account) }
        }
    }

    /// How strongly two members of different owners are tied: by what ties them beside content as `1 − Π (1 − weight)`, so that several
    /// kinds are more than one and none is more than enough, and by content much less.
    private func tie(
        _ one: Int, _ other: Int, _ members: [Int], _ directions: [[(value: Int, count: Double)]]
    ) -> DenseCore.Tie? {
        let (account, companion) = (members[one], members[other])
        guard shared.ownerOf[account] != shared.ownerOf[companion] else { return nil }
        var apart = 1 - Self.ofNearness * min(1, synchrony.nearness(account, companion) / TimedGroups.fullSurprise)
        var unlike = 1 - Self.most(.template) * min(1, Self.product(directions[one], directions[other]))
        for number in shared.common(account, companion) where weights[number] > 0 && shared.values[number].tiesAlone {
            let value = shared.values[number]
            let weight = weights[number] * value.part(of: account) * value.part(of: companion)
            if value.evidence == .content { unlike *= 1 - weight } else { apart *= 1 - weight }
        }
        let weight = 1 - apart + Self.ofContentInside * (1 - unlike)
        return weight > 0 ? DenseCore.Tie(one: one, other: other, weight: weight) : nil
    }

    /// The product of two directions, whose values are in rising order.
    private static func product(
        _ one: [(value: Int, count: Double)], _ other: [(value: Int, count: Double)]
    ) -> Double {
        var sum = 0.0
        var (left, right) = (0, 0)
        while left < one.count, right < other.count {
            let (a, b) = (one[left], other[right])
            if a.value == b.value { sum += a.count * b.count }
            left += a.value <= b.value ? 1 : 0
            right += b.value <= a.value ? 1 : 0
        }
        return sum
    }
}
