import Digests
public import Evidence
import GRDB
public import HostileText

/// A line of the list of cases.
public struct CaseRow: Hashable, Sendable {
    /// The case.
    public var file: Case
    /// How many things it holds.
    public var items: Int
    /// How many notes it has.
    public var notes: Int
    /// How many accounts, clusters, conversations and exchanges it holds, in this order.
    public var contents: [Int] = [0, 0, 0, 0]
    /// When it was last written out; `nil` if it never was.
    public var exportedAt: Instant?
    /// How many things were put in, taken out or noted since then, or since it was opened.
    public var changesSince = 0
}

extension EvidenceCache {
    /// Opens a case; its id is `case-` and the next number.
    public func openCase(titled title: UntrustedText, by analyst: UntrustedText, at now: Instant) throws -> Case {
        try write { db in
            let number = try db.count("SELECT ifnull(max(number), 0) + 1 FROM caseFile")
            let file = Case(
                id: CaseID("case-\(number)"), title: title, analyst: analyst, createdAt: now, changedAt: now)
            try db.run(
                "INSERT INTO caseFile(id, title, status, analyst, createdAt, changedAt) VALUES (?, ?, 'open', ?, ?, ?)",
                [SQLValue(file.id), .text(title), .text(analyst), SQLValue(now), SQLValue(now)])
            try ActivityLog(db).append(
                .caseOpened, file.id.text, ["title": .string(title.verbatim)], by: analyst, at: now)
            return file
        }
    }

    /// Puts things into a case. What is in it already stays as it is.
    ///
    /// - Returns: how many were new.
    /// - Throws: `CacheProblem.notFound`, or `.refused` if the case is closed.
    @discardableResult
    public func add(_ things: [CaseItem.Thing], to id: CaseID, by analyst: UntrustedText, at now: Instant) throws -> Int
    {
        try write { db in
            try CaseBook(db).requireOpen(id)
            var added = 0
            for thing in things {
                try db.run(
                    "INSERT OR IGNORE INTO caseItem(caseFile, kind, subject, analyst, at) VALUES (?, ?, ?, ?, ?)",
                    [SQLValue(id), SQLValue(thing.kind), .text(thing.id), .text(analyst), SQLValue(now)])
                guard db.changesCount > 0 else { continue }
                added += 1
                try ActivityLog(db).append(.caseAdded, id.text, thing.details, by: analyst, at: now)
            }
            try CaseBook(db).touch(id, at: now)
            return added
        }
    }

    /// Takes a thing out of a case.
    public func remove(_ thing: CaseItem.Thing, from id: CaseID, by analyst: UntrustedText, at now: Instant) throws {
        try write { db in
            try CaseBook(db).requireOpen(id)
            try db.run(
                "DELETE FROM caseItem WHERE caseFile = ? AND kind = ? AND subject = ?",
                [SQLValue(id), SQLValue(thing.kind), .text(thing.id)])
            guard db.changesCount > 0 else { return }
            try ActivityLog(db).append(.caseRemoved, id.text, thing.details, by: analyst, at: now)
            try CaseBook(db).touch(id, at: now)
        }
    }

    /// Adds a note to a case. Notes are only ever added.
    public func addNote(_ text: UntrustedText, to id: CaseID, by analyst: UntrustedText, at now: Instant) throws {
        try write { db in
            try CaseBook(db).requireOpen(id)
            try db.run(
                "INSERT INTO caseNote(caseFile, text, analyst, at) VALUES (?, ?, ?, ?)",
                [SQLValue(id), .text(text), .text(analyst), SQLValue(now)])
            try ActivityLog(db).append(
                .caseNoted, id.text, ["sha256": .string(SHA256Digest.of(text.verbatim).hex)], by: analyst, at: now)
            try CaseBook(db).touch(id, at: now)
        }
    }

    /// Closes a case.
    public func closeCase(_ id: CaseID, by analyst: UntrustedText, at now: Instant) throws {
        try write { db in
            try CaseBook(db).requireOpen(id)
            try db.run(
                "UPDATE caseFile SET status = 'closed', changedAt = ? WHERE id = ?", [SQLValue(now), SQLValue(id)])
            try ActivityLog(db).append(.caseClosed, id.text, by: analyst, at: now)
        }
    }

    /// All cases: open ones first, the last changed first.
    public func cases() throws -> [CaseRow] {
        try read { db in
            try db.rows(
                "SELECT \(CaseBook.columns) FROM caseFile f ORDER BY status = 'closed', changedAt DESC, number DESC",
                [], CaseBook.row)
        }
    }

