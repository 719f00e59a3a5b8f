import Evidence

/// Whether the members of a group work at the same times, though no two of them need to coincide often: one that shares a
/// queue of work is active when the queue is.
///
/// A member's bins of time that others of the group have too are counted over all of them, by half hours within a day and by
/// hours within a week, against what each one's habits explain, times what habits leave unexplained between any two
/// strangers, such as working days. Pooled, a few requests a day are enough. After SynchroTrap (Cao et al. 2014), by groups.
struct JointActivity {
    /// The fewest common bins of a member that is in step.
    static let fewestBins = 5
    /// The surprise, in nats, from which on a member is in step, and the least ratio of common bins to expected ones.
    static let least = (surprise: 6.0, ratio: 1.5)
    /// The surprise and the ratio from which on a group is in step in what it says.
    static let leastOfGroup = (surprise: 12.0, ratio: 2.0)
    /// The fewest common bins of a member of such a group.
    static let fewestBinsInGroup = 3
    /// The members that one is compared with, picked by hash.
    static let companions = 64
    /// The strangers of each account by which chance is measured.
    private static let strangers = 8

    /// The profiles of all accounts at one scale, and how much oftener than expected strangers coincide.
    private struct Scale {
        var profiles: [StartProfile]
        var chance = 1.0
    }

    private static let divisions = [StartProfile.halves, StartProfile.hours]

    private let scales: [Scale]
    private let customerOf: [Int]
    private let intake: Intake
    private let sessions: Sessions
    private let content: Content

    /// Reads when accounts begin things. Linear in exchanges.
    init(_ intake: Intake, sessions: Sessions, content: Content, customerOf: [Int]) {
        self.customerOf = customerOf
        self.intake = intake
        self.sessions = sessions
        self.content = content
        scales = Self.divisions.map { scale in
            let profiles = Parallel.map(intake.ranges.count) { number in
                StartProfile(intake.ranges[number], intake, sessions, scale: scale)
            }
            return Scale(profiles: profiles, chance: Self.chance(profiles, customerOf))
        }
    }

    /// The members that are in step with the others of the group, none of their own customer, in all that they do. At most 64
    /// comparisons a member.
    func inStep(_ members: [Int]) -> [Int] {
        scales.reduce(into: Set<Int>()) { all, scale in
            all.formUnion(inStep(members, members.map { scale.profiles[$0] }, chance: scale.chance))
        }.sorted()
    }

    /// The members that are in step where they say any of these things, whatever else they do: a harvest may be a small part of
    /// an account's traffic, so that the group is asked first and its members less. Linear in the members' exchanges.
    func inStep(_ members: [Int], saying said: Set<Gathering.ContentValue>) -> [Int] {
        guard !said.isEmpty else { return [] }
        let places = Parallel.map(members.count) { number in
            intake.ranges[members[number]].filter { !said.isDisjoint(with: content.values(at: $0)) }
        }
        return inStep(members, at: places)
    }

    /// The exchanges of each member in which it says what most of them say in the same words.
    func places(of members: [Int], _ habitual: HabitualWords) -> [[Int]] {
        habitual.places(of: members, in: intake, content.prompts)
    }

    /// The members that are in step in these of their exchanges, if the group is.
    func inStep(_ members: [Int], at places: [[Int]]) -> [Int] {
        zip(Self.divisions, scales).reduce(into: Set<Int>()) { all, scale in
            let profiles = Parallel.map(places.count) {
                StartProfile(places[$0], intake, sessions, scale: scale.0)
            }
            let coincidences = coincidences(members, profiles, chance: scale.1.chance)
            guard Self.isInStep(coincidences) else { return }
            for (member, own) in zip(members, coincidences)
            where own.common >= Self.fewestBinsInGroup && Double(own.common) >= Self.least.ratio * own.explained {
                all.insert(member)
            }
        }.sorted()
    }

    /// The part of a group that keeps one time at least, and that of those who do when they are asked among themselves.
    private static let leastKeeping = (ofGroup: 0.5, ofThemselves: 0.75)

    /// The surprise, in nats, from which on a member keeps the time that its group keeps: whoever says what a busy campaign says meets it
    /// now and then.
    private static let leastOfKeeper = 2.0

