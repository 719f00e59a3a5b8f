import Digests
public import Evidence
public import Feed
import Foundation
import GRDB
import HostileText

/// An exchange as the cache has it.
public struct CachedExchange: Hashable, Sendable {
    /// The exchange and what the detector made of it. Without text, only what a row of the cache holds.
    public var document: ExchangeDocument
    /// Whether the text came. If not, `document` was put together from the row: no hashes of address or e-mail, no cost.
    public var hasText: Bool
    /// The SHA-256 of the document as it came, 64 hexadecimal digits; `nil` without text.
    public var sha256: String?
    /// The sequence with which it came.
    public var sequence: Int64
}

extension EvidenceCache {
    /// One exchange by its id; `nil` if the feed has not brought it.
    ///
    /// - Throws: `CacheProblem.damaged` if the stored text no longer has the hash with which it came.
    public func exchange(_ id: ExchangeID) throws -> CachedExchange? {
        try read { db in
            guard let key = try KeyBook.exchange(id, in: db) else { return nil }
            return try ExchangeReader(db).exchanges(where: SQLCondition("e.key = ?", [.integer(key)]), limit: 1).first
        }
    }

    /// The exchanges of a conversation in order of time.
    ///
    /// - Parameter start: the first one wanted, and all after it; without it from the beginning.
    public func turns(of id: ConversationID, from start: CachedExchange? = nil, limit: Int = 500) throws
        -> [CachedExchange]
    {
        try read { db in
            guard var condition = try Self.exchanges(of: id, in: db) else { return [] }
            if let start = start?.document.exchange {
                let after = SQLCondition("(e.at, e.id) >= (?, ?)", [SQLValue(start.at), SQLValue(start.id)])
                condition = .all([condition, SQLCondition("e.at >= ?", [SQLValue(start.at)]), after])
            }
            return try ExchangeReader(db).exchanges(where: condition, limit: limit)
        }
    }

    /// How many exchanges of a conversation come before one of them. O(n) in them.
    public func countTurns(of id: ConversationID, before end: CachedExchange) throws -> Int {
        try read { db in
            guard let condition = try Self.exchanges(of: id, in: db) else { return 0 }
            let end = end.document.exchange
            return try db.count(
                "SELECT count(*) FROM exchangeFact e WHERE \(condition.sql) AND (e.at, e.id) < (?, ?)",
                condition.values + [SQLValue(end.at), SQLValue(end.id)])
        }
    }

    /// What is true of the exchanges of a conversation; `nil` if nothing is known of it.
    private static func exchanges(of id: ConversationID, in db: Database) throws -> SQLCondition? {
        let found = try db.row(
            "SELECT key, account, firstAt, lastAt FROM conversationFact WHERE idHash = ? AND id = ?",
            [.integer(KeyBook.hash(of: id.text)), SQLValue(id)]
        ) { row in (0...3).map { row.value(Int32($0)) } }
        guard let found else { return nil }
        let condition = SQLCondition("e.account = ? AND e.conversation = ?", [found[1], found[0]])
        guard found[2] != .null else { return condition }
        return .all([condition, SQLCondition("e.at BETWEEN ? AND ?", [found[2], found[3]])])
    }

    /// Exchanges of a scope that were made from a template: the newest of each account first, accounts by use.
    ///
    /// Looks at the twelve accounts that use it most, and at the newest 5,000 exchanges of each: for a few to be read, not
    /// for all.
    /// - Parameter except: an account whose exchanges are not wanted.
    public func exchanges(
        from template: TemplateID, of scope: Scope = .everything, except: AccountID? = nil, limit: Int = 60
    ) throws -> [ExchangeID] {
        try read { db in
            let whose = AccountSet(scope).contains("u.account")
            let key = "(SELECT key FROM templateFact WHERE id = ?)"
            let accounts = try db.rows(
                """
                SELECT u.account FROM templateCount u WHERE u.template = \(key) AND \(whose.sql)
                AND u.account IS NOT (SELECT key FROM accountFact WHERE id = ?)
                ORDER BY u.exchanges DESC, u.account LIMIT 12
                """, [SQLValue(template)] + whose.values + [except.map { SQLValue($0) } ?? .null]
            ) { $0.int64(0) }
            var found: [[ExchangeID]] = []
            for account in accounts {
                found.append(
                    try db.rows(
                        """
                        SELECT e.id FROM (SELECT * FROM exchangeFact WHERE account = ? ORDER BY at DESC LIMIT 5000) e
                        LEFT JOIN exchangeText x ON x.exchange = e.key WHERE e.template = \(key)
                        ORDER BY x.exchange IS NULL, e.at DESC, e.id DESC LIMIT ?
                        """, [.integer(account), SQLValue(template), SQLValue(limit)]
                    ) { $0.id(0) })
            }
            // One of each account, then a second of each.
            let longest = found.map(\.count).max() ?? 0
            let turns = (0..<longest).flatMap { turn in found.compactMap { turn < $0.count ? $0[turn] : nil } }
            return Array(turns.prefix(limit))
        }
    }

