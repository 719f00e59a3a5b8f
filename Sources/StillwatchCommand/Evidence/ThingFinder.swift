import Evidence
import EvidenceCache
import HostileText
import Invocation

/// Finds what an id means: an account, a cluster, a conversation or an exchange of the cache.
struct ThingFinder {
    let cache: EvidenceCache
    let analyst: UntrustedText

    /// The subjects that ids name.
    func subjects(named ids: [String]) throws -> [Subject] {
        let found = try ids.map { id in (id: id, subject: try subject(named: id)) }
        try refuse(found.filter { $0.subject == nil }.map(\.id), as: "an account or a cluster")
        return found.compactMap(\.subject)
    }

    /// The things that ids name.
    func things(named ids: [String]) throws -> [CaseItem.Thing] {
        let found = try ids.map { id in (id: id, thing: try thing(named: id)) }
        try refuse(found.filter { $0.thing == nil }.map(\.id), as: "an account, cluster, conversation or exchange")
        return found.compactMap(\.thing)
    }

    /// The account of an id, else the cluster of it.
    func subject(named id: String) throws -> Subject? {
        if try cache.account(AccountID(id)) != nil { return .account(AccountID(id)) }
        let viewer = Viewer(analyst: analyst, now: Surroundings.clock())
        return try cache.cluster(ClusterID(id), for: viewer).map { .cluster($0.cluster.id) }
    }

    private func thing(named id: String) throws -> CaseItem.Thing? {
        switch try subject(named: id) {
        case .account(let id): return .account(id)
        case .cluster(let id): return .cluster(id)
        case nil: break
        }
        if try !cache.turns(of: ConversationID(id), limit: 1).isEmpty { return .conversation(ConversationID(id)) }
        return try cache.exchange(ExchangeID(id)) == nil ? nil : .exchange(ExchangeID(id))
    }

    private func refuse(_ unknown: [String], as what: String) throws {
        guard let first = unknown.first else { return }
        let others = unknown.count > 1 ? " and \(unknown.count - 1) more" : ""
        throw Failure(
            "\(Output.safe(UntrustedText(first)))\(others): not \(what) of this cache. Nothing was written.")
    }
}
