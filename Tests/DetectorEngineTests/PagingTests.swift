import DetectorEngine
import Evidence
import Feed
import Foundation
import Testing

struct PagingTests {
    @Test func `pages of any size give the same records in one order`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<40).map { logged($0, account: "acct-\($0 % 7)") })
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        let whole = try await state.feed()
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.sequence < $1.sequence })
        for limit in [1, 2, 3, 7, 39, 1_000] {
            #expect(try await state.feed(limit: limit) == whole, "pages of \(limit)")
        }
    }

    @Test func `a reader among writers ends with the newest revision of everything, and skips nothing`() async throws {
        let state = try TestState()
        var copy: [String: FeedRecord] = [:]
        var cursor: FeedCursor?
        var random = FixedRandom(seed: 7)
        func read(_ pages: Int) async throws -> Bool {
            for _ in 0..<pages {
                let limit = Int.random(in: 1...9, using: &random)
                let page = try await state.engine.page(after: cursor, limit: limit, includesText: false)
                for record in page.records {
                    let key = record.kind.rawValue + "/" + record.id
                    #expect(
                        (copy[key]?.revision ?? 0) < record.revision, "a newer revision never comes before an older")
                    copy[key] = record
                }
                cursor = page.next
                if !page.hasMore { return false }
            }
            return true
        }
        for round in 0..<30 {
            _ = try await state.engine.ingest((0..<5).map { logged(round * 5 + $0, account: "acct-\($0 % 4)") })
            _ = try await state.engine.score(asOf: nil, by: countingFindings(flagsFrom: 3 + round % 5 * 10))
            _ = try await read(Int.random(in: 0...6, using: &random))
        }
        while try await read(100) {}
        let whole = try await state.feed()
        #expect(copy.values.sorted { $0.sequence < $1.sequence } == whole)
    }

    @Test func `an old cursor gives the same records or newer revisions of them`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<12).map { logged($0, account: "acct-\($0 % 3)") })
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        let first = try await state.engine.page(after: nil, limit: 5, includesText: false)
        let before = try await state.engine.page(after: first.next, limit: 1_000, includesText: false)
        _ = try await state.engine.ingest([logged(50, account: "acct-0")])
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        let after = try await state.engine.page(after: first.next, limit: 1_000, includesText: false)
        for record in before.records {
            let now = after.records.first { $0.kind == record.kind && $0.id == record.id }
            #expect(now == record || (now?.revision ?? 0) > record.revision)
        }
    }

    @Test func `a cursor of another epoch, of the future or of nobody is refused`() async throws {
        let state = try TestState()
        let epoch = state.engine.epoch
        for (text, fault) in [
            ("other.0", FeedFault.anotherEpoch), ("\(epoch).1", .anotherEpoch), ("nonsense", .notACursor),
            ("\(epoch).-1", .notACursor), ("\(epoch).0.0", .notACursor),
        ] {
            await #expect(throws: fault, "\(text)") {
                try await state.engine.page(after: FeedCursor(text), limit: 10, includesText: false)
            }
        }
        let empty = try await state.engine.page(after: nil, limit: 10, includesText: false)
        #expect(empty.records.isEmpty && !empty.hasMore)
        #expect(try await state.engine.page(after: empty.next, limit: 10, includesText: false) == empty)
    }

    @Test func `the epoch stays when the state is opened again`() throws {
        let state = try TestState()
        let clock = state.clock
        let again = try EmbeddedEngine(state.directory, mayCreate: false) { clock.now }
        #expect(again.epoch == state.engine.epoch)
    }
}
