import Digests
public import Evidence
public import EvidenceCache
import Foundation
import HostileText

extension BundleContents {
    /// How much of the texts of an account or cluster goes into a bundle: the newest of each account.
    static let textsOfAnAccount = 200

    /// Collects a case from the cache.
    ///
    /// Accounts are the case's items and the members of its clusters. Of each the newest 200 exchanges with text are taken;
    /// conversations and exchanges that are items are taken whole. Others' labels are in it only as far as the viewer may see
    /// them.
    ///
    /// - Parameter tool: the program and its version, such as `stillwatch 1.0.0`.
    /// - Throws: `CacheProblem`, `.notFound` for an unknown case.
    public static func collect(
        _ id: CaseID, in cache: EvidenceCache, for viewer: Viewer, tool: String
    ) throws -> BundleContents {
        guard let row = try cache.caseFile(id) else { throw CacheProblem.notFound(kind: "case", id: id.text.verbatim) }
        var contents = BundleContents(
            matter: row.file, items: try cache.items(of: id), notes: try cache.notes(of: id), tool: tool)
        try contents.collectClusters(from: cache, for: viewer)
        try contents.collectExchanges(from: cache)
        try contents.collectAccounts(from: cache, for: viewer)
        try contents.collectValues(from: cache)
        let subjects =
            contents.accounts.map { Subject.account($0.id) } + contents.clusters.map { Subject.cluster($0.id) }
        for subject in subjects {
            if let flag = try cache.flag(on: subject, for: viewer) { contents.flags.append(flag.flag) }
            contents.signals += try cache.signals(of: subject)
            contents.labels += try cache.labelHistory(of: subject, for: viewer)
        }
        contents.scope.exchanges = contents.accounts.reduce(0) { $0 + $1.exchanges }
        if let cursor = try cache.cursor(), case .string(let text)? = try CanonicalJSON(encoding: cursor)["text"] {
            contents.scope.cursor = text
        }
        contents.audit = try cache.activityChain()
        return contents
    }

    private mutating func collectClusters(from cache: EvidenceCache, for viewer: Viewer) throws {
        for case .cluster(let id) in items.map(\.thing) {
            guard let row = try cache.cluster(id, for: viewer) else { continue }
            clusters.append(row.cluster)
            scope.members += row.cluster.size
            var request = PageRequest(sort: MemberSort.id, limit: 500)
            while true {
                let page = try cache.members(of: id, request, for: viewer)
                memberships += page.rows.map(\.membership)
                guard page.rows.count == 500, let last = page.last else { break }
                request.start = .after(last)
            }
            let links = try cache.edges(of: id, limit: 2_000)
            edges += links.edges
            scope.edges += links.total
        }
    }

    private mutating func collectExchanges(from cache: EvidenceCache) throws {
        var found: [ExchangeID: EvidenceExchange] = [:]
        func take(_ cached: CachedExchange) throws {
            let exchange = try EvidenceExchange(cached)
            found[exchange.exchange.id] = exchange
        }
        for item in items {
            switch item.thing {
            case .exchange(let id): if let cached = try cache.exchange(id) { try take(cached) }
            case .conversation(let id): for cached in try cache.turns(of: id, limit: 10_000) { try take(cached) }
            case .account, .cluster: break
            }
        }
        for account in accountIDs(and: []) {
            for cached in try cache.exemplars(of: account, limit: Self.textsOfAnAccount) { try take(cached) }
        }
        exchanges = Array(found.values)
    }

    private mutating func collectAccounts(from cache: EvidenceCache, for viewer: Viewer) throws {
        let ids = accountIDs(and: exchanges.map(\.exchange.account))
        accounts = try ids.sorted().compactMap { try cache.account($0) }
        // Links of accounts that are no cluster's, among the accounts of the case.
        var known = Set(edges)
        for id in ids.subtracting(memberships.map(\.account)) {
            for related in try cache.related(to: id, limit: 2_000, for: viewer).rows
            where ids.contains(related.id) && known.insert(related.edge).inserted {
                edges.append(related.edge)
                scope.edges += 1
            }
        }
    }

    /// Shared values and templates that anything collected so far names.
    private mutating func collectValues(from cache: EvidenceCache) throws {
        var wanted = Set(clusters.flatMap(\.indicators))
        wanted.formUnion(memberships.flatMap(\.indicators))
        wanted.formUnion(edges.flatMap { $0.reasons.compactMap(\.indicator) })
        indicators = try wanted.sorted().compactMap { try cache.indicator($0)?.indicator }
        templates = try Set(exchanges.compactMap(\.template)).sorted().compactMap { try cache.template($0) }
    }

    /// The accounts that are items or members, and others.
    private func accountIDs(and others: [AccountID]) -> Set<AccountID> {
        var ids = Set(memberships.map(\.account)).union(others)
        for case .account(let id) in items.map(\.thing) { ids.insert(id) }
        return ids
    }
}

extension EvidenceExchange {
    /// Evidence from the cache's document, which has the same members.
    init(_ cached: CachedExchange) throws {
        self = try JSONDecoder().decode(EvidenceExchange.self, from: JSONEncoder().encode(cached.document))
        source = cached.sha256
    }
}
