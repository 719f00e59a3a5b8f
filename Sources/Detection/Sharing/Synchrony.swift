import Evidence
import Foundation

/// Accounts that begin requests in the same minutes more often than their hours explain.
///
/// Two accounts active in the same hour begin in the same minute by chance, at a rate given by how each spreads over the
/// minutes of an hour (so that jobs that start on the hour are no surprise) and by how much each does in that hour (so that
/// lessons and office hours are none). The surprise of `o` common minutes where `e` are expected is the exponent of
/// Chernoff's bound, `o·ln(o/e) − (o − e)`, in nats. Follows the idea of SynchroTrap (Cao et al. 2014).
struct Synchrony {
    /// The fewest common minutes.
    static let fewestMinutes = 5
    /// The fewest different days of common minutes.
    static let fewestDays = 2
    /// The surprise, in nats, from which on two accounts are in step.
    static let leastSurprise = 16.0
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

    /// Looks for accounts in step, of different owners. Linear in exchanges, and in the crowd of a minute squared.
    init(_ intake: Intake, sessions: Sessions, ownerOf: [Int]) {
        let profiles = intake.ranges.map { StartProfile($0, intake, sessions) }
        partners = Array(repeating: [], count: profiles.count)
        var candidates: [UInt64: Int32] = [:]
        for accounts in Self.companyByMinute(profiles) where accounts.count > 1 && accounts.count <= Self.crowd {
            for (index, one) in accounts.enumerated() {
                for other in accounts[(index + 1)...] where ownerOf[one] != ownerOf[other] {
                    candidates[UInt64(one) << 32 | UInt64(other), default: 0] += 1
                }
            }
        }
        for (key, minutes) in candidates.sorted(by: { $0.key < $1.key }) where minutes >= Self.fewestMinutes {
            let one = Int(key >> 32)
            let other = Int(key & 0xffff_ffff)
            let (common, days) = profiles[one].common(profiles[other])
            guard days >= Self.fewestDays else { continue }
            let surprise = Self.surprise(common, expected: profiles[one].expected(profiles[other]))
            guard surprise >= Self.leastSurprise else { continue }
            pairs.append(Pair(one: one, other: other, minutes: common, surprise: surprise))
            partners[one].append(other)
            partners[other].append(one)
        }
    }

    private static func companyByMinute(_ profiles: [StartProfile]) -> [[Int]] {
        var company: [Int64: [Int]] = [:]
        for (account, profile) in profiles.enumerated() {
            for minute in profile.minutes { company[minute, default: []].append(account) }
        }
        return Array(company.values)
    }

    /// The exponent of Chernoff's bound on so many common minutes.
    static func surprise(_ observed: Int, expected: Double) -> Double {
        let count = Double(observed)
        guard count > expected, expected > 0 else { return 0 }
        return count * log(count / expected) - (count - expected)
    }
}

/// The minutes in which an account begins something.
struct StartProfile {
    /// The minutes since 1970, in rising order, each once.
    private(set) var minutes: [Int64] = []
    /// The share of the minutes that lie on each minute of an hour, smoothed by one hour's worth of evenness.
    private(set) var phases: [Double] = []
    private var perHour: [(hour: Int64, count: Int)] = []

    /// Reads an account's starts: the first exchange of each conversation where the log carries conversations, else each
    /// exchange that comes at least a minute after the one before.
    init(_ range: Range<Int>, _ intake: Intake, _ sessions: Sessions) {
        var seen: Set<Int> = []
        var last: Int64?
        for place in range {
            let at = intake.exchanges[place].at.milliseconds
            let conversation = sessions.conversationOf[place]
            let isFirst = seen.insert(conversation).inserted
            defer { last = at }
            if sessions.conversations[conversation].isInferred {
                if let last, at - last < Instant.minute { continue }
            } else if !isFirst {
                continue
            }
            let minute = at / Instant.minute
            if minutes.last == minute { continue }
            minutes.append(minute)
            let hour = minute / 60
            if perHour.last?.hour == hour {
                perHour[perHour.count - 1].count += 1
            } else {
                perHour.append((hour, 1))
            }
        }
        phases = Array(repeating: 1, count: 60)
        for minute in minutes { phases[Int(minute % 60)] += 1 }
        let total = Double(minutes.count + 60)
        phases = phases.map { $0 / total }
    }

    /// The minutes and days that two accounts have in common.
    func common(_ other: StartProfile) -> (minutes: Int, days: Int) {
        var count = 0
        var days: Set<Int64> = []
        var left = 0
        var right = 0
        while left < minutes.count && right < other.minutes.count {
            if minutes[left] == other.minutes[right] {
                count += 1
                days.insert(minutes[left] / 1_440)
            }
            if minutes[left] <= other.minutes[right] { left += 1 } else { right += 1 }
        }
        return (count, days.count)
    }

    /// The common minutes expected by chance.
    func expected(_ other: StartProfile) -> Double {
        var coincidences = 0.0
        var left = 0
        var right = 0
        while left < perHour.count && right < other.perHour.count {
            let one = perHour[left]
            let two = other.perHour[right]
            if one.hour == two.hour { coincidences += Double(one.count * two.count) }
            if one.hour <= two.hour { left += 1 } else { right += 1 }
        }
        let alignment = zip(phases, other.phases).reduce(0) { $0 + $1.0 * $1.1 }
        return max(coincidences * alignment, 1e-3)
    }
}
