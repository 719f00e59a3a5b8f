public import Evidence
import GRDB
import HostileText

/// Whose exchanges a chart or a breakdown is about.
public enum Scope: Hashable, Sendable {
    /// One account's.
    case account(AccountID)
    /// Those of a cluster's members.
    case cluster(ClusterID)
    /// Those of some accounts and of the members of some clusters, each account once.
    case subjects([Subject])
    /// Those of a campaign: of the accounts of a case and the members of its clusters.
    case campaign(CaseID)
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
        case .subjects(let subjects):
            keys = SQLCondition(
                """
                SELECT key FROM accountFact WHERE id IN (SELECT value FROM json_each(?)) UNION
                SELECT a.key FROM membership m JOIN accountFact a ON a.id = m.account
                    WHERE m.cluster IN (SELECT value FROM json_each(?))
                """, [Self.list(subjects, .account), Self.list(subjects, .cluster)])
        case .campaign(let id):
            keys = SQLCondition(
                """
                SELECT a.key FROM caseItem i JOIN accountFact a ON a.id = i.subject
                    WHERE i.caseFile = ? AND i.kind = 'account' UNION
                SELECT a.key FROM caseItem i JOIN membership m ON m.cluster = i.subject
                    JOIN accountFact a ON a.id = m.account WHERE i.caseFile = ? AND i.kind = 'cluster'
                """, [SQLValue(id), SQLValue(id)])
        case .selection(let filter, let viewer):
            keys = FilterSQL(view: .accounts, viewer: viewer).condition(filter)
                .inside("SELECT a.key FROM accountFact a WHERE a.revision > 0 AND (", ")")
        }
    }

    /// True of rows whose column names an account of the set.
    func contains(_ column: String) -> SQLCondition {
        keys?.inside("\(column) IN (", ")") ?? .always
    }
    /// The same, where every account is meant too: it lets a question by account and time go by index.
    func containsEach(_ column: String) -> SQLCondition {
        keys == nil ? SQLCondition("\(column) IN (SELECT key FROM accountFact)") : contains(column)
    }

    /// The ids of one kind as JSON (RFC 8259), so that a list of any length is one value.
    private static func list(_ subjects: [Subject], _ kind: Subject.Kind) -> SQLValue {
        let ids = subjects.filter { $0.kind == kind }.map { subject in
            let signs = subject.text.verbatim.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "\"", "\\": "\\\(scalar)"
                case _ where scalar.value < 0x10: "\\u000\(String(scalar.value, radix: 16))"
                case _ where scalar.value < 0x20: "\\u00\(String(scalar.value, radix: 16))"
                default: String(scalar)
                }
            }
            return "\"\(signs.joined())\""
        }
        return SQLValue("[\(ids.joined(separator: ","))]")
    }
}
