import Evidence

/// Turns exchanges into signals, scores, clusters and flags. Pure: no input, no output, no clock, no chance.
public struct Detector: Sendable {
    /// How signals become a score.
    public var model: ScoreModel

    /// Makes a detector.
    public init(model: ScoreModel = .shipped) {
        self.model = model
    }

    /// Looks at the exchanges and says what it finds.
    ///
    /// - Complexity: about linear in the bytes of text, and in the shared values of accounts; never in pairs of
    /// accounts.
    public func findings(in input: DetectionInput) -> Findings {
        var readings = Readings()
        return findings(in: input, readings: &readings)
    }

    /// The same, by somebody who keeps what was read of texts for the next run. What is found does not depend on it.
    public func findings(in input: DetectionInput, readings: inout Readings) -> Findings {
        let first = Observations(input, readings: &readings)
        let targets = TargetShares.counts(first)
        let (clustered, (compared, matches)) = Parallel.both(
            { Self.clustered(first, targets: targets) }, { (TextComparison(first), TextMatches(first)) })
        var (observed, ties, found, measures) = clustered
        let shares = TargetShares(targets, ordinary: observed.ordinary)
        observed.settle(on: found.clusters, comparing: compared)
        measures.follow(observed)
        let (kept, dismissed) = Candidacy.settled(found.clusters, threshold: model.threshold) {
            measures.score(of: $0, by: model)
        }
        if !dismissed.isEmpty {
            observed.settle(on: kept, comparing: compared)
            measures.follow(observed)
        }
        let scores = AccountScores(measures, observed, model: model)
        let (clusters, templates) = Parallel.both(
            { [observed, ties] in
                ClusterReport(kept, ties: ties, observed: observed, shares: shares, previous: input.previous)
            },
            { [observed] in TemplateReport.templates(observed) })

        var findings = Findings(modelVersion: model.title)
        findings.conversations = Derived(count: observed.sessions.sessions.count) { [sessions = observed.sessions] in
            sessions.conversation($0)
        }
        findings.clusters = clusters.clusters
        findings.memberships = clusters.memberships
        findings.edges = clusters.edges
        findings.signals.reserveCapacity(scores.scored.count * AccountSignals.all.count + clusters.signals.count)
        for one in scores.scored { findings.signals += one.signals }
        findings.signals += clusters.signals
        addAccounts(to: &findings, observed, scores, clusters, FlagReport(input, model: model), shares)
        findings.indicators = IndicatorReport.indicators(observed.shared, namedIn: findings)
        findings.templates = templates
        findings.annotations = AnnotationReport(observed, of: input, texts: matches).annotations
        findings.notes = IndicatorReport.notes(observed) + [Candidacy.note(on: dismissed)].compactMap(\.self)
        observed.allowance.apply(to: &findings, observed.intake)
        return findings
    }

    /// Seeks clusters twice: first with everybody for ordinary whom nothing ties twice, then with those in no cluster.
    private static func clustered(
        _ first: Observations, targets: [[Int]]
    ) -> (observed: Observations, ties: Ties, found: ClusterFinder, measures: AccountMeasures) {
        var observed = first
        let (wide, alike) = Parallel.both(
            { ClusterFinder(Ties(first, focus: .wide), targets: targets).clusters },
            { first.wordings.groups(asLikeAs: Circles.resolution, passes: 1) })
        let suspects = wide.map(Self.suspected)
        observed.refer(to: OrdinaryReference(observed.shared, clusters: suspects), focus: .narrow)
        let ties = Ties(observed, focus: .narrow)
        let (found, measures) = Parallel.both(
            { ClusterFinder(ties, targets: targets, alike: alike) },
            { [observed] in AccountMeasures(beforeClusters: observed) })
        return (observed, ties, found, measures)
    }

    /// What of a cluster is suspected: where less than half of those who say the same have anything else in common, those alone.
    /// A campaign may use a public wording, and everybody else who does is not of it.
    private static func suspected(_ cluster: ClusterFinder.Found) -> ClusterFinder.Found {
        var suspected = cluster
        if 2 * cluster.core.count < cluster.members.count { suspected.members = cluster.core }
        return suspected
    }

    private func addAccounts(
        to findings: inout Findings, _ observed: Observations, _ scores: AccountScores, _ clusters: ClusterReport,
        _ flags: FlagReport, _ shares: TargetShares
    ) {
        let summaries = Parallel.map(observed.intake.accounts.count) {
            AccountSummary.account($0, in: observed.intake, sessions: observed.sessions)
        }
        for (number, summary) in summaries.enumerated() {
            var account = summary
            account.score = scores.scored[number].score
            account.cluster = clusters.clusterOf[number]
            if let flag = flags.flag(account, scores.scored[number], targets: shares.shares(of: [number])) {
                account.isFlagged = true
                findings.flags.append(flag)
            }
            findings.accounts.append(account)
        }
        findings.flags += clusters.clusters.compactMap { flags.flag($0) }
        findings.flags.sort { ($1.urgency, $0.id) < ($0.urgency, $1.id) }
    }
}
