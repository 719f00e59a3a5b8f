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
    /// The members that one is compared with, picked by hash.
    static let companions = 64
    /// The strangers of each account by which chance is measured.
    private static let strangers = 8

    /// The profiles of all accounts at one scale, and how much oftener than expected strangers coincide.
    private struct Scale {
        var profiles: [StartProfile]
        var chance = 1.0
    }

    private let scales: [Scale]
    private let customerOf: [Int]

    /// Reads when accounts begin things. Linear in exchanges.
    init(_ intake: Intake, sessions: Sessions, customerOf: [Int]) {
        self.customerOf = customerOf
        scales = [StartProfile.halves, StartProfile.hours].map { scale in
            let profiles = Parallel.map(intake.ranges.count) { number in
                StartProfile(intake.ranges[number], intake, sessions, scale: scale)
            }
            return Scale(profiles: profiles, chance: Self.chance(profiles, customerOf))
        }
    }

    /// The members that are in step with the others of the group, none of their own customer. At most 64 comparisons a member.
    func inStep(_ members: [Int]) -> [Int] {
        let marks = Parallel.map(members.count) { number in
            scales.contains { isInStep(members[number], with: members, $0) }
        }
        return zip(members, marks).filter(\.1).map(\.0)
    }

    private func isInStep(_ member: Int, with members: [Int], _ scale: Scale) -> Bool {
        let (common, expected) = Self.sum(
            member, with: StableHash.sample(members, for: member, atMost: Self.companions), scale.profiles, customerOf)
        let explained = expected * scale.chance
        return common >= Self.fewestBins && Double(common) >= Self.least.ratio * explained
            && Synchrony.surprise(common, expected: explained) >= Self.least.surprise
    }

    /// The common bins of an account with others of other customers, and the expected ones.
    private static func sum(
        _ account: Int, with others: [Int], _ profiles: [StartProfile], _ customerOf: [Int]
    ) -> (common: Int, expected: Double) {
        var common = 0
        var expected = 0.0
        for other in others where customerOf[other] != customerOf[account] {
            common += profiles[account].common(profiles[other]).bins
            expected += profiles[account].expected(profiles[other])
        }
        return (common, expected)
    }

    /// How much oftener than expected strangers coincide, at least 1.
    private static func chance(_ profiles: [StartProfile], _ customerOf: [Int]) -> Double {
        guard profiles.count > 1 else { return 1 }
        let sums = Parallel.map(profiles.count) { account in
            let others = (1...strangers).map { step in
                Int(StableHash.mix(UInt64(account * strangers + step)) % UInt64(profiles.count))
            }
            return sum(account, with: others, profiles, customerOf)
        }
        let common = sums.reduce(0) { $0 + $1.common }
        let expected = sums.reduce(0) { $0 + $1.expected }
        return expected > 0 ? max(1, Double(common) / expected) : 1
    }
}
