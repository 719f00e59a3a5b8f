public import Evidence
import GRDB

/// Whose exchanges a chart or a breakdown is about.
public enum Scope: Hashable, Sendable {
    /// One account's.
    case account(AccountID)
    /// Those of a cluster's members.
    case cluster(ClusterID)
    /// Those of the accounts that a filter lets through, as this viewer.
    case selection(Filter, Viewer)
    /// All.
    case everything

    /// The scope of a subject.
    public init(_ subject: Subject) {
        switch subject {
        case .account(let id): self = .account(id)
        case .cluster(let id): self = .cluster(id)
        }
    }
}

/// The accounts of a scope, as SQL that yields their keys.
struct AccountSet {
    /// `nil` means every account.
    let keys: SQLCondition?

    init(_ subject: Subject) {
        self.init(Scope(subject))
    }

    init(_ scope: Scope) {
        switch scope {
        case .everything: keys = nil
        case .account(let id):
            keys = SQLCondition("SELECT key FROM accountFact WHERE id = ?", [SQLValue(id)])
        case .cluster(let id):
            keys = SQLCondition(
                "SELECT a.key FROM membership m JOIN accountFact a ON a.id = m.account WHERE m.cluster = ?",
                [SQLValue(id)])
        case .selection(let filter, let viewer):
            keys = FilterSQL(view: .accounts, viewer: viewer).condition(filter)
                .inside("SELECT a.key FROM accountFact a WHERE a.revision > 0 AND (", ")")
        }
    }

    /// True of rows whose column names an account of the set.
    func contains(_ column: String) -> SQLCondition {
        keys?.inside("\(column) IN (", ")") ?? .always
    }
}
