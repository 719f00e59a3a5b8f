import Evidence
import Foundation

/// Accounts that begin requests at the same times more often than their habits explain, by minutes within an hour and by
/// tens of minutes within a day.
///
/// Two accounts active in the same hour begin in the same minute by chance, at a rate given by how each spreads over the
/// minutes of all other hours (so that jobs that start on the hour are no surprise) and by how much each does in that hour (so that
/// lessons and office hours are none), at least as if spread evenly; likewise for tens of minutes within a day. The surprise of `o` common minutes where `e` are expected is the exponent of
/// Chernoff's bound, `o·ln(o/e) − (o − e)`, in nats. Follows the idea of SynchroTrap (Cao et al. 2014).
struct Synchrony {
    /// The fewest common minutes.
    static let fewestMinutes = 5
    /// The fewest different days of common minutes.
    static let fewestDays = 2
    /// The surprise, in nats, from which on two accounts are in step.
    static let leastSurprise = 14.0
    /// The surprise from which on two accounts may be near each other in time: by itself that says nothing.
    static let leastNearness = 2.0
    /// The nearest accounts that are kept for each.
    static let mostNear = 64
    /// Bins in which more accounts begin than this may not name candidates.
    static let crowd = 40
    /// The company that is counted for each start at most, on average: as long as it is less, no bin is a crowd.
    static let companyOfStart = 256
    /// The company that is counted in all, so that a large log is not asked for each pair of its accounts.
    static let mostCompany = 1 << 25

    /// Two accounts in step.
    struct Pair {
        var one: Int
        var other: Int
        /// The minutes in which both began.
        var minutes: Int
        /// The surprise, in nats.
        var surprise: Double
    }

    /// The pairs in step, by their accounts.
    private(set) var pairs: [Pair] = []
    /// The accounts in step with each, by number.
    private(set) var partners: [[Int]]
    /// The pairs near each other in time, each among the nearest of one of the two, by their accounts.
    private(set) var near: [Pair] = []
    /// The pairs of each account, by their places in `near`.
    private var nearOf: [[Int]] = []

    /// Looks for accounts in step, of different customers, at both scales. Linear in exchanges, and in the crowd of a bin
    /// squared.
    init(_ intake: Intake, sessions: Sessions, customerOf: [Int]) {
        var strongest: [UInt64: Pair] = [:]
        for scale in [StartProfile.minutes, StartProfile.tens] {
            let profiles = Parallel.map(intake.ranges.count) {
                StartProfile(intake.ranges[$0], intake, sessions, scale: scale)
            }
            for (key, pair) in Self.pairs(profiles, Company(profiles), customerOf)
            where pair.surprise > (strongest[key]?.surprise ?? 0) {
                strongest[key] = pair
            }
        }
        partners = Array(repeating: [], count: intake.ranges.count)
        let all = strongest.sorted { $0.key < $1.key }.map(\.value)
        pairs = all.filter { $0.surprise >= Self.leastSurprise }
        near = Self.nearest(all, accounts: intake.ranges.count)
        nearOf = Array(repeating: [], count: intake.ranges.count)
        for (place, pair) in near.enumerated() {
            nearOf[pair.one].append(place)
            nearOf[pair.other].append(place)
        }
        for pair in pairs {
            partners[pair.one].append(pair.other)
            partners[pair.other].append(pair.one)
        }
    }

    /// - Parameter most: no fewer than the bins that both have.
    private static func pair(_ one: Int, _ other: Int, atMost most: Int, _ profiles: [StartProfile]) -> Pair? {
        // What is dearest to know comes last: most pairs are no surprise even where habits explain nothing.
        let even = max(1e-3, profiles[one].expectedEvenly(profiles[other]))
        guard surprise(most, expected: even) >= leastNearness else { return nil }
        let (common, days) = profiles[one].common(profiles[other])
        guard days >= fewestDays, surprise(common, expected: even) >= leastNearness else { return nil }
        let expected = max(even, profiles[one].expectedByOtherDays(profiles[other]))
        let surprise = surprise(common, expected: expected)
        guard surprise >= leastNearness else { return nil }
        return Pair(one: one, other: other, minutes: common, surprise: surprise)
    }

    /// The members of a group that are near in time to at least a third of the others, and by as much in all as two accounts in
    /// step: what is little between two is much among all of them. O(pairs of the members).
    func nearby(_ members: [Int]) -> [Int] {
        let inside = Set(members)
        let fewest = max(2, (min(members.count - 1, Self.mostNear) + 2) / 3)
        return members.filter { member in
            let pairs = nearOf[member].map { near[$0] }.filter { inside.contains($0.one) && inside.contains($0.other) }
            return pairs.count >= fewest && pairs.reduce(0) { $0 + $1.surprise } >= Self.leastSurprise
        }
    }

    /// By how much two accounts are near in time, in nats; 0 where neither is among the other's nearest. O(near pairs of the one).
    func nearness(_ one: Int, _ other: Int) -> Double {
        let place = nearOf[one].first { near[$0].one == other || near[$0].other == other }
        return place.map { near[$0].surprise } ?? 0
    }

    /// Of some pairs, those among the nearest of one of their accounts.
    private static func nearest(_ pairs: [Pair], accounts: Int) -> [Pair] {
        var ofAccount: [[Int]] = Array(repeating: [], count: accounts)
        for (number, pair) in pairs.enumerated() {
            ofAccount[pair.one].append(number)
            ofAccount[pair.other].append(number)
        }
        let kept = ofAccount.flatMap { own in
            own.sorted { (pairs[$1].surprise, $0) < (pairs[$0].surprise, $1) }.prefix(mostNear)
        }
        return Set(kept).sorted().map { pairs[$0] }
    }

    /// The parts into which accounts are divided.
    private static let parts = 64

    /// The pairs in step. Each account is taken with all after it, so that only its own company is counted at a time.
    private static func pairs(
        _ profiles: [StartProfile], _ company: Company, _ customerOf: [Int]
    ) -> [(key: UInt64, pair: Pair)] {
        Parallel.map(parts) { part in
            var counts = [Int32](repeating: 0, count: profiles.count)
            var found: [(key: UInt64, pair: Pair)] = []
            for one in stride(from: part, to: profiles.count, by: parts) {
                for other in company.others(after: one, customerOf, &counts) {
                    let count = counts[other]
                    counts[other] = 0
                    let most = Int(count) + min(company.crowded[one], company.crowded[other])
                    guard count >= fewestMinutes, let pair = pair(one, other, atMost: most, profiles) else { continue }
                    found.append((UInt64(one) << 32 | UInt64(other), pair))
                }
            }
            return found
        }.flatMap { $0 }
    }

    /// The exponent of Chernoff's bound on so many common minutes.
    static func surprise(_ observed: Int, expected: Double) -> Double {
        let count = Double(observed)
        guard count > expected, expected > 0 else { return 0 }
        return count * log(count / expected) - (count - expected)
    }
}
