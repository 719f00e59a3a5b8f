import Evidence
import Feed
import Foundation
import HostileText

// Accounts, conversations and templates: others name them before they come, so their rows stay when they end.

extension PageWriter {
    /// Updates the row of a thing if what came is newer, and counts a thing that comes for the first time.
    private func update(
        _ table: String, _ key: Int64, _ record: FeedRecord, set columns: String, _ values: [SQLValue]
    ) throws -> Bool {
        let known = try revision(table, key)
        guard known < record.revision else { return false }
        try db.run(
            "UPDATE \(table) SET \(columns), revision = ?, sequence = ? WHERE key = ?",
            values + [.integer(record.revision), .integer(record.sequence), .integer(key)])
        if known == 0 { tallies[record.kind.rawValue, default: 0] += 1 }
        return true
    }

    private func revision(_ table: String, _ key: Int64) throws -> Int64 {
        try db.row("SELECT revision FROM \(table) WHERE key = ?", [.integer(key)]) { $0.int64(0) } ?? 0
    }

    func writeAccount(_ record: FeedRecord) throws -> Bool {
        let account = try decoder.decode(Account.self, from: record.document)
        return try update(
            "accountFact", try keys.account(account.id), record,
            set: """
                organisation = ?, pathway = ?, plan = ?, createdAt = ?, country = ?, asn = ?, score = ?, isFlagged = ?,
                cluster = ?, exchanges = ?, conversations = ?, keys = ?, inputTokens = ?, outputTokens = ?, firstAt = ?,
                lastAt = ?, document = ?
                """,
            [
                SQLValue(account.organisation), SQLValue(account.pathway?.rawValue), SQLValue(account.plan),
                SQLValue(account.createdAt), SQLValue(account.country), SQLValue(account.asn), SQLValue(account.score),
                SQLValue(account.isFlagged), SQLValue(account.cluster), SQLValue(account.exchanges),
                SQLValue(account.conversations), SQLValue(account.keys), SQLValue(account.inputTokens),
                SQLValue(account.outputTokens), SQLValue(account.firstAt), SQLValue(account.lastAt),
                SQLValue(record.document),
            ])
    }

    func writeConversation(_ record: FeedRecord) throws -> Bool {
        let conversation = try FeedDocument.decode(Conversation.self, from: record.document)
        let account = try keys.account(conversation.account)
        return try update(
            "conversationFact", try keys.conversation(conversation.id, account: account), record,
            set: "account = ?, firstAt = ?, lastAt = ?, turns = ?, isInferred = ?",
            [
                .integer(account), SQLValue(conversation.firstAt), SQLValue(conversation.lastAt),
                SQLValue(conversation.turns), SQLValue(conversation.isInferred),
            ])
    }

    func writeTemplate(_ record: FeedRecord) throws -> Bool {
        let template = try decoder.decode(Template.self, from: record.document)
        return try update(
            "templateFact", try keys.template(template.id), record,
            set: "target = ?, accounts = ?, exchanges = ?, document = ?",
            [
                SQLValue(template.target.rawValue), SQLValue(template.accounts), SQLValue(template.exchanges),
                SQLValue(record.document),
            ])
    }

    /// Ends a thing: its row stays as a name for what refers to it.
    func removeNamed(_ record: FeedRecord) throws -> Bool {
        let id = UntrustedText(record.id)
        let (table, cleared, key): (String, String, Int64?) =
            switch record.kind {
            case .account:
                (
                    "accountFact",
                    """
                    organisation = NULL, pathway = NULL, plan = NULL, createdAt = NULL, country = NULL, asn = NULL,
                    score = NULL, isFlagged = 0, cluster = NULL, exchanges = 0, conversations = 0, keys = 0,
                    inputTokens = NULL, outputTokens = NULL, firstAt = NULL, lastAt = NULL, document = NULL
                    """, try KeyBook.account(AccountID(id), in: db)
                )
            case .conversation:
                (
                    "conversationFact", "firstAt = NULL, lastAt = NULL, turns = 0, isInferred = 0",
                    try KeyBook.conversation(ConversationID(id), in: db)
                )
            default:
                (
                    "templateFact", "target = NULL, accounts = NULL, exchanges = NULL, document = NULL",
                    try db.row("SELECT key FROM templateFact WHERE id = ?", [.text(id)]) { $0.int64(0) }
                )
            }
        guard let key else { return true }
        let known = try revision(table, key)
        guard known < record.revision else { return false }
        if known > 0 { tallies[record.kind.rawValue, default: 0] -= 1 }
        try db.run("UPDATE \(table) SET \(cleared), revision = 0, sequence = 0 WHERE key = ?", [.integer(key)])
        return true
    }
}
