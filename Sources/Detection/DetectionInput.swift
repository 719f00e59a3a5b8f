public import Evidence

/// Everything that the detector looks at in one run.
///
/// The findings depend on the *set* of exchanges and on `asOf` alone: neither the order of any list here nor a repeated
/// record changes them. Cluster and flag ids depend on `previous` too.
public struct DetectionInput: Sendable {
    /// The exchanges. Of several with one id, the first in canonical order counts; those after `asOf` do not count.
    public var exchanges: [Exchange]
    /// Whether no two exchanges have one id, as is so of what a state holds; then nobody looks for such.
    public var idsAreDistinct = false
    /// The models' releases.
    public var releases: [Release]
    /// What analysts muted. Of several events on one indicator the latest counts.
    public var mutes: [Mute]
    /// What the platform permits.
    public var allowed = AllowList()
    /// What the run before asserted, so that ids persist.
    public var previous: PreviousRun?
    /// The time that the findings are for.
    public var asOf: Instant

    /// Makes an input.
    public init(
        exchanges: [Exchange], releases: [Release] = [], mutes: [Mute] = [], previous: PreviousRun? = nil,
        asOf: Instant
    ) {
        self.exchanges = exchanges
        self.releases = releases
        self.mutes = mutes
        self.previous = previous
        self.asOf = asOf
    }
}

/// What an earlier run asserted.
public struct PreviousRun: Hashable, Codable, Sendable {
    /// The clusters and their members. List every cluster that ever had an id, so that no id is given twice.
    public var clusters: [PastCluster]
    /// The flags that were raised.
    public var flags: [PastFlag]

    /// Makes a record of an earlier run.
    public init(clusters: [PastCluster] = [], flags: [PastFlag] = []) {
        self.clusters = clusters
        self.flags = flags
    }

    /// A cluster of an earlier run; one that is gone has no members.
    public struct PastCluster: Hashable, Codable, Sendable {
        /// Its id.
        public var id: ClusterID
        /// Its members then.
        public var members: [AccountID]

        /// Makes a past cluster.
        public init(id: ClusterID, members: [AccountID]) {
            self.id = id
            self.members = members
        }
    }

    /// A flag of an earlier run.
    public struct PastFlag: Hashable, Codable, Sendable {
        /// Its id.
        public var id: FlagID
        /// Who it names.
        public var subject: Subject
        /// When it was raised.
        public var at: Instant

        /// Makes a past flag.
        public init(id: FlagID, subject: Subject, at: Instant) {
            self.id = id
            self.subject = subject
            self.at = at
        }
    }
}
