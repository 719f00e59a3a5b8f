import Evidence
import Foundation
import HostileText

/// Volume against the peers of the plan: `log10((n + 1) / (median + 1))`, where peers are the accounts of the same plan, or
/// all accounts where the plan has fewer than ten or is not known. Source: the advisories' subscription-to-usage ratio.
enum VolumeRatio: AccountSignal {
    static let name = SignalName.volumeRatio
    static let unit = "log10 ratio"

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let own = observed.places(of: account).count
        let peers = observed.peers.medianVolume(of: account)
        return .value(log10(Double(own + 1) / (peers + 1)), sample: own, reason: "volume for its plan")
    }
}

/// The usual volume of each plan.
struct Peers {
    private let planOf: [UntrustedText?]
    private let medians: [UntrustedText: Double]
    private let overall: Double
    private let firstDays: [Int]
    /// The median number of exchanges in an account's first day in the log.
    let medianFirstDay: Double

    /// Counts each account's exchanges by plan.
    init(_ intake: Intake) {
        planOf = intake.accounts.indices.map { intake.latest(of: $0) { $0.standing.plan } }
        var volumes: [UntrustedText: [Double]] = [:]
        for (range, plan) in zip(intake.ranges, planOf) {
            if let plan { volumes[plan, default: []].append(Double(range.count)) }
        }
        medians = volumes.filter { $0.value.count >= 10 }.compactMapValues { Quantile.median($0) }
        overall = Quantile.median(intake.ranges.map { Double($0.count) }) ?? 0
        firstDays = intake.ranges.map { range in
            let begin = intake.exchanges[range.lowerBound].at
            return range.prefix { intake.exchanges[$0].at - begin < Instant.day }.count
        }
        medianFirstDay = Quantile.median(firstDays.map(Double.init)) ?? 0
    }

    /// The exchanges of an account in its first day in the log.
    func firstDay(of account: Int) -> Int { firstDays[account] }

    /// The median number of exchanges among the account's peers.
    func medianVolume(of account: Int) -> Double {
        planOf[account].flatMap { medians[$0] } ?? overall
    }
}
