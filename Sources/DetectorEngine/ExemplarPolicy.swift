import Detection
import Evidence
import HostileText

/// Which exchanges go into the feed with what was said.
///
/// Of an account that a flag or a coordinated cluster names, the 50 earliest of each template, and 50 of none; of any other
/// account 20 in all. What a signal, of whichever account, points at as evidence comes first. Who was an exemplar stays one,
/// so that a cache's conversations do not lose turns while new ones come. The rest can be asked for one by one.
struct ExemplarPolicy {
    /// The most exemplars for each template of a flagged account.
    static let perTemplate = 50
    /// The most exemplars of an account that nothing points at.
    static let perOrdinaryAccount = 20

    private let flagged: Set<AccountID>
    private let evidence: Set<ExchangeID>

    init(_ findings: Findings) {
        var flagged: Set<AccountID> = []
        for flag in findings.flags {
            if case .account(let account) = flag.subject { flagged.insert(account) }
        }
        let coordinated = Set(findings.clusters.filter { $0.status == .coordinated }.map(\.id))
        for membership in findings.memberships where coordinated.contains(membership.cluster) {
            flagged.insert(membership.account)
        }
        self.flagged = flagged
        evidence = Set(
            findings.signals.lazy.flatMap(\.evidence).compactMap { reference in
                if case .exchange(let id) = reference { id } else { nil }
            })
    }

    /// The indices of the exemplars among exchanges. Accounts do not depend on each other.
    ///
    /// - Parameter wasExemplar: what the feed says so far, by index.
    func exemplars(
        among exchanges: [Exchange], annotations: Derived<ExchangeAnnotation>,
        wasExemplar: @escaping @Sendable (Int) -> Bool
    ) -> Set<Int> {
        let withText = exchanges.indices.filter { exchanges[$0].text != nil }
        let accounts = Array(Dictionary(grouping: withText) { exchanges[$0].account }.values)
        let chosen = Parallel.map(accounts.count) { number in
            exemplars(of: accounts[number], exchanges, annotations, wasExemplar)
        }
        return Set(chosen.joined())
    }

    /// The exemplars among one account's exchanges.
    private func exemplars(
        of account: [Int], _ exchanges: [Exchange], _ annotations: Derived<ExchangeAnnotation>,
        _ wasExemplar: (Int) -> Bool
    ) -> Set<Int> {
        var chosen: Set<Int> = []
        var counts: [Group: Int] = [:]
        func take(_ index: Int, evenIfFull: Bool) {
            let group = group(of: exchanges[index]) { annotations[index].template }
            let limit = group.template == nil && !group.isFlagged ? Self.perOrdinaryAccount : Self.perTemplate
            guard evenIfFull || counts[group, default: 0] < limit, chosen.insert(index).inserted else { return }
            counts[group, default: 0] += 1
        }
        for index in account where wasExemplar(index) { take(index, evenIfFull: true) }
        for index in account where evidence.contains(exchanges[index].id) { take(index, evenIfFull: false) }
        let inTime = account.sorted { (exchanges[$0].at, exchanges[$0].id) < (exchanges[$1].at, exchanges[$1].id) }
        for index in inTime { take(index, evenIfFull: false) }
        return chosen
    }

    /// What an account's exemplars are counted by.
    private struct Group: Hashable {
        var isFlagged: Bool
        var template: TemplateID?
    }

    private func group(of exchange: Exchange, template: () -> TemplateID?) -> Group {
        let isFlagged = flagged.contains(exchange.account)
        return Group(isFlagged: isFlagged, template: isFlagged ? template() : nil)
    }
}
