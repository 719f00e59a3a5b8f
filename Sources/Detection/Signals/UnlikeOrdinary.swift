import Evidence

/// How unlike ordinary traffic the prompts are: the squared maximum mean discrepancy between a window of them and the ordinary
/// accounts', on hashed word pairs. Windows of a cluster's members are pooled, since quiet accounts never fill one by
/// themselves. Not available below ten prompts. Source: Liu et al. 2026, arXiv 2606.05725.
enum UnlikeOrdinary: AccountSignal {
    static let name = SignalName.windowMMD
    static let unit = "MMD²"
    static let dependsOnClusters = true
    static let fewestPrompts = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard let compared = observed.compared, case let own = compared.window(of: account),
            own.prompts >= fewestPrompts
        else {
            return .notAvailable("fewer than \(fewestPrompts) prompts")
        }
        guard let value = compared.windows.discrepancy(of: own) else {
            return .notAvailable("too few ordinary prompts to compare with")
        }
        return .value(value, sample: own.prompts, reason: "unlike ordinary prompts")
    }
}
