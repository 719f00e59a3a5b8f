public import Evidence
import GRDB

/// How much of some exchanges extracts one capability, against ordinary accounts.
public struct TargetBreakdown: Hashable, Sendable {
    /// The target.
    public var target: CapabilityTarget
    /// The exchanges.
    public var exchanges: Int
    /// Their share of all exchanges of the scope, 0 to 1.
    public var share: Double
    /// The share among all exchanges of accounts without an open flag.
    public var ordinaryShare: Double
    /// `share` over `ordinaryShare`; `nil` where ordinary accounts have none.
    public var lift: Double? { ordinaryShare > 0 ? share / ordinaryShare : nil }
}

/// How often some accounts use a template.
public struct TemplateUse: Hashable, Sendable {
    /// The template.
    public var template: Template
    /// The exchanges of the scope that were made from it.
    public var exchanges: Int
    /// The accounts of the scope that use it.
    public var accounts: Int
}

extension TargetBreakdown {
    static func all(of accounts: AccountSet, in db: Database) throws -> [TargetBreakdown] {
        let whose = accounts.contains("account")
        let counts = try db.rows(
            "SELECT target, sum(exchanges) FROM targetCount WHERE \(whose.sql) GROUP BY target ORDER BY 2 DESC, 1",
            whose.values
        ) { (target: $0.int(0), exchanges: $0.int(1)) }
        var ordinary: [Int: Int] = [:]
        try db.step(
            """
            SELECT t.target, sum(t.exchanges) FROM targetCount t JOIN accountFact a ON a.key = t.account
            WHERE a.isFlagged = 0 GROUP BY t.target
            """, []
        ) { row in
            ordinary[row.int(0)] = row.int(1)
            return true
        }
        let total = counts.reduce(0) { $0 + $1.exchanges }
        let ordinaryTotal = ordinary.values.reduce(0, +)
        return counts.map { count in
            TargetBreakdown(
                target: CapabilityCode.target(of: count.target), exchanges: count.exchanges,
                share: Double(count.exchanges) / Double(max(1, total)),
                ordinaryShare: Double(ordinary[count.target] ?? 0) / Double(max(1, ordinaryTotal)))
        }
    }
}

extension EvidenceCache {
    /// What the exchanges of a scope extract, largest first.
    public func targets(of scope: Scope) throws -> [TargetBreakdown] {
        try read { db in try TargetBreakdown.all(of: AccountSet(scope), in: db) }
    }

    /// The templates that a scope uses most, and how many it uses in all.
    public func templates(of scope: Scope, limit: Int = 20) throws -> (uses: [TemplateUse], total: Int) {
        try read { db in
            let whose = AccountSet(scope).contains("account")
            // The documents are long: only those of the most used are read.
            let used = """
                SELECT template, sum(exchanges) AS exchanges, count(*) AS accounts FROM templateCount
                WHERE \(whose.sql) GROUP BY template
                """
            let most = """
                SELECT u.* FROM (\(used)) u JOIN templateFact p ON p.key = u.template WHERE p.revision > 0
                ORDER BY u.exchanges DESC, p.id LIMIT ?
                """
            let uses = try db.rows(
                """
                SELECT p.document, u.exchanges, u.accounts FROM (\(most)) u JOIN templateFact p ON p.key = u.template
                ORDER BY u.exchanges DESC, p.id
                """, whose.values + [SQLValue(limit)]
            ) { TemplateUse(template: try $0.document(0), exchanges: $0.int(1), accounts: $0.int(2)) }
            let total = """
                SELECT count(*) FROM (SELECT DISTINCT template FROM templateCount WHERE \(whose.sql)) u
                JOIN templateFact p ON p.key = u.template WHERE p.revision > 0
                """
            return (uses, try db.count(total, whose.values))
        }
    }

    /// One template by its id.
    public func template(_ id: TemplateID) throws -> Template? {
        try read { db in
            try db.row("SELECT document FROM templateFact WHERE id = ? AND revision > 0", [SQLValue(id)]) {
                try $0.document(0)
            }
        }
    }
}
