import Detection
import Evidence
import Feed
import Foundation
import GRDB
import HostileText
import TestSupport
import Testing

@testable import DetectorEngine

struct BlockTests {
    @Test func `every exchange comes out of a block as it went in`() throws {
        var chance = RandomExchange(seed: 11)
        var exchanges = (0..<3_000).map { _ in chance.exchange() }
        for place in exchanges.indices { exchanges[place].text = nil }
        var known = KnownCircumstances(limit: 64)
        for start in stride(from: 0, to: exchanges.count, by: 500) {
            let part = Array(exchanges[start..<(start + 500)])
            let rows = try PackedRows(ExchangeBlock.pack(part))
            let read = try rows.read(sharing: TextPool(places: 64)) { reader in
                try part.indices.reversed().map { row in
                    try reader.go(to: row)
                    return try ExchangeBlock.read(&reader, knowing: &known)
                }
            }
            #expect(read.reversed() == part)
        }
    }

    /// Conversations and signals as blocks hold them: packed, spelt by earlier versions, and ended.
    private func things(_ kind: FeedKind, seed: UInt64) throws -> [ThingRow] {
        var chance = RandomExchange(seed: seed)
        return try (0..<400).map { number in
            let conversation = chance.conversation()
            let signal = chance.signal()
            let id = kind == .signal ? FeedRecord.id(of: signal).untrusted : conversation.id.text
            let body: ThingBody = kind == .signal ? .signal(signal) : .conversation(conversation)
            let held: ThingBody? = number % 7 == 0 ? nil : number % 5 == 0 ? .spelt(try body.document()) : body
            return ThingRow(id: id, revision: Int64(number + 1), body: held)
        }
    }

    private func block(of things: some Sequence<ThingRow>) -> Data {
        var packer = FeedBlockPacker(rows: 0)
        for thing in things { packer.add(thing) }
        return packer.block
    }

    @Test(arguments: [FeedKind.conversation, .signal])
    func `every conversation and signal comes out of a block as it went in`(kind: FeedKind) throws {
        let things = try things(kind, seed: 13)
        let rows = try PackedRows(block(of: things))
        try rows.read { reader in
            for place in things.indices.reversed() {
                try reader.go(to: place)
                let read = try ThingRow(&reader, of: kind)
                #expect(read.id == things[place].id && read.revision == things[place].revision)
                #expect(try read.body?.document() == things[place].body?.document())
                #expect(read.body?.fingerprint == things[place].body?.fingerprint)
                #expect(reader.isAtEnd)
            }
        }
    }

    @Test(arguments: [FeedKind.conversation, .signal])
    func `a damaged block of the feed is an error and no crash`(kind: FeedKind) throws {
        let block = block(of: try things(kind, seed: 14).prefix(20))
        var damage = Mutation(seed: 4)
        for _ in 0..<2_000 {
            do {
                let rows = try PackedRows(Data(damage.damaged(Array(block))))
                try rows.read { reader in
                    for row in 0..<min(rows.count, 30) {
                        try reader.go(to: row)
                        _ = try ThingRow(&reader, of: kind)
                    }
                }
            } catch is PackedRows.Damage {}
        }
    }

    @Test func `a damaged block is an error and no crash`() throws {
        var chance = RandomExchange(seed: 12)
        let block = ExchangeBlock.pack((0..<20).map { _ in chance.exchange() })
        var damage = Mutation(seed: 3)
        for _ in 0..<2_000 {
            let bytes = Data(damage.damaged(Array(block)))
            do {
                let rows = try PackedRows(bytes)
                try rows.read { reader in
                    for row in 0..<min(rows.count, 30) {
                        try reader.go(to: row)
                        _ = try ExchangeBlock.read(&reader)
                    }
                }
            } catch is PackedRows.Damage {}
        }
    }

    @Test func `exchanges that come one at a time share blocks, and each stays one`() async throws {
        let state = try TestState()
        for number in 0..<620 { #expect(try await state.engine.ingest([logged(number)]) == [.new]) }
        let blocks = try await state.engine.database.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM exchangeBlock")
        }
        #expect(blocks == 2)
        #expect(
            try await state.engine.ingest((0..<621).map { logged($0) }) == Array(repeating: .known, count: 620) + [.new]
        )
        let clock = state.clock
        let other = try EmbeddedEngine(state.directory, mayCreate: false) { clock.now }
        #expect(try await other.ingest([logged(0), logged(621), logged(620)]) == [.known, .new, .known])
        #expect(try await state.engine.ingest([logged(621), logged(300, text: "other")]) == [.known, .conflicting])
        #expect(try await state.engine.census().exchanges == 622)
    }

    @Test func `what later scores say takes the place of what was said, and blocks of the past go`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<1_500).map { logged($0, account: "acct-\($0 % 5)") })
        for round in 0..<6 {
            let conversation = ConversationID("c-\(round)")
            _ = try await state.engine.score(asOf: nil) { input in
                var findings = try countingFindings()(input)
                for place in findings.annotations.indices where round == 0 || place % 8 != 0 {
                    findings.annotations[place].conversation = conversation
                }
                return findings
            }
        }
        let records = try await state.feed().filter { $0.kind == .exchange }
        #expect(records.count == 1_500)
        #expect(Set(records.map(\.id)).count == 1_500)
        #expect(try await state.engine.census().exchangesInFeed == 1_500)
        let size = try await state.engine.database.read {
            try Int.fetchOne($0, sql: "SELECT sum(last - first + 1) FROM feedBlock WHERE kind = 'exchange'")
        }
        #expect(try #require(size) <= 5_000)
        let one = try await state.engine.exchange(ExchangeID("req-9"), for: "ana".untrusted)
        #expect(one?.conversation == ConversationID("c-5"))
    }
}
