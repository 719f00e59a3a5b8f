import Evidence
import EvidenceCache

/// What a filter lets through, as rows with the names of the documented views, and how many there are in all.
struct CacheListing {
    let cache: EvidenceCache
    let viewer: Viewer
    let filter: Filter
    let limit: Int

    func flags() throws -> (Listing, total: Int) {
        var listing = Listing(columns: [
            "id", "subject", "kind", "score", "status", "version", "at", "exchanges", "cluster", "label", "reasons",
        ])
        let request = PageRequest(filter: filter, sort: FlagSort.urgency, limit: limit)
        listing.rows = try pages(request) { try cache.flags($0, for: viewer) }.map { row in
            let flag = row.flag
            return [
                Value(flag.id), .text(flag.subject.text), Value(flag.subject.kind.rawValue), .number(flag.score),
                Value(flag.status.rawValue), Value(flag.version), Value(flag.at), Value(flag.exchanges),
                Value(flag.cluster), row.label.map { Value($0.label.rawValue) } ?? .none, .list(flag.reasons),
            ]
        }
        return (listing, try cache.countFlags(filter, for: viewer))
    }

    func accounts() throws -> (Listing, total: Int) {
        var listing = Listing(columns: [
            "id", "organisation", "pathway", "score", "flagged", "exchanges", "firstAt", "lastAt", "cluster", "label",
        ])
        let request = PageRequest(filter: filter, sort: AccountSort.score, limit: limit)
        listing.rows = try pages(request) { try cache.accounts($0, for: viewer) }.map { row in
            let account = row.account
            return [
                Value(account.id), Value(account.organisation),
                account.pathway.map { Value($0.rawValue) } ?? .none, Value(account.score), .flag(account.isFlagged),
                Value(account.exchanges), Value(account.firstAt), Value(account.lastAt), Value(account.cluster),
                row.label.map { Value($0.label.rawValue) } ?? .none,
            ]
        }
        return (listing, try cache.countAccounts(filter, for: viewer))
    }

    func conversations() throws -> (Listing, total: Int) {
        var listing = Listing(columns: [
            "id", "account", "firstAt", "lastAt", "turns", "target", "template", "model", "hidden",
        ])
        let request = PageRequest(filter: filter, sort: ConversationSort.time, limit: limit)
        listing.rows = try pages(request) { try cache.conversations(of: .everything, $0, for: viewer) }.map { row in
            let conversation = row.conversation
            return [
                Value(conversation.id), Value(conversation.account), Value(conversation.firstAt),
                Value(conversation.lastAt), Value(conversation.turns), Value(row.target.rawValue),
                Value(row.template), Value(row.model), Value(row.hidden),
            ]
        }
        return (listing, try cache.countConversations(of: .everything, filter: filter, for: viewer))
    }

    func clusters() throws -> (Listing, total: Int) {
        var listing = Listing(columns: [
            "id", "status", "size", "score", "exchanges", "firstAt", "lastAt", "kinds", "label", "reasons",
        ])
        let request = PageRequest(filter: filter, sort: ClusterSort.score, limit: limit)
        listing.rows = try pages(request) { try cache.clusters($0, for: viewer) }.map { row in
            let cluster = row.cluster
            return [
                Value(cluster.id), Value(cluster.status.rawValue), Value(cluster.size), .number(cluster.score),
                Value(cluster.exchanges), Value(cluster.firstAt), Value(cluster.lastAt),
                .list(cluster.kinds.map(\.rawValue)), row.label.map { Value($0.label.rawValue) } ?? .none,
                .list(cluster.reasons),
            ]
        }
        return (listing, try cache.countClusters(filter, for: viewer))
    }

    /// Rows page by page, so that no page is large.
    private func pages<Sort, Row>(
        _ first: PageRequest<Sort>, _ page: (PageRequest<Sort>) throws -> Page<Row>
    ) throws -> [Row] {
        var rows: [Row] = []
        var request = first
        while rows.count < limit {
            request.limit = min(500, limit - rows.count)
            let next = try page(request)
            rows += next.rows
            guard next.rows.count == request.limit, let last = next.last else { break }
            request.start = .after(last)
        }
        return rows
    }
}
