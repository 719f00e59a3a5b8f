public import Evidence
import GRDB
public import HostileText

/// What lists of conversations can be sorted by.
public enum ConversationSort: String, CaseIterable, Hashable, Sendable {
    /// The first exchange.
    case time
    /// The number of exchanges.
    case turns

    var column: String { self == .time ? "c.firstAt" : "c.turns" }
}

/// A line of a list of conversations.
public struct ConversationRow: Hashable, Sendable {
    /// The conversation.
    public var conversation: Conversation
    /// What most of its exchanges extract.
    public var target: CapabilityTarget
    /// The template of its first exchange that has one.
    public var template: TemplateID?
    /// The model of its first exchange.
    public var model: UntrustedText?
    /// Input tokens in all; `nil` if no exchange has them.
    public var inputTokens: Int?
    /// Output tokens in all; `nil` if no exchange has them.
    public var outputTokens: Int?
    /// Exchanges that failed or were refused.
    public var failures: Int
    /// The exchanges whose text is cached.
    public var texts: Int
    /// Hidden characters in those.
    public var hidden: Int
}

/// A stretch of time that a list is limited to.
public struct Brush: Hashable, Sendable {
    /// Its beginning.
    public var from: Instant
    /// Its end, exclusive.
    public var to: Instant

    /// Makes a brush.
    public init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }
}

extension EvidenceCache {
    /// A page of the conversations of a scope that have an exchange within the brush's ends.
    public func conversations(
        of scope: Scope, in brush: Brush? = nil, _ request: PageRequest<ConversationSort>, for viewer: Viewer
    ) throws -> Page<ConversationRow> {
        try read { db in
            var query = ConversationQuery(scope: scope, brush: brush, request: request, viewer: viewer)
            // Of many accounts the list is walked in time until the page is full, rather than gathered and sorted.
            if request.sort == .time, let keys = AccountSet(scope).keys {
                query.isWalkedInTime =
                    try db.count("SELECT count(*) FROM (\(keys.sql) LIMIT 2000)", keys.values) == 2_000
            }
            var page = try query.paged.page(request, in: db) {
                (row: try ConversationQuery.row($0), key: $0.int64(2), account: $0.int64(3))
            }
            for index in page.rows.indices {
                let found = page.rows[index]
                try ConversationQuery.fill(&page.rows[index].row, key: found.key, account: found.account, in: db)
            }
            return Page(rows: page.rows.map(\.row), places: page.places)
        }
    }

    /// How many conversations of a scope there are within the brush.
    public func countConversations(
        of scope: Scope, in brush: Brush? = nil, filter: Filter = .everything, for viewer: Viewer
    ) throws -> Int {
        try read { db in
            if scope == .everything, brush == nil, filter == .everything {
                return try Tally.count("conversation", in: db)
            }
            let request = PageRequest(filter: filter, sort: ConversationSort.time)
            return try ConversationQuery(scope: scope, brush: brush, request: request, viewer: viewer).paged.count(
                in: db)
        }
    }
}

/// A list of conversations as SQL.
private struct ConversationQuery {
    let scope: Scope
    let brush: Brush?
    let request: PageRequest<ConversationSort>
    let viewer: Viewer
    /// Whether the index of accounts is left aside.
    var isWalkedInTime = false

    var paged: PagedQuery {
        var parts = [
            SQLCondition("c.revision > 0"), AccountSet(scope).contains(isWalkedInTime ? "+c.account" : "c.account"),
            FilterSQL(view: .conversations, viewer: viewer).condition(request.filter),
        ]
        if let brush {
            parts.append(SQLCondition("c.firstAt < ? AND c.lastAt >= ?", [SQLValue(brush.to), SQLValue(brush.from)]))
        }
        return PagedQuery(
            columns: "c.key, c.account, c.id, a.id, c.firstAt, c.lastAt, c.turns, c.isInferred",
            source: "conversationFact c JOIN accountFact a ON a.key = c.account", condition: .all(parts),
            sortKey: request.sort.column, id: "c.id")
    }

    static func row(_ row: SQLRow) throws -> ConversationRow {
        ConversationRow(
            conversation: Conversation(
                id: row.id(4), account: row.id(5), firstAt: row.instant(6), lastAt: row.instant(7), turns: row.int(8),
                isInferred: row.flag(9)),
            target: .general, failures: 0, texts: 0, hidden: 0)
    }

    /// Adds what its exchanges say.
    static func fill(_ row: inout ConversationRow, key: Int64, account: Int64, in db: Database) throws {
        var targets: [Int: Int] = [:]
        try db.step(
            """
            SELECT e.target, e.inputTokens, e.outputTokens, ifnull(e.status, 0), p.id, n.name, x.hidden FROM exchangeFact e
            LEFT JOIN templateFact p ON p.key = e.template LEFT JOIN modelName n ON n.key = e.model
            LEFT JOIN exchangeText x ON x.exchange = e.key
            WHERE e.account = ? AND e.at BETWEEN ? AND ? AND e.conversation = ? ORDER BY e.at, e.id
            """,
            [
                .integer(account), SQLValue(row.conversation.firstAt), SQLValue(row.conversation.lastAt), .integer(key),
            ]
        ) { exchange in
            targets[exchange.int(0), default: 0] += 1
            if let tokens = exchange.optional(1, exchange.int) { row.inputTokens = (row.inputTokens ?? 0) + tokens }
            if let tokens = exchange.optional(2, exchange.int) { row.outputTokens = (row.outputTokens ?? 0) + tokens }
            row.failures += exchange.int(3) > 0 ? 1 : 0
            if row.template == nil { row.template = exchange.optional(4, exchange.id) }
            if row.model == nil { row.model = exchange.optional(5, exchange.untrusted) }
            row.texts += exchange.isNull(6) ? 0 : 1
            row.hidden += exchange.int(6)
            return true
        }
        if let top = targets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            row.target = CapabilityCode.target(of: top.key)
        }
    }
}
