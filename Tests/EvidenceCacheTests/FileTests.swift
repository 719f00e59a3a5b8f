import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing

/// Caches in files: modes, second handles, rebuilds, damage.
@Suite final class FileTests {
    let directory = NSTemporaryDirectory() + "stillwatch-cache-tests-" + UUID().uuidString
    var path: String { directory + "/state/cache.sqlite" }
    let now = FeedFixture.now
    let viewer = FeedFixture.viewer

    deinit {
        try? FileManager.default.removeItem(atPath: directory)  // Left-overs of a failed test do no harm.
    }

    private func filled() throws -> EvidenceCache {
        let cache = try EvidenceCache.open(at: path)
        try cache.apply(try FeedFixture.whole().page(), at: now)
        return cache
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `file and directory are their owner's alone`() throws {
        let cache = try filled()
        #expect(try mode(path) == 0o600)
        #expect(try mode(path + "-wal") == 0o600)
        #expect(try mode(directory + "/state") == 0o700)
        #expect(try cache.epoch() == "epoch-1")  // The cache has to be open till here, or there is no -wal.
    }

    @Test func `programs that open a new cache at once all get it`() async throws {
        for round in 0..<8 {
            let path = directory + "/\(round)/cache.sqlite"
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try EvidenceCache.open(at: path).counts().labelEvents }
                }
                for try await count in group { #expect(count == 0) }
            }
        }
    }

    @Test func `two handles see one cache, and only one of them syncs`() throws {
        let one = try filled()
        let other = try EvidenceCache.open(at: path)
        #expect(try other.counts() == one.counts())
        try one.takeSyncLease(at: now)
        #expect(throws: CacheProblem.self) { try other.takeSyncLease(at: now) }
        try one.takeSyncLease(at: now + 1)
        try other.takeSyncLease(at: now + EvidenceCache.leaseDuration + 2)
        #expect(throws: CacheProblem.self) { try one.takeSyncLease(at: now + EvidenceCache.leaseDuration + 3) }
    }

    @Test func `a rebuilt cache is adopted whole, and what analysts did stays`() throws {
        let cache = try filled()
        try cache.record(FeedFixture.label("e1", .relay))
        let file = try cache.openCase(titled: UntrustedText("kept"), by: viewer.analyst, at: now)
        let rebuilt = try cache.beginRebuild()
        var feed = FeedFixture()
        try feed.add(FeedFixture.exchange("new", of: "acct-z", at: FeedFixture.start, text: "quite new words"))
        try feed.add(.label, "e7", FeedFixture.label("e7", .benign, on: "acct-z", by: "lee"))
        try rebuilt.apply(feed.page("epoch-2"), at: now)
        #expect(try cache.counts()[.exchange] == 12)
        #expect(try cache.unfinishedRebuild()?.counts()[.exchange] == 1)
        let digest = try rebuilt.checkIntegrity().digest
        try cache.adopt(rebuilt)
        #expect(try cache.unfinishedRebuild() == nil)
        #expect(try cache.epoch() == "epoch-2")
        let report = try cache.checkIntegrity()
        #expect(report.problems == [])
        #expect(report.digest == digest)
        #expect(try cache.label(of: .account(AccountID("acct-a")), by: viewer.analyst)?.label == .relay)
        #expect(try cache.caseFile(file.id) != nil)
        #expect(try cache.pendingEvents(limit: 9).count == 3)
        let found = try cache.countConversations(of: .everything, filter: Filter(parsing: "\"new words\""), for: viewer)
        #expect(found == 1)
    }

    @Test func `SQL reads the documented tables by their documented columns`() throws {
        let cache = try filled()
        for (table, columns) in [
            ("account", "id, organisation, pathway, score, flagged, exchanges, firstAt, lastAt"),
            ("exchange", "id, account, conversation, at, model, inputTokens, outputTokens, status, target, template"),
            ("conversation", "id, account, firstAt, lastAt, turns"),
            ("flag", "id, subject, kind, score, status, version, at"),
            ("signal", "subject, name, value, unit, percentile, contribution"), ("cluster", "id, status, size"),
            ("membership", "cluster, account, weight"), ("edge", "a, b, kinds, weight"),
            ("labelEvent", "id, subject, label, analyst, at, confidence, supersedes"),
            ("flagQueue", "id, urgency"), ("accountDossier", "id, signal"), ("clusterEdges", "cluster, a, b"),
        ] {
            let result = try cache.answer(sql: "SELECT \(columns) FROM \(table)", for: viewer)
            #expect(result.names == columns.split(separator: ", ").map(String.init))
        }
        let result = try cache.answer(sql: "SELECT id, status FROM exchange ORDER BY id;", for: viewer, rowLimit: 2)
        #expect(result.isTruncated)
        #expect(result.rows.map { $0.columns[0].value } == ["acct-a-0", "acct-a-1"])
        #expect(result.rows[0].columns[1].value == "ok")
    }

    @Test(arguments: [
        "DELETE FROM flagFact", "UPDATE accountFact SET score = 1", "ATTACH 'x' AS y", "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = 1", "SELECT load_extension('x')", "BEGIN", "VACUUM", "DROP TABLE edge",
        "CREATE TABLE x(y)", "SELECT * FROM main.labelEvent", "SELECT * FROM main.labelHead",
        "WITH flag AS (SELECT * FROM main.labelHead) SELECT * FROM flag", "SELECT * FROM main.flag",
    ])
    func `SQL that writes, reaches outside or looks past blindness is denied`(_ sql: String) throws {
        let cache = try filled()
        #expect {
            try cache.answer(sql: sql, for: viewer)
        } throws: { error in
            if case SQLProblem.denied = error { true } else { false }
        }
    }

    @Test func `SQL shows own labels, and everybody's after a reveal`() throws {
        let cache = try filled()
        try cache.record([FeedFixture.label("e1", .relay), FeedFixture.label("e2", .benign, on: "acct-b", by: "o'lee")])
        let sql = "SELECT id FROM labelEvent ORDER BY id"
        #expect(try cache.answer(sql: sql, for: viewer).rows.map { $0.columns[0].value } == ["e1"])
        #expect(try cache.answer(sql: "SELECT id FROM flag WHERE status = 'decided'", for: viewer).rows.count == 1)
        let lee = Viewer(analyst: UntrustedText("o'lee"), now: now)
        #expect(try cache.answer(sql: sql, for: lee).rows.map { $0.columns[0].value } == ["e2"])
        let reveal = try cache.revealLabels(of: nil, by: viewer.analyst, at: now)
        let open = Viewer(analyst: viewer.analyst, sight: .all(reveal), now: now)
        #expect(try cache.answer(sql: sql, for: open).rows.count == 2)
    }

    @Test func `SQL that never ends is ended, and nonsense is called so`() throws {
        let cache = try filled()
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        #expect(throws: SQLProblem.tooSlow(limit: 50)) { try cache.answer(sql: endless, for: viewer, timeLimit: 50) }
        #expect(throws: SQLProblem.notOneStatement) { try cache.answer(sql: "SELECT 1; SELECT 2", for: viewer) }
        #expect(throws: SQLProblem.notOneStatement) { try cache.answer(sql: "  ", for: viewer) }
        #expect {
            try cache.answer(sql: "SELEC 1", for: viewer)
        } throws: { error in
            if case SQLProblem.syntax = error { true } else { false }
        }
    }

    @Test func `history cannot be rewritten, not even with other programs`() throws {
        let cache = try filled()
        try cache.record(FeedFixture.label("e1", .relay))
        let other = try OtherProgram(path)
        for sql in [
            "DELETE FROM activity", "UPDATE activity SET actor = 'x'", "DELETE FROM labelEvent",
            "UPDATE labelEvent SET label = 'benign'",
        ] {
            #expect(!other.run(sql))
        }
    }

    @Test(arguments: [
        ("UPDATE dailyCount SET exchanges = exchanges + 1 WHERE day = 20591", "counts"),
        ("DELETE FROM hourlyCount", "counts"), ("UPDATE tally SET count = 99 WHERE name = 'flag'", "counts"),
        ("UPDATE exchangeText SET document = x'00'", "evidence"),
        ("UPDATE exchangeText SET hash = zeroblob(32)", "evidence"),
        ("DELETE FROM exchangeText", "search"), ("PRAGMA foreign_keys = OFF; DELETE FROM templateFact", "references"),
        ("DROP TRIGGER activityUnchanged; UPDATE activity SET actor = 'x'", "chain"),
        ("DROP TRIGGER activityKept; DELETE FROM activity WHERE number = 1", "chain"),
        ("DROP TRIGGER labelEventUnchanged; UPDATE labelEvent SET document = x'7b7d'", "labels"),
        ("DROP TRIGGER labelEventUnchanged; UPDATE labelEvent SET document = x'7b7d', hash = zeroblob(32)", "labels"),
        ("UPDATE labelHead SET label = 'benign'", "labels"),
    ])
    func `fsck names what was changed by other means`(_ sql: String, _ check: String) throws {
        let cache = try filled()
        try cache.record(FeedFixture.label("e1", .relay))
        try cache.record(FeedFixture.label("e2", .relay, on: "acct-b"))
        #expect(try cache.checkIntegrity().ok)
        #expect(try OtherProgram(path).run(sql))
        let report = try cache.checkIntegrity()
        #expect(!report.ok)
        #expect(report.problems.map(\.check).contains(check))
    }

    @Test func `a file that is no database, and a directory that may not be written, are clear problems`() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let file = directory + "/notes.txt"
        try Data(String(repeating: "not a database ", count: 100).utf8).write(to: URL(fileURLWithPath: file))
        #expect {
            try EvidenceCache.open(at: file)
        } throws: { error in
            if case CacheProblem.damaged = error { true } else { false }
        }
        #expect {
            try EvidenceCache.open(at: "/proc/nothing/cache.sqlite")
        } throws: { error in
            if case CacheProblem.cannotOpen = error { true } else { false }
        }
    }
}
