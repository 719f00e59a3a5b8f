import Detection
import Evidence
import Feed
import Foundation
import GRDB
import HostileText
import Testing

@testable import DetectorEngine

struct SpeltBodyTests {
    /// Spells what the feed says of conversations and signals, as versions before kept it.
    private func spell(in state: TestState) async throws {
        try await state.engine.database.write { db in
            for kind in [FeedKind.conversation, .signal] {
                var packer = RowPacker(rows: 10, of: 200)
                var first: Int64?
                try FeedBlockTable(db: db).each(kind) { sequence, reader in
                    var row = try ThingRow(&reader, of: kind)
                    row.body = try row.body.map { .spelt(try $0.document()) }
                    row.pack(into: &packer)
                    first = first ?? sequence
                }
                try db.execute(
                    sql: "UPDATE feedContent SET records = ? WHERE block = ?", arguments: [packer.block, first])
                #expect(db.changesCount == 1)
            }
        }
    }

    /// Findings with a conversation and a signal for each account; the signals have these values.
    private func findings(_ values: [Double]) -> FindingsSource {
        { input in
            var findings = try countingFindings()(input)
            for (account, value) in zip(findings.accounts, values) {
                findings.signals.append(
                    Signal(
                        subject: .account(account.id), name: .relay, value: value, unit: "share", ordinary: 0.1,
                        contribution: 1.25, evidence: [.exchange(input.exchanges[0].id)], note: "\u{1b} a note"))
            }
            findings.conversations = Derived(
                findings.accounts.map {
                    Conversation(
                        id: ConversationID("c-" + $0.id.text.verbatim), account: $0.id, firstAt: $0.firstAt,
                        lastAt: $0.lastAt, turns: $0.exchanges, isInferred: true)
                })
            return findings
        }
    }

    @Test func `a feed that was spelt by versions before stays as it is, and a score says anew only what changed`()
        async throws
    {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<9).map { logged($0, account: "acct-\($0 % 3)") })
        _ = try await state.engine.score(asOf: nil, by: findings([0.2, 0.3, 0.4]))
        let before = try await state.feed()
        try await spell(in: state)
        #expect(try await state.feed() == before)
        let same = try await state.engine.score(asOf: nil, by: findings([0.2, 0.3, 0.4]))
        #expect(same.changes.allSatisfy { $0.new == 0 && $0.changed == 0 && $0.ended == 0 })
        #expect(try await state.feed() == before)
        let other = try await state.engine.score(asOf: nil, by: findings([0.2, 0.5, 0.4]))
        #expect(other.changes.first { $0.kind == "signal" }?.changed == 1)
        let signals = try await state.feed().filter { $0.kind == .signal }
        #expect(signals.map(\.revision) == [1, 1, 2])
        #expect(try signals.map { try FeedDocument.decode(Signal.self, from: $0.document).value } == [0.2, 0.4, 0.5])
    }

    @Test func `a signal that JSON cannot hold ends the score`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(1)])
        await #expect(throws: EncodingError.self) {
            _ = try await state.engine.score(asOf: nil, by: findings([.nan]))
        }
        #expect(try await state.feed().isEmpty)
    }
}
