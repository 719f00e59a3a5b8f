import Evidence
import EvidenceCache
import Feed
import HostileText

/// What the preview of a flag shows beyond its row.
struct FlagPreview: Question {
    var flag: FlagID
    var subject: Subject
    var cluster: ClusterID?
    var analyst: UntrustedText

    struct Reply: Sendable {
        var signals: [Signal]
        var cluster: Cluster?
        var ties: [IndicatorRow] = []
        /// Exchanges by hour of the day, UTC.
        var hours: [Int]
        var last: CachedExchange?
        var template: Template?
        var history: [LabelEvent]
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let viewer = Viewer(analyst: analyst, now: now)
        let week = try cache.hours(of: Scope(subject))
        var reply = Reply(
            signals: try cache.signals(of: subject),
            hours: (0..<24).map { hour in stride(from: hour, to: week.count, by: 24).reduce(0) { $0 + week[$1] } },
            history: try cache.labelHistory(of: subject, for: viewer))
        switch subject {
        case .account(let id):
            reply.last = try cache.exemplars(of: id, limit: 1).first
            reply.template = try reply.last?.document.template.flatMap { try cache.template($0) }
            reply.cluster = try cluster.flatMap { try cache.cluster($0, for: viewer)?.cluster }
        case .cluster(let id):
            reply.cluster = try cache.cluster(id, for: viewer)?.cluster
            reply.ties = try cache.indicators(of: id, limit: 5).rows
        }
        return reply
    }
}
