import Evidence

/// Groups of strangers whose requests hold like words, though none says what another says, and who meet on address ranges and payments
/// more often than chance brings them together: what is left of a pool that words its instruction anew for every account and has much of its
/// infrastructure to itself.
struct Circles {
    /// The least mean likeness inside a group.
    static let resolution = 0.28
    /// The surprise, in nats, from which on members meet by more than chance.
    static let leastSurprise = 12.0
    /// The fewest customers who meet.
    static let fewestCustomers = 4
    /// How like those who meet another member's words must be, as a part of how like they are to each other.
    static let leastNear = 0.75
    /// From this likeness on two say the same word for word, and the most pairs that may: then their texts say who belongs together.
    static let sameWords = (likeness: 0.8, most: 0.15)
    /// Of those who meet, the members that may be of organisations with several accounts; and of strangers, those whose organisation has
    /// accounts elsewhere. More are a trade, which speaks as it does.
    static let mostOfTrade = (whoMeet: 0.2, strangers: 0.05)
    /// The part of a circle that one payment or one address range may tie: more are a customer, or in one room.
    static let mostOfOne = 0.6

    /// What makes a circle of those who do not meet: so many members, nearly each a customer of its own, who have so many words in common, and
    /// whose traffic is not general.
    static let ofStrangers = (members: 6, customers: 0.85, words: 15)
    /// Strangers word what they are told anew with each request, so that of a member's requests fewer than this part hold a common word, or
    /// they are as like as this to each other: whoever has a fixed wording of its own has a program of its own.
    static let wording = (mostSteady: 0.45, leastLike: 0.5)
    /// The share of a circle's traffic that must not be general.
    static let leastFocus = Pools.leastFocus

    private let groups: [[Int]]
    private let ties: Ties
    private let targets: [[Int]]

    /// Looks for circles in groups whose requests hold like words.
    ///
    /// - Parameter targets: How many exchanges of each account have each target.
    init(_ groups: [[Int]], _ ties: Ties, targets: [[Int]]) {
        self.groups = groups
        self.ties = ties
        self.targets = targets
    }

    /// Of each group, without those who are settled, those who meet, and those who say nearly what these say, each in rising order.
    /// O(members · words) of a group, times 64 at most.
    func whoMeet(without settled: Set<Int>) -> [[Int]] {
        Parallel.map(groups.count) { circle(in: groups[$0].filter { !settled.contains($0) }) }.compactMap(\.self)
    }

    /// Of each group those who are not settled, where they are strangers who extract something in words of their own.
    func whoSpeakAlike(without settled: Set<Int>) -> [[Int]] {
        Parallel.map(groups.count) { number in
            let left = groups[number].filter { !settled.contains($0) }
            return areStrangersOfOneMind(left) ? left : nil
        }.compactMap(\.self)
    }

    private func areStrangersOfOneMind(_ group: [Int]) -> Bool {
        let least = Self.ofStrangers
        let customers = Set(group.map { ties.shared.customerOf[$0] }).count
        return (least.members..<SharedValues.fewestOfCrowd).contains(group.count)
            && OtherReasons.elsewhere(group, ties.shared) <= Self.mostOfTrade.strangers
            && Double(customers) >= least.customers * Double(group.count)
            && ties.wordings.common(to: group).count >= least.words && focus(group) >= Self.leastFocus
            && !sayTheSame(group)
            && !isOfOne(group, mayMeet: false) && isWordedAnew(group)
    }

    /// The mean share of members' traffic that is not general.
    private func focus(_ group: [Int]) -> Double {
        Self.mean(
            group.map { member in
                let all = targets[member].reduce(0, +)
                return all == 0 ? 0 : 1 - Double(targets[member][CapabilityTarget.general.place]) / Double(all)
            })
    }

    /// The members who meet, and those who say nearly what these say; `nil` where they meet by chance, say the same word for word, or
    /// one payment or one room explains it.
    private func circle(in group: [Int]) -> [Int]? {
        let met = ties.meetings.inside(group)
        let meeting = group.indices.filter { !met[$0].isEmpty }.map { group[$0] }
        guard Set(meeting.map { ties.shared.customerOf[$0] }).count >= Self.fewestCustomers,
            ties.meetings.surprise(of: group, meeting: met) >= Self.leastSurprise
        else { return nil }
        let usual = Self.mean(meeting.map { nearness(of: $0, to: meeting) })
        let near = Set(meeting)
        let circle = group.filter { near.contains($0) || nearness(of: $0, to: meeting) >= Self.leastNear * usual }
        let isOther = sayTheSame(circle) || isOfOne(circle, mayMeet: true)
        return isOther || established(circle) > Self.mostOfTrade.whoMeet ? nil : circle
    }

    /// The mean likeness of an account's words to those of others of other customers.
    private func nearness(of account: Int, to others: [Int]) -> Double {
        Self.mean(likenesses(account, others))
    }

    private func likenesses(_ account: Int, _ others: [Int]) -> [Double] {
        StableHash.sample(others, for: account, atMost: ContentTies.companions)
            .filter { ties.shared.customerOf[$0] != ties.shared.customerOf[account] }
            .map { ties.wordings.likeness(account, $0) }
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }

    private func established(_ circle: [Int]) -> Double {
        Double(circle.count { ties.shared.isEstablished[$0] }) / Double(circle.count)
    }

    private func isWordedAnew(_ group: [Int]) -> Bool {
        ties.wordings.steadiness(of: group) < Self.wording.mostSteady
            || Self.mean(group.map { nearness(of: $0, to: group) }) >= Self.wording.leastLike
    }

    private func sayTheSame(_ circle: [Int]) -> Bool {
        let likenesses = circle.flatMap { self.likenesses($0, circle) }
        let same = likenesses.count { $0 > Self.sameWords.likeness }
        return Double(same) > Self.sameWords.most * Double(likenesses.count)
    }

    /// Whether one payment pays for most of a circle, or most of it sit on one range and, if they may meet, few of it in another network.
    private func isOfOne(_ circle: [Int], mayMeet: Bool) -> Bool {
        let payments = holders(.payment, circle), ranges = holders(.addressRange, circle)
        func isMost(_ members: [Int]) -> Bool { Double(members.count) > Self.mostOfOne * Double(circle.count) }
        guard !payments.values.contains(where: isMost) else { return true }
        guard ranges.values.contains(where: isMost) else { return false }
        return !mayMeet || !NetworkVisits(ranges, inOnePlace: true, ties.shared).areOfMovers
    }

    /// The members who have each value of a kind that members of several customers have.
    private func holders(_ kind: Indicator.Kind, _ circle: [Int]) -> [Int: [Int]] {
        var holders: [Int: [Int]] = [:]
        for member in circle {
            for number in ties.shared.ofAccount[member] where ties.shared.values[number].kind == kind {
                holders[number, default: []].append(member)
            }
        }
        return holders.filter { Set($0.value.map { ties.shared.customerOf[$0] }).count > 1 }
    }
}
