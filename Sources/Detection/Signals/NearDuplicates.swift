import Evidence

/// The share of prompts that nearly repeat one of another owner's: Jaccard similarity of their five-word shingles at least
/// 0.8. Not available below ten prompts of ten words. Source: SEAT's similar pairs, across accounts.
enum NearDuplicates: AccountSignal {
    static let name = SignalName.nearDuplicates
    static let unit = "share"
    static let dependsOnClusters = true
    static let fewestPrompts = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard let found = observed.compared?.nearDuplicates.counts[account], found.prompts >= fewestPrompts else {
            return .notAvailable("fewer than \(fewestPrompts) long prompts")
        }
        return .value(
            Double(found.repeated) / Double(found.prompts), sample: found.prompts,
            note: found.accounts.isEmpty ? nil : "near-duplicates in \(found.accounts.count.counted("account"))",
            reason: "near-duplicates in \(found.accounts.count)")
    }
}