    /// One case by its id.
    public func caseFile(_ id: CaseID) throws -> CaseRow? {
        try read { db in
            try db.row("SELECT \(CaseBook.columns) FROM caseFile f WHERE id = ?", [SQLValue(id)], CaseBook.row)
        }
    }

    /// What a case holds, in the order in which it was put in.
    public func items(of id: CaseID) throws -> [CaseItem] {
        try read { db in
            try db.rows(
                "SELECT kind, subject, analyst, at FROM caseItem WHERE caseFile = ? ORDER BY at, kind, subject",
                [SQLValue(id)]
            ) {
                CaseItem(
                    thing: CaseItem.Thing(kind: $0.string(0), id: $0.untrusted(1)), analyst: $0.untrusted(2),
                    at: $0.instant(3))
            }
        }
    }

    /// The notes of a case, oldest first.
    public func notes(of id: CaseID) throws -> [CaseNote] {
        try read { db in
            try db.rows("SELECT text, analyst, at FROM caseNote WHERE caseFile = ? ORDER BY number", [SQLValue(id)]) {
                CaseNote(text: $0.untrusted(0), analyst: $0.untrusted(1), at: $0.instant(2))
            }
        }
    }

    /// The cases that hold a thing.
    public func cases(holding thing: CaseItem.Thing) throws -> [CaseID] {
        try read { db in
            try db.rows(
                "SELECT caseFile FROM caseItem WHERE subject = ? AND kind = ? ORDER BY caseFile",
                [.text(thing.id), SQLValue(thing.kind)]
            ) { $0.id(0) }
        }
    }
}

/// What the case methods have in common. Works inside the caller's transaction.
private struct CaseBook {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    static let columns = """
        id, title, status, analyst, createdAt, changedAt, (SELECT count(*) FROM caseItem i WHERE i.caseFile = f.id),
        (SELECT count(*) FROM caseNote n WHERE n.caseFile = f.id),
        (SELECT count(*) FROM caseItem i WHERE i.caseFile = f.id AND i.kind = 'account'),
        (SELECT count(*) FROM caseItem i WHERE i.caseFile = f.id AND i.kind = 'cluster'),
        (SELECT count(*) FROM caseItem i WHERE i.caseFile = f.id AND i.kind = 'conversation'),
        (SELECT count(*) FROM caseItem i WHERE i.caseFile = f.id AND i.kind = 'exchange'),
        (SELECT max(x.at) FROM activity x WHERE x.subject = f.id AND x.action = 'exported'),
        (SELECT count(*) FROM activity y WHERE y.subject = f.id
            AND y.action IN ('case_added', 'case_removed', 'case_noted')
            AND y.number > ifnull((SELECT max(x.number) FROM activity x WHERE x.subject = f.id AND x.action = 'exported'), 0))
        """

    static func row(_ row: SQLRow) -> CaseRow {
        CaseRow(
            file: Case(
                id: row.id(0), title: row.untrusted(1), status: CaseStatus(rawValue: row.string(2)) ?? .open,
                analyst: row.untrusted(3), createdAt: row.instant(4), changedAt: row.instant(5)),
            items: row.int(6), notes: row.int(7), contents: (8...11).map { row.int($0) },
            exportedAt: row.optional(12, row.instant), changesSince: row.int(13))
    }

    func requireOpen(_ id: CaseID) throws {
        guard let status = try db.row("SELECT status FROM caseFile WHERE id = ?", [SQLValue(id)], { $0.string(0) })
        else {
            throw CacheProblem.notFound(kind: "case", id: id.text.verbatim)
        }
        if status != CaseStatus.open.rawValue { throw CacheProblem.refused("The case is closed.") }
    }

    func touch(_ id: CaseID, at now: Instant) throws {
        try db.run("UPDATE caseFile SET changedAt = ? WHERE id = ?", [SQLValue(now), SQLValue(id)])
    }
}

extension CaseItem.Thing {
    /// The word for what it is: `account`, `cluster`, `conversation` or `exchange`.
    public var kind: String {
        switch self {
        case .account: "account"
        case .cluster: "cluster"
        case .conversation: "conversation"
        case .exchange: "exchange"
        }
    }

    /// Its id, whatever it is.
    public var id: UntrustedText {
        switch self {
        case .account(let id): id.text
        case .cluster(let id): id.text
        case .conversation(let id): id.text
        case .exchange(let id): id.text
        }
    }

    init(kind: String, id: UntrustedText) {
        switch kind {
        case "cluster": self = .cluster(ClusterID(id))
        case "conversation": self = .conversation(ConversationID(id))
        case "exchange": self = .exchange(ExchangeID(id))
        default: self = .account(AccountID(id))
        }
    }

    fileprivate var details: [String: CanonicalJSON] {
        ["kind": .string(kind), "id": .string(id.verbatim)]
    }
}
