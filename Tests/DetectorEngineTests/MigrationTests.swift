import Digests
import Evidence
import Feed
import Foundation
import GRDB
import HostileText
import Testing

@testable import DetectorEngine

struct MigrationTests {
    private func exchange(_ number: Int, scored: Bool) -> Exchange {
        var exchange = Exchange(
            id: ExchangeID("req-\(number)"), account: "acct-1".id, at: Instant(milliseconds: Int64(number) * 1_000))
        exchange.model = "model-a".untrusted
        exchange.conversation = number % 3 == 0 ? ConversationID("own") : scored ? ConversationID("session:1") : nil
        exchange.conversationIsInferred = scored && number % 3 != 0 ? true : nil
        return exchange
    }

    /// Writes a state as versions before wrote it, with exchanges 2, 4, … of 20, of which the first eight were scored.
    private func writeOld(_ path: String) throws -> [FeedRecord] {
        let database = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(database, upTo: "2 outcomes")
        var records: [FeedRecord] = []
        try database.write { db in
            for number in stride(from: 2, through: 20, by: 2) {
                let sequence = number <= 16 ? Int64(100 + (number == 4 ? 40 : number)) : nil
                let exchange = exchange(number, scored: sequence != nil)
                let core = try FeedDocument.encode(exchange)
                let findings = FeedDocument.encodeFindings(target: .general, template: nil, matches: [])
                try db.execute(
                    sql: """
                        INSERT INTO exchange (number, id, at, digest, core, findings, sequence, revision)
                        VALUES (?, ?, ?, zeroblob(16), ?, ?, ?, ?)
                        """,
                    arguments: [
                        number, Data(exchange.id.text.verbatim.utf8), exchange.at.milliseconds, core,
                        sequence == nil ? nil : findings, sequence, sequence == nil ? 0 : 3,
                    ])
                try db.execute(
                    sql: "INSERT INTO exchangeText VALUES (?, ?)",
                    arguments: [number, Data(try GzipPacker().pack(FeedDocument.encode(text(number))))])
                guard let sequence else { continue }
                let document = try FeedDocument.encode(ExchangeDocument(exchange: exchange, target: .general))
                records.append(
                    FeedRecord(
                        sequence: sequence, kind: .exchange, id: exchange.id.text.verbatim, revision: 3,
                        document: document))
            }
            for (sequence, id) in [(7, "a"), (8, "b"), (300, "c")] as [(Int64, String)] {
                let document = id == "b" ? nil : Data(#"{"id":"\#(id)"}"#.utf8)
                try db.execute(
                    sql: "INSERT INTO feedRecord VALUES (?, 'conversation', ?, 2, ?)",
                    arguments: [sequence, Data(id.utf8), document])
                records.append(
                    FeedRecord(
                        sequence: sequence, kind: .conversation, id: id, revision: 2, isDeleted: document == nil,
                        document: document ?? Data()))
            }
            try db.execute(sql: "UPDATE counter SET value = 300 WHERE name = 'sequence'")
        }
        try database.close()
        return records.sorted { $0.sequence < $1.sequence }
    }

    private func text(_ number: Int) -> ExchangeText {
        ExchangeText(messages: [Message(role: .user, content: "prompt \(number)".untrusted)])
    }

    @Test func `a state of versions before has the same feed and the same exchanges in blocks`() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/stillwatch-old-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }  // A folder that stays is no failure of the test.
        let directory = StateDirectory(path)
        try directory.prepare()
        let records = try writeOld(directory.database)
        let engine = try EmbeddedEngine(directory, mayCreate: false) { Instant(milliseconds: 1_780_000_000_000) }
        let page = try await engine.page(after: nil, limit: 1_000, includesText: false)
        #expect(page.records == records)
        let census = try await engine.census()
        #expect(census.exchanges == 10 && census.exchangesInFeed == 8)
        for number in stride(from: 2, through: 20, by: 2) {
            var expected = exchange(number, scored: number <= 16)
            expected.text = text(number)
            let found = try await engine.exchange(ExchangeID("req-\(number)"), for: "ana".untrusted)
            #expect(found == expected, "\(number)")
        }
    }
}

extension String {
    fileprivate var id: AccountID { AccountID(self) }
}
