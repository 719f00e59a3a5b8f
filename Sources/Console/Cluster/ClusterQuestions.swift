import Evidence
import EvidenceCache
import HostileText

/// All that is known of a cluster apart from its list of members: as much for 20,000 members as for 20.
struct ClusterSheet: Sendable {
    var row: ClusterRow
    /// The values that say most, and how many two or more members share.
    var values: [IndicatorRow]
    var valueTotal: Int
    /// The members by which of the values they have.
    var groups: [MemberGroup]
    var groupTotal: Int
    /// The same as a square.
    var matrix: ClusterMatrix
    /// Each member with the values it has, where there are few enough to be dots.
    var holdings: [MemberHolding]
    /// The firmest members.
    var strongest: [MemberRow]
    var changes: ClusterChanges
    /// The members by lot, the first of whom are to be looked at before all are labelled; and which of them were.
    var sample: [AccountID]
    var looked: Set<AccountID>
    /// How many members there are in the cache.
    var members: Int

    /// So many values are drawn or listed at most.
    static let mostValues = 24
    /// So many groups are told apart at most.
    static let mostGroups = 200
    /// So many members are drawn as dots at most.
    static let mostDots = 500
    /// So many members are known by name to the drawing, before more are asked for.
    static let mostNamed = 60
    /// So many members are looked at before all are labelled.
    static let sampleSize = 5
    /// So many more are drawn by lot, to stand in for exceptions.
    static let spareSample = 20

    /// The values that a member has, a bit each.
    func holding(of membership: Membership) -> UInt64 {
        let held = Set(membership.indicators)
        return values.enumerated().reduce(0) { held.contains($1.element.indicator.id) ? $0 | 1 << $1.offset : $0 }
    }

    /// Asks for it.
    struct Wanted: Question {
        var id: ClusterID
        var analyst: UntrustedText

        func answer(from cache: EvidenceCache, now: Instant) throws -> ClusterSheet {
            let viewer = Viewer(analyst: analyst, now: now)
            guard let row = try cache.cluster(id, for: viewer) else {
                throw Problem("there is no cluster \(SafeText(id.text, limit: 40)); g c lists them")
            }
            let values = try cache.sharedValues(of: id, limit: mostValues)
            let ids = values.rows.map(\.indicator.id)
            let holdings = try cache.holdings(of: id, by: ids)
            let groups = holdings.groups
            let shown = Array(groups.prefix(mostGroups))
            let request = PageRequest<MemberSort>(sort: .weight, limit: mostNamed)
            let sample = try cache.sample(sampleSize + spareSample, of: id, seed: id.text.stableHash)
            return ClusterSheet(
                row: row, values: values.rows, valueTotal: values.total, groups: shown, groupTotal: groups.count,
                matrix: ClusterMatrix(shown, values.rows), holdings: holdings.count > mostDots ? [] : holdings,
                strongest: try cache.members(of: id, request, for: viewer).rows,
                changes: try cache.changes(of: id), sample: sample,
                looked: try cache.looked(at: sample, by: analyst), members: holdings.count)
        }
    }
}

/// In which order the members are listed.
struct MemberOrder: Hashable, Sendable {
    var cluster: ClusterID
    var sort = MemberSort.weight
    var isDescending = true
    var analyst: UntrustedText

    func request(_ start: PageStart, limit: Int) -> PageRequest<MemberSort> {
        PageRequest(sort: sort, isDescending: isDescending, start: start, limit: limit)
    }
}

/// A part of the list of members.
struct MemberPage: Question {
    var order: MemberOrder
    var start: PageStart
    var limit: Int
    /// The member from which to read, in place of `start`, if it is in the list.
    var from: AccountID?

    struct Reply: Sendable {
        var page: Page<MemberRow>
        /// How many members stand before the page.
        var before: Int
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let viewer = Viewer(analyst: order.analyst, now: now)
        var start = start
        var before = 0
        if let from,
            let found = try cache.place(of: from, in: order.cluster, order.request(.first, limit: 1), for: viewer)
        {
            start = .from(found.place)
            before = found.before
        }
        return Reply(
            page: try cache.members(of: order.cluster, order.request(start, limit: limit), for: viewer), before: before)
    }
}

/// All that ties one member to the others.
struct MemberDetailWanted: Question {
    var account: AccountID
    var cluster: ClusterID
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> MemberDetail? {
        try cache.memberDetail(account, of: cluster, for: Viewer(analyst: analyst, now: now))
    }
}

/// Some members of a group that is drawn as one.
struct GroupMembers: Question {
    var cluster: ClusterID
    /// Which of `values` they have, a bit each.
    var holding: UInt64
    var values: [IndicatorID]
    var limit: Int
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> [MemberRow] {
        try cache.members(
            of: cluster, holding: holding, of: values, limit: limit, for: Viewer(analyst: analyst, now: now))
    }
}

/// Why two accounts are together.
struct WhyTogether: Question {
    var one: AccountID
    var other: AccountID
    var cluster: ClusterID

    func answer(from cache: EvidenceCache, now: Instant) throws -> [CommonGround]? {
        try cache.whyTogether(one, other, in: cluster)
    }
}

/// Who muted a value, oldest event first.
struct MuteHistory: Question {
    var indicator: IndicatorID

    func answer(from cache: EvidenceCache, now: Instant) throws -> [Mute] {
        try cache.muteHistory(of: indicator)
    }
}
