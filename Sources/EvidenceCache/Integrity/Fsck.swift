import GRDB

/// What a check of the cache found.
public struct IntegrityReport: Hashable, Codable, Sendable {
    /// Whether nothing is wrong.
    public var ok: Bool
    /// Where the feed was read to; `nil` before the first page.
    public var cursor: String?
    /// How many things of each kind the cache holds, counted anew.
    public var counts: [String: Int]
    /// One hash over everything that came from the feed; equal in two caches that hold the same.
    public var digest: String
    /// What is wrong.
    public var problems: [Problem]

    /// Something that is wrong.
    public struct Problem: Hashable, Codable, Sendable {
        /// What was checked: `file`, `references`, `chain`, `labels`, `evidence`, `counts` or `search`.
        public var check: String
        /// What is wrong.
        public var message: String
        /// How to get out of it.
        public var remedy: String
    }
}

extension EvidenceCache {
    /// Checks the file, references, the activity chain, every label's and text's hash, and all counts against a recount.
    ///
    /// Reads everything once: about a minute for 16,000,000 exchanges. Sees one moment's state, also while a sync writes.
    public func checkIntegrity() throws -> IntegrityReport {
        try read { db in
            var check = IntegrityCheck(db)
            try check.run()
            return IntegrityReport(
                ok: check.problems.isEmpty, cursor: try db.row("SELECT cursor FROM feedState") { $0.string(0) },
                counts: check.counts, digest: try FeedDigest(db).compute(), problems: check.problems)
        }
    }
}

/// Runs the checks one after the other and gathers what is wrong.
struct IntegrityCheck {
    let db: Database
    var problems: [IntegrityReport.Problem] = []
    var counts: [String: Int] = [:]

    static let resync = "Delete the cache's file after stillwatch labels export, and sync again."

    init(_ db: Database) {
        self.db = db
    }

    mutating func run() throws {
        try checkFile()
        try checkReferences()
        try checkChain()
        try checkLabels()
        try checkEvidence()
        try checkCounts()
        try checkSearch()
    }

    mutating func note(_ check: String, _ message: String, _ remedy: String) {
        problems.append(.init(check: check, message: message, remedy: remedy))
    }

    private mutating func checkFile() throws {
        for line in try db.rows("PRAGMA integrity_check(20)", [], { $0.string(0) }) where line != "ok" {
            note("file", line, IntegrityCheck.resync)
        }
    }

    private mutating func checkReferences() throws {
        let broken = try db.rows("PRAGMA foreign_key_check") { (table: $0.string(0), parent: $0.string(2)) }
        for (pair, rows) in Dictionary(grouping: broken, by: { "\($0.table) refers to missing rows of \($0.parent)" }) {
            note("references", "\(pair), \(rows.count) times.", IntegrityCheck.resync)
        }
        let doubled = try db.count(
            "SELECT count(*) FROM (SELECT 1 FROM exchangeFact GROUP BY idHash, id HAVING count(*) > 1)")
        if doubled > 0 { note("references", "\(doubled) exchanges are there more than once.", IntegrityCheck.resync) }
    }
}
