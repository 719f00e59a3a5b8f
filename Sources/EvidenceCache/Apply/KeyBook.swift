import Digests
import Evidence
import Foundation
import GRDB
import HostileText

/// Finds the numbers by which rows name accounts, conversations, models and so on, and gives new ones.
///
/// Remembers them for the length of one transaction only, since a rollback would take them back.
final class KeyBook {
    private let db: Database
    private var accounts: [UntrustedText: Int64] = [:]
    private var conversations: [UntrustedText: Int64] = [:]
    private var templates: [UntrustedText: Int64] = [:]
    private var models: [UntrustedText: Int64] = [:]
    private var origins: [OriginFacts: Int64] = [:]
    private var manners: [MannerFacts: Int64] = [:]

    init(_ db: Database) {
        self.db = db
    }

    func account(_ id: AccountID) throws -> Int64 {
        try key(of: id.text, in: \.accounts, table: "accountFact", column: "id")
    }

    func template(_ id: TemplateID) throws -> Int64 {
        try key(of: id.text, in: \.templates, table: "templateFact", column: "id")
    }

    func model(_ name: UntrustedText) throws -> Int64 {
        try key(of: name, in: \.models, table: "modelName", column: "name")
    }

    /// A conversation that has not come itself is made with the account that an exchange of it names.
    func conversation(_ id: ConversationID, account: Int64) throws -> Int64 {
        if let key = conversations[id.text] { return key }
        let hash = KeyBook.hash(of: id.text)
        let key: Int64
        if let known = try KeyBook.conversation(id, in: db) {
            key = known
        } else {
            try db.run(
                "INSERT INTO conversationFact(idHash, id, account) VALUES (?, ?, ?)",
                [.integer(hash), SQLValue(id), .integer(account)])
            key = db.lastInsertedRowID
        }
        conversations[id.text] = key
        return key
    }

    func origin(_ facts: OriginFacts) throws -> Int64 {
        if let key = origins[facts] { return key }
        let digest = SQLValue.blob(facts.digest)
        var key = try db.row("SELECT key FROM origin WHERE digest = ?", [digest]) { $0.int64(0) }
        if key == nil {
            try db.run(
                """
                INSERT INTO origin(digest, range, asn, country, userAgent, tlsFingerprint, keyHash, payment, emailDomain)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, [digest] + facts.values)
            key = db.lastInsertedRowID
        }
        origins[facts] = key
        return key ?? 0
    }

    func manner(_ facts: MannerFacts) throws -> Int64 {
        if let key = manners[facts] { return key }
        let document = SQLValue(UntrustedText(try facts.text))
        var key = try db.row("SELECT key FROM manner WHERE document = ?", [document]) { $0.int64(0) }
        if key == nil {
            try db.run("INSERT INTO manner(document) VALUES (?)", [document])
            key = db.lastInsertedRowID
        }
        manners[facts] = key
        return key ?? 0
    }

    private func key(
        of text: UntrustedText, in book: ReferenceWritableKeyPath<KeyBook, [UntrustedText: Int64]>, table: String,
        column: String
    ) throws -> Int64 {
        if let key = self[keyPath: book][text] { return key }
        var key = try db.row("SELECT key FROM \(table) WHERE \(column) = ?", [.text(text)]) { $0.int64(0) }
        if key == nil {
            try db.run("INSERT INTO \(table)(\(column)) VALUES (?)", [.text(text)])
            key = db.lastInsertedRowID
        }
        self[keyPath: book][text] = key
        return key ?? 0
    }

    /// 64 bits of SHA-256, by which long ids are found. Two ids may share it; the id itself decides.
    static func hash(of id: UntrustedText) -> Int64 {
        SHA256Digest.of(id.verbatim).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    static func conversation(_ id: ConversationID, in db: Database) throws -> Int64? {
        try db.row(
            "SELECT key FROM conversationFact WHERE idHash = ? AND id = ?", [.integer(hash(of: id.text)), SQLValue(id)]
        ) { $0.int64(0) }
    }

    static func exchange(_ id: ExchangeID, in db: Database) throws -> Int64? {
        try db.row(
            "SELECT key FROM exchangeFact WHERE idHash = ? AND id = ?", [.integer(hash(of: id.text)), SQLValue(id)]
        ) { $0.int64(0) }
    }

    static func account(_ id: AccountID, in db: Database) throws -> Int64? {
        try db.row("SELECT key FROM accountFact WHERE id = ?", [SQLValue(id)]) { $0.int64(0) }
    }
}
