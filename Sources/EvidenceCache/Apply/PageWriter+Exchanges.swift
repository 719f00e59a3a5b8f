import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// The row of an exchange, with the numbers of what it refers to.
struct ExchangeFacts {
    var account: Int64
    var conversation: Int64?
    var at: Instant
    var model: Int64?
    var inputTokens: Int?
    var outputTokens: Int?
    var status: Int?
    var target: Int
    var template: Int64?
    var origin: Int64
    var manner: Int64

    /// In the order of ``columns``.
    var values: [SQLValue] {
        [
            .integer(account), SQLValue(conversation), SQLValue(at), SQLValue(model), SQLValue(inputTokens),
            SQLValue(outputTokens), SQLValue(status), SQLValue(target), SQLValue(template), .integer(origin),
            .integer(manner),
        ]
    }

    static let columns =
        "account, conversation, at, model, inputTokens, outputTokens, status, target, template, origin, manner"

    /// Reads ``columns``, the first of which is at `first`.
    init(_ row: SQLRow, from first: Int32) {
        account = row.int64(first)
        conversation = row.optional(first + 1, row.int64)
        at = row.instant(first + 2)
        model = row.optional(first + 3, row.int64)
        inputTokens = row.optional(first + 4, row.int)
        outputTokens = row.optional(first + 5, row.int)
        status = row.optional(first + 6, row.int)
        target = row.int(first + 7)
        template = row.optional(first + 8, row.int64)
        origin = row.int64(first + 9)
        manner = row.int64(first + 10)
    }

    init(_ document: ExchangeDocument, keys: KeyBook) throws {
        let exchange = document.exchange
        account = try keys.account(exchange.account)
        conversation = try exchange.conversation.map { [account] in try keys.conversation($0, account: account) }
        at = exchange.at
        model = try exchange.model.map { try keys.model($0) }
        inputTokens = exchange.usage.input
        outputTokens = exchange.usage.output
        status = exchange.status?.code
        target = CapabilityCode.code(of: document.target)
        template = try document.template.map { try keys.template($0) }
        origin = try keys.origin(OriginFacts(exchange))
        manner = try keys.manner(MannerFacts(exchange))
    }
}

extension PageWriter {
    private struct Known {
        var key: Int64
        var revision: Int64
        var facts: ExchangeFacts
    }

    private func knownExchange(_ id: String) throws -> Known? {
        let id = UntrustedText(id)
        return try db.row(
            "SELECT key, revision, \(ExchangeFacts.columns) FROM exchangeFact WHERE idHash = ? AND id = ?",
            [.integer(KeyBook.hash(of: id)), .text(id)]
        ) { Known(key: $0.int64(0), revision: $0.int64(1), facts: ExchangeFacts($0, from: 2)) }
    }

    func writeExchange(_ record: FeedRecord) throws -> Bool {
        let document = try FeedDocument.decode(ExchangeDocument.self, from: record.document)
        let known = try knownExchange(record.id)
        if let known, known.revision >= record.revision { return false }
        let facts = try ExchangeFacts(document, keys: keys)
        let key: Int64
        if let known {
            key = known.key
            rollups.count(known.facts, by: -1)
            try removeText(of: key, account: known.facts.account)
            try db.run(
                """
                UPDATE exchangeFact SET (\(ExchangeFacts.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
                revision = ?, sequence = ? WHERE key = ?
                """, facts.values + [.integer(record.revision), .integer(record.sequence), .integer(key)])
        } else {
            let id = UntrustedText(record.id)
            try db.run(
                """
                INSERT INTO exchangeFact(idHash, id, \(ExchangeFacts.columns), revision, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [.integer(KeyBook.hash(of: id)), .text(id)] + facts.values + [
                    .integer(record.revision), .integer(record.sequence),
                ])
            key = db.lastInsertedRowID
            tallies["exchange", default: 0] += 1
        }
        rollups.count(facts, by: 1)
        saw(facts.at)
        if let text = document.exchange.text {
            try writeText(text, document: record.document, of: key, account: facts.account)
        }
        return true
    }

    func removeExchange(_ record: FeedRecord) throws -> Bool {
        guard let known = try knownExchange(record.id) else { return true }
        guard known.revision < record.revision else { return false }
        rollups.count(known.facts, by: -1)
        try removeText(of: known.key, account: known.facts.account)
        try db.run("DELETE FROM exchangeFact WHERE key = ?", [.integer(known.key)])
        tallies["exchange", default: 0] -= 1
        return true
    }
}
