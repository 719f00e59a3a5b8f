import Evidence
import HostileText

/// Outputs seen in another customer's session: the share of the account's long responses that are, word for word, the
/// response to some other customer. Not available below ten responses of two hundred bytes.
enum SignatureReplay: AccountSignal {
    static let name = SignalName.signatureReplay
    static let unit = "share"
    static let dependsOnClusters = true
    static let fewestResponses = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard let seen = observed.compared?.replays.seen[account], seen.responses >= fewestResponses else {
            return .notAvailable("fewer than \(fewestResponses) long responses")
        }
        return .value(
            Double(seen.replayed.count) / Double(seen.responses), sample: seen.responses,
            reason: "outputs seen elsewhere", evidence: observed.exemplars(seen.replayed))
    }
}

/// Long responses that several customers got.
struct Replays {
    /// The shortest response that counts, in bytes: a short one recurs by accident.
    static let shortest = 200

    /// What was seen of each account: how many long responses, and the places of those that others got too.
    private(set) var seen: [(responses: Int, replayed: [Int])]

    /// Compares responses by hash. O(bytes).
    init(_ intake: Intake, customerOf: [Int]) {
        var hashes = [UInt64](repeating: 0, count: intake.exchanges.count)
        var customers: [UInt64: (first: Int, isShared: Bool)] = [:]
        for place in intake.exchanges.indices {
            guard let response = intake.exchanges[place].text?.response?.verbatim, response.utf8.count >= Self.shortest
            else {
                continue
            }
            hashes[place] = StableHash.of(response)
            let customer = customerOf[intake.account(at: place)]
            if let known = customers[hashes[place]] {
                if known.first != customer { customers[hashes[place]]?.isShared = true }
            } else {
                customers[hashes[place]] = (customer, false)
            }
        }
        seen = intake.ranges.map { range in
            let long = range.filter { hashes[$0] != 0 }
            return (long.count, long.filter { customers[hashes[$0]]?.isShared == true })
        }
    }
}
