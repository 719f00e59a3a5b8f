public import Evidence
import GRDB

/// What lists of accounts can be sorted by.
public enum AccountSort: String, CaseIterable, Hashable, Sendable {
    /// The score; accounts without one come last.
    case score
    /// The number of exchanges.
    case exchanges
    /// The last exchange.
    case seen
    /// The id.
    case id

    var column: String {
        switch self {
        case .score: "ifnull(a.score, -1)"
        case .exchanges: "a.exchanges"
        case .seen: "ifnull(a.lastAt, 0)"
        case .id: "a.id"
        }
    }
}

/// A line of a list of accounts.
public struct AccountRow: Hashable, Sendable {
    /// The account.
    public var account: Account
    /// The viewer's own label.
    public var label: CurrentLabel?
}

extension EvidenceCache {
    /// A page of accounts.
    public func accounts(_ request: PageRequest<AccountSort>, for viewer: Viewer) throws -> Page<AccountRow> {
        try read { db in
            try EvidenceCache.accountQuery(request, viewer).page(request, in: db) {
                AccountRow(account: try $0.document(2), label: CurrentLabel($0, from: 3))
            }
        }
    }

    /// How many accounts the filter lets through.
    public func countAccounts(_ filter: Filter, for viewer: Viewer) throws -> Int {
        try read { db in
            if filter == .everything { return try Tally.count("account", in: db) }
            let request = PageRequest(filter: filter, sort: AccountSort.id)
            return try EvidenceCache.accountQuery(request, viewer).count(in: db)
        }
    }

    /// One account by its id; `nil` if the feed has not brought it.
    public func account(_ id: AccountID) throws -> Account? {
        try read { db in
            try db.row("SELECT document FROM accountFact WHERE id = ? AND revision > 0", [SQLValue(id)]) {
                try $0.document(0)
            }
        }
    }

    private static func accountQuery(_ request: PageRequest<AccountSort>, _ viewer: Viewer) -> PagedQuery {
        PagedQuery(
            columns: "a.document, \(CurrentLabel.columns)",
            source: "accountFact a \(CurrentLabel.join(kind: "'account'", subject: "a.id"))",
            sourceValues: [.text(viewer.analyst)],
            condition: .all([
                SQLCondition("a.revision > 0"), FilterSQL(view: .accounts, viewer: viewer).condition(request.filter),
            ]), sortKey: request.sort.column, id: "a.id")
    }
}
