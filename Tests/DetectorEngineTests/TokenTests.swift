import DetectorEngine
import Evidence
import Foundation
import Testing

struct TokenTests {
    @Test func `a token opens what it was made for, until it ends or is taken back`() async throws {
        let state = try TestState()
        let end = state.clock.now + Instant.day
        let text = try await state.engine.makeToken(name: "ana".untrusted, scopes: [.read, .label], expiresAt: end)
        let lasting = try await state.engine.makeToken(name: "bob".untrusted, scopes: [.ingest], expiresAt: nil)
        let token = try #require(try await state.engine.token(text))
        #expect(token.name == "ana".untrusted && token.scopes == [.read, .label])
        #expect(try await state.engine.token(text + "x") == nil)
        #expect(try await state.engine.token("") == nil)
        state.clock.now = end
        #expect(try await state.engine.token(text) == nil)
        #expect(try await state.engine.revokeTokens(name: "ana".untrusted) == 0)
        #expect(try await state.engine.revokeTokens(name: "bob".untrusted) == 1)
        #expect(try await state.engine.token(lasting) == nil)
        #expect(try await state.engine.tokens().count == 2)
    }

    @Test func `the state does not hold the token itself`() async throws {
        let state = try TestState()
        let text = try await state.engine.makeToken(name: "ana".untrusted, scopes: [.read], expiresAt: nil)
        #expect(text.utf8.count == 4 + 43)
        for file in ["state.sqlite", "state.sqlite-wal"] {
            let bytes = try #require(FileManager.default.contents(atPath: state.directory.path + "/" + file))
            #expect(bytes.range(of: Data(text.utf8.dropFirst(4))) == nil, "\(file)")
        }
    }
}