    /// The members of a group that keep one time in these of their exchanges, however seldom each of them does: first all are
    /// asked, then those who took part among themselves. None, where fewer than half of the group do.
    func keepingTime(_ members: [Int], at places: [[Int]]) -> [Int] {
        var kept: [Int] = []
        for (division, scale) in zip(Self.divisions, scales) {
            let profiles = places.map { StartProfile($0, intake, sessions, scale: division) }
            let first = taking(zip(members, profiles).map { ($0, $1) }, chance: scale.chance)
            let then = taking(first, chance: scale.chance)
            guard Double(then.count) >= Self.leastKeeping.ofThemselves * Double(first.count) else { continue }
            if then.count > kept.count { kept = then.map(\.member) }
        }
        return Double(kept.count) < Self.leastKeeping.ofGroup * Double(members.count) ? [] : kept
    }

    /// Of a group that is in step, the members that coincide with others oftener than chance has it.
    private func taking(
        _ group: [(member: Int, profile: StartProfile)], chance: Double
    ) -> [(member: Int, profile: StartProfile)] {
        let own = coincidences(group.map(\.member), group.map(\.profile), chance: chance)
        guard Self.isInStep(own) else { return [] }
        return zip(group, own).filter { _, own in
            Double(own.common) >= Self.least.ratio * own.explained
                && Synchrony.surprise(own.common, expected: own.explained) >= Self.leastOfKeeper
        }.map(\.0)
    }

    /// Whether a group's coincidences are twice what chance brings about, and by more than it could.
    private static func isInStep(_ coincidences: [(common: Int, explained: Double)]) -> Bool {
        // Each coincidence is counted at both of its members.
        let common = coincidences.reduce(0) { $0 + $1.common } / 2
        let explained = coincidences.reduce(0) { $0 + $1.explained } / 2
        return Double(common) >= leastOfGroup.ratio * explained
            && Synchrony.surprise(common, expected: explained) >= leastOfGroup.surprise
    }

    /// The members whose profile is in step with the others'.
    private func inStep(_ members: [Int], _ profiles: [StartProfile], chance: Double) -> [Int] {
        zip(members, coincidences(members, profiles, chance: chance)).filter { _, own in
            own.common >= Self.fewestBins && Double(own.common) >= Self.least.ratio * own.explained
                && Synchrony.surprise(own.common, expected: own.explained) >= Self.least.surprise
        }.map(\.0)
    }

    /// The bins that each member has in common with members of other customers, and how many of them habits and chance explain.
    private func coincidences(
        _ members: [Int], _ profiles: [StartProfile], chance: Double
    ) -> [(common: Int, explained: Double)] {
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        return Parallel.map(members.count) { number in
            let own = members[number]
            let others = StableHash.sample(members, for: own, atMost: Self.companions)
                .filter { customerOf[$0] != customerOf[own] }.compactMap { place[$0] }
            let (common, expected) = Self.sum(profiles, of: number, with: others)
            return (common, expected * chance)
        }
    }

    /// The common bins with others, and the expected ones.
    private static func sum(
        _ profiles: [StartProfile], of own: Int, with others: [Int]
    ) -> (common: Int, expected: Double) {
        others.reduce(into: (0, 0.0)) { sums, other in
            sums.0 += profiles[own].common(profiles[other]).bins
            sums.1 += profiles[own].expected(profiles[other])
        }
    }

    /// How much oftener than expected strangers coincide, at least 1.
    private static func chance(_ profiles: [StartProfile], _ customerOf: [Int]) -> Double {
        guard profiles.count > 1 else { return 1 }
        let sums = Parallel.map(profiles.count) { account in
            let others = (1...strangers).map { step in
                Int(StableHash.mix(UInt64(account * strangers + step)) % UInt64(profiles.count))
            }
            return sum(profiles, of: account, with: others.filter { customerOf[$0] != customerOf[account] })
        }
        let common = sums.reduce(0) { $0 + $1.common }
        let expected = sums.reduce(0) { $0 + $1.expected }
        return expected > 0 ? max(1, Double(common) / expected) : 1
    }
}
