/// How what accounts say, and what they get, compares with other accounts. It takes long, and no cluster is found by it, so
/// that it is made while clusters are sought.
struct TextComparison {
    /// Prompts that nearly repeat those of others.
    let nearDuplicates: NearDuplicatePrompts
    /// The prompts as points.
    private(set) var windows: PromptWindows
    /// Long responses that several customers got.
    let replays: Replays
    /// The window of each cluster, and the cluster of each account.
    private var pooled: [PromptWindows.Window] = []
    private var clusterOf: [Int: Int] = [:]

    /// Compares the texts of what was observed.
    init(_ observed: Observations) {
        let customerOf = observed.shared.customerOf
        nearDuplicates = NearDuplicatePrompts(
            observed.content.prompts, observed.intake, ownerOf: customerOf, bandKeys: observed.bandKeys)
        windows = PromptWindows(observed.content.prompts, observed.intake)
        replays = Replays(observed.intake, customerOf: customerOf)
    }

    /// Pools the windows of each cluster's members, and compares with those of ordinary accounts.
    mutating func settle(on clusters: [ClusterFinder.Found], clusterOf: [Int: Int], isOrdinary: [Bool]) {
        windows.refer(to: isOrdinary)
        pooled = Parallel.map(clusters.count) { [windows] in windows.sum(of: clusters[$0].members) }
        self.clusterOf = clusterOf
    }

    /// The prompts of an account and of its cluster's other members.
    func window(of account: Int) -> PromptWindows.Window {
        clusterOf[account].map { pooled[$0] } ?? windows.sum(of: [account])
    }
}
