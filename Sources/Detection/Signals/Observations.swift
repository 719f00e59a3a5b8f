import Evidence
import HostileText

/// Everything that signals are measured on.
struct Observations {
    /// The exchanges.
    let intake: Intake
    /// The conversations.
    let sessions: Sessions
    /// The texts and their templates.
    let content: Content
    /// The capability targets.
    let targets: TargetReading
    /// What accounts share.
    private(set) var shared: SharedValues
    /// What words accounts use habitually.
    let habitual: HabitualWords
    /// What words the requests of accounts hold, with what they are told to do.
    let wordings: HabitualWords
    /// Which strangers meet.
    let meetings: Meetings
    /// Who is in step.
    let synchrony: Synchrony
    /// Which groups work at the same times.
    let joint: JointActivity
    /// Who is ordinary.
    private(set) var ordinary: OrdinaryReference
    /// Who belongs to a cluster in the end: ordinary as ``ordinary``, until it is known.
    private(set) var standing: OrdinaryReference
    /// Who says the same.
    private(set) var contentTies: ContentTies
    /// The keys by which prompts' near-duplicates are found, for each distinct prompt.
    let bandKeys: [[UInt64]]
    /// The models' releases.
    let releases: [Release]
    /// The share of ordinary traffic that turned to each release within a day.
    private(set) var ordinaryPivots: [Double]
    /// The usual volumes.
    let peers: Peers
    /// How texts compare with those of others; `nil` before clusters are settled.
    private(set) var compared: TextComparison?
    /// What the platform permits.
    let allowance: Allowance
    /// The clusters, once they are settled.
    private var clusters: [ClusterFinder.Found] = []
    private var traits: [ClusterTraits] = []
    private var clusterOf: [Int: Int] = [:]

    /// Looks at the exchanges from every side.
    init(_ input: DetectionInput) {
        var readings = Readings()
        self.init(input, readings: &readings)
    }

    /// Looks at the exchanges from every side. Texts that earlier runs read are not read again.
    init(_ input: DetectionInput, readings: inout Readings) {
        intake = Intake(input)
        sessions = Sessions(intake)
        let systems = TextTable(.system, of: intake.exchanges, readings: &readings)
        let prompts = TextTable(.prompt, of: intake.exchanges, readings: &readings)
        (content, (targets, bandKeys, readings)) = Parallel.both(
            { Content(systems: systems, prompts: prompts) },
            { [exchanges = intake.exchanges, readings] in
                var readings = readings
                let targets = TargetReading(exchanges, system: systems, prompts: prompts, readings: &readings)
                let keys = readings.bandKeys(of: prompts.hashes) { prompts.words[$0] }
                return (targets, keys, readings)
            })
        allowance = Allowance(input.allowed, in: intake, content: content)
        let muted = MuteList.muted(input.mutes, asOf: input.asOf).union(allowance.indicators.keys)
        let words: WordShares
        (shared, words) = Parallel.both(
            { [intake, content] in SharedValues(intake, content: content, muted: muted) },
            { [intake] in WordShares(prompts: prompts, intake) })
        (habitual, wordings) = Parallel.both(
            { [customerOf = shared.customerOf] in HabitualWords(words, customerOf: customerOf, .ofPrompts) },
            { [intake, customerOf = shared.customerOf] in
                HabitualWords(words.joined(with: systems, intake), customerOf: customerOf, .ofRequests)
            })
        meetings = Meetings(shared)
        synchrony = Synchrony(intake, sessions: sessions, customerOf: shared.customerOf)
        joint = JointActivity(intake, sessions: sessions, content: content, customerOf: shared.customerOf)
        shared.markTimed(joint, intake, content)
        shared.markDealt(intake, content)
        releases = Set(input.releases).sorted { ($0.releasedAt, $0.model) < ($1.releasedAt, $1.model) }
        peers = Peers(intake)
        ordinary = OrdinaryReference(shared, synchrony: synchrony)
        standing = ordinary
        contentTies = ContentTies(shared, atLeast: .infinity) { _ in 0 }
        ordinaryPivots = []
        refer(to: ordinary, focus: .wide)
    }

    /// Measures rarity and ordinary use against other accounts than before.
    mutating func refer(to ordinary: OrdinaryReference, focus: Ties.Focus) {
        self.ordinary = ordinary
        standing = ordinary
        shared.measureRarity(against: ordinary, focus: focus)
        shared.markSoftware()
        contentTies = ContentTies(shared, atLeast: Ties.leastContent) { $0.rarity }
        ordinaryPivots = releases.map { ReleasePivot.ordinaryShare($0, intake, isOrdinary: ordinary.isOrdinary) }
    }

    /// Takes the clusters for what accounts belong to, and leaves rarity as it is.
    mutating func settle(on clusters: [ClusterFinder.Found], comparing compared: TextComparison) {
        standing = OrdinaryReference(shared, clusters: clusters)
        self.clusters = clusters
        traits = Parallel.map(clusters.count) { [self] in ClusterTraits(clusters[$0], in: self) }
        clusterOf = Dictionary(
            clusters.enumerated().flatMap { number, cluster in cluster.members.map { ($0, number) } },
            uniquingKeysWith: { first, _ in first })
        self.compared = compared
        self.compared?.settle(on: clusters, clusterOf: clusterOf, isOrdinary: standing.isOrdinary)
    }

    /// The cluster that an account belongs to, the strongest one; `nil` before clusters are settled.
    func cluster(of account: Int) -> ClusterFinder.Found? { clusterOf[account].map { clusters[$0] } }

    /// What the members of that cluster are measured by.
    func traits(of account: Int) -> ClusterTraits? { clusterOf[account].map { traits[$0] } }

    /// The exchanges of an account, by their places.
    func places(of account: Int) -> Range<Int> { intake.ranges[account] }

    /// A few of these exchanges, picked by hash, so that the pick depends on no order.
    func exemplars(_ places: some Sequence<Int>, atMost limit: Int = 5) -> [EvidenceReference] {
        places.map { (StableHash.of(intake.exchanges[$0].id.text.verbatim), $0) }
            .sorted { $0 < $1 }.prefix(limit).map { .exchange(intake.exchanges[$0.1].id) }
    }
}