    /// The newest exchanges of an account whose text is cached, newest first: for a preview. Those of a template first, if given.
    public func exemplars(of account: AccountID, template: TemplateID? = nil, limit: Int = 3) throws -> [CachedExchange]
    {
        try read { db in
            guard let key = try KeyBook.account(account, in: db) else { return [] }
            var condition = SQLCondition("e.account = ? AND x.exchange IS NOT NULL", [.integer(key)])
            if let template { condition = .all([condition, SQLCondition("p.id = ?", [SQLValue(template)])]) }
            return try ExchangeReader(db).exchanges(where: condition, order: "e.at DESC, e.id DESC", limit: limit)
        }
    }
}

/// Puts exchanges together from their rows.
struct ExchangeReader {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func exchanges(
        where condition: SQLCondition, order: String = "e.at, e.id", limit: Int
    ) throws -> [CachedExchange] {
        try db.rows(
            """
            SELECT x.document, x.bytes, x.hash, e.sequence, e.id, a.id, c.id, e.at, n.name, e.inputTokens, e.outputTokens,
                e.status, e.target, p.id, g.document, o.range, o.asn, o.country, o.userAgent, o.tlsFingerprint, o.keyHash,
                o.payment, o.emailDomain, c.isInferred
            FROM exchangeFact e JOIN accountFact a ON a.key = e.account JOIN origin o ON o.key = e.origin
            JOIN manner g ON g.key = e.manner LEFT JOIN exchangeText x ON x.exchange = e.key
            LEFT JOIN conversationFact c ON c.key = e.conversation LEFT JOIN modelName n ON n.key = e.model
            LEFT JOIN templateFact p ON p.key = e.template
            WHERE \(condition.sql) ORDER BY \(order) LIMIT ?
            """, condition.values + [SQLValue(limit)], exchange)
    }

    private func exchange(_ row: SQLRow) throws -> CachedExchange {
        guard !row.isNull(0) else {
            return CachedExchange(document: try fromFacts(row), hasText: false, sequence: row.int64(3))
        }
        let bytes = try StoredText.document(row.bytes(0), size: row.int(1), hash: row.bytes(2))
        return CachedExchange(
            document: try FeedDocument.decode(ExchangeDocument.self, from: Data(bytes)), hasText: true,
            sha256: SHA256Digest(bytes: row.bytes(2))?.hex, sequence: row.int64(3))
    }

    private func fromFacts(_ row: SQLRow) throws -> ExchangeDocument {
        var exchange = Exchange(id: row.id(4), account: row.id(5), at: row.instant(7))
        exchange.conversation = row.optional(6, row.id)
        exchange.conversationIsInferred = row.optional(23, row.flag)
        exchange.model = row.optional(8, row.untrusted)
        exchange.usage.input = row.optional(9, row.int)
        exchange.usage.output = row.optional(10, row.int)
        exchange.status = row.optional(11, row.int).map(ExchangeStatus.init(code:))
        exchange.origin.addressRange = row.optional(15, row.string)
        exchange.origin.asn = row.optional(16, row.int)
        exchange.origin.country = row.optional(17, row.untrusted)
        exchange.origin.userAgent = row.optional(18, row.untrusted)
        exchange.origin.tlsFingerprint = row.optional(19, row.untrusted)
        exchange.keyHash = row.optional(20, row.string)
        exchange.standing.paymentHash = row.optional(21, row.string)
        exchange.standing.emailDomain = row.optional(22, row.untrusted)
        let manner: MannerFacts = try row.document(14)
        exchange.provider = manner.provider
        exchange.operation = manner.operation
        exchange.parameters.stream = manner.stream
        exchange.parameters.temperature = manner.temperature
        exchange.parameters.maxTokens = manner.maxTokens
        exchange.finishReason = manner.finishReason
        exchange.tools = manner.tools?.map { Tool(name: $0) }
        exchange.images = manner.images
        return ExchangeDocument(
            exchange: exchange, target: CapabilityCode.target(of: row.int(12)), template: row.optional(13, row.id))
    }
}

/// The documents of exchanges whose text is cached.
enum StoredText {
    /// Unpacks a document and checks that it still is what came.
    static func document(_ stored: [UInt8], size: Int, hash: [UInt8]) throws -> [UInt8] {
        do {
            let bytes = try Gzip.inflate(stored, limit: size)
            guard SHA256Digest.of(bytes).bytes == hash else {
                throw CacheProblem.damaged("the text of an exchange is not what came")
            }
            return bytes
        } catch is GzipError {
            throw CacheProblem.damaged("the text of an exchange cannot be unpacked")
        }
    }
}
