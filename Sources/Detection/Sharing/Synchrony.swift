import Evidence
import Foundation

/// Accounts that begin requests at the same times more often than their habits explain, by minutes within an hour and by
/// tens of minutes within a day.
///
/// Two accounts active in the same hour begin in the same minute by chance, at a rate given by how each spreads over the
/// minutes of an hour (so that jobs that start on the hour are no surprise) and by how much each does in that hour (so that
/// lessons and office hours are none); likewise for tens of minutes within a day. The surprise of `o` common minutes where `e` are expected is the exponent of
/// Chernoff's bound, `o·ln(o/e) − (o − e)`, in nats. Follows the idea of SynchroTrap (Cao et al. 2014).
struct Synchrony {
    /// The fewest common minutes.
    static let fewestMinutes = 5
    /// The fewest different days of common minutes.
    static let fewestDays = 2
    /// The surprise, in nats, from which on two accounts are in step.
    static let leastSurprise = 14.0
    /// Minutes in which more accounts begin than this do not name candidates.
    static let crowd = 40

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

    /// Looks for accounts in step, of different customers, at both scales. Linear in exchanges, and in the crowd of a bin
    /// squared.
    init(_ intake: Intake, sessions: Sessions, customerOf: [Int]) {
        var strongest: [UInt64: Pair] = [:]
        for scale in [StartProfile.minutes, StartProfile.tens] {
            let profiles = intake.ranges.map { StartProfile($0, intake, sessions, scale: scale) }
            for (key, count) in Self.candidates(profiles, customerOf) where count >= Self.fewestMinutes {
                guard let pair = Self.pair(key, profiles) else { continue }
                if pair.surprise > (strongest[key]?.surprise ?? 0) { strongest[key] = pair }
            }
        }
        partners = Array(repeating: [], count: intake.ranges.count)
        pairs = strongest.sorted { $0.key < $1.key }.map(\.value)
        for pair in pairs {
            partners[pair.one].append(pair.other)
            partners[pair.other].append(pair.one)
        }
    }

    private static func pair(_ key: UInt64, _ profiles: [StartProfile]) -> Pair? {
        let one = Int(key >> 32)
        let other = Int(key & 0xffff_ffff)
        let (common, days) = profiles[one].common(profiles[other])
        guard days >= fewestDays else { return nil }
        let surprise = surprise(common, expected: profiles[one].expected(profiles[other]))
        guard surprise >= leastSurprise else { return nil }
        return Pair(one: one, other: other, minutes: common, surprise: surprise)
    }

    /// The pairs that begin in one bin at least once, with the number of times.
    private static func candidates(_ profiles: [StartProfile], _ customerOf: [Int]) -> [UInt64: Int32] {
        var company: [Int64: [Int]] = [:]
        for (account, profile) in profiles.enumerated() {
            for bin in profile.bins { company[bin, default: []].append(account) }
        }
        var candidates: [UInt64: Int32] = [:]
        for accounts in company.values where accounts.count > 1 && accounts.count <= crowd {
            for (index, one) in accounts.enumerated() {
                for other in accounts[(index + 1)...] where customerOf[one] != customerOf[other] {
                    candidates[UInt64(one) << 32 | UInt64(other), default: 0] += 1
                }
            }
        }
        return candidates
    }

    /// The exponent of Chernoff's bound on so many common minutes.
    static func surprise(_ observed: Int, expected: Double) -> Double {
        let count = Double(observed)
        guard count > expected, expected > 0 else { return 0 }
        return count * log(count / expected) - (count - expected)
    }
}
