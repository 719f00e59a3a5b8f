import AsyncHTTPClient
import Detection
import DetectorEngine
import Digests
import Evidence
import Feed
import Foundation
import HostileText
import Testing

/// Finds nothing but the exchanges themselves.
@Sendable func plainFindings(_ input: DetectionInput) -> Findings {
    var findings = Findings(modelVersion: "test 1")
    findings.annotations = Derived(
        input.exchanges.map {
            ExchangeAnnotation(exchange: $0.id, conversation: .init("c"), conversationIsInferred: true)
        })
    return findings
}

struct FeedServiceTests {
    private func hash(_ bytes: Data) -> String { SHA256Digest.of(bytes).hex }

    @Test func `exchanges sent as lines come back in pages of the feed, each once`() async throws {
        try await TestServer.run { server in
            let sender = try await server.token(.ingest, name: "gateway")
            let lines = (0..<25).map { line("req-\($0)") }.joined()
            for _ in 0..<2 {
                let answer = try await server.send("/v1/ingest/jsonl", token: sender, body: Array(lines.utf8))
                #expect(answer.status == 200)
            }
            _ = try await server.engine.score(asOf: nil, by: plainFindings)
            let reader = try await server.token(.read)
            var ids: [String] = []
            var after = ""
            while true {
                let answer = try await server.send("/v1/feed?limit=10\(after)", token: reader)
                #expect(answer.headers["content-type"] == "application/x-ndjson")
                let page = try FeedPage(lines: answer.body, sha256: hash)
                ids += page.records.filter { $0.kind == .exchange }.map(\.id)
                after = "&after=" + page.next.text
                if !page.hasMore { break }
            }
            #expect(ids == (0..<25).map { "req-\($0)" })
        }
    }

    @Test func `a page is deflated for whoever takes gzip, and its hash is of the lines`() async throws {
        try await TestServer.run { server in
            let lines = (0..<25).map { line("req-\($0)") }.joined()
            let sender = try await server.token(.ingest, name: "gateway")
            _ = try await server.send("/v1/ingest/jsonl", token: sender, body: try Gzip.deflate(lines.utf8))
            _ = try await server.engine.score(asOf: nil, by: plainFindings)
            let token = try await server.token(.read)
            let client = HTTPClient(eventLoopGroupProvider: .singleton)  // The shared one inflates by itself.
            let answer: TestServer.Answer
            do {
                answer = try await server.send("/v1/feed", token: token, accepts: "br, gzip;q=0.5", client: client)
            } catch {
                try await client.shutdown()
                throw error
            }
            try await client.shutdown()
            #expect(answer.headers["content-encoding"] == "gzip")
            let inflated = try Gzip.inflate(answer.body, limit: 1 << 20)
            #expect(try FeedPage(lines: Data(inflated), sha256: hash).records.count == 25)
            let plain = try await server.send("/v1/feed", token: token, accepts: "gzip;q=0")
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.body == Data(inflated))
        }
    }

    @Test func `a waiting reader gets what comes meanwhile`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.read, .label)
            let first = try FeedPage(lines: try await server.send("/v1/feed", token: token).body, sha256: hash)
            let start = ContinuousClock.now
            async let waiting = server.send("/v1/feed?wait=15&after=\(first.next.text)", token: token)
            try await Task.sleep(for: .milliseconds(300))
            let event = LabelEvent(
                id: "0b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6", subject: .account(.init("acct-1")), label: .benign,
                analyst: .init("ana"), at: .init(milliseconds: 1), guideline: "g1")
            let sent = try await server.send(
                "/v1/labels", token: token, body: Array(try EventBatch.encode([.label(event)])))
            let receipt = try FeedDocument.decode(EventReceipt.self, from: sent.body)
            #expect(receipt.results.map(\.outcome) == [.stored])
            let page = try FeedPage(lines: try await waiting.body, sha256: hash)
            #expect(page.records.map(\.kind) == [.label])
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test func `the full text of one exchange is for those who may read it`() async throws {
        try await TestServer.run { server in
            let sender = try await server.token(.ingest, name: "gateway")
            _ = try await server.send("/v1/ingest/jsonl", token: sender, body: Array(line("a/b c").utf8))
            let token = try await server.token(.text)
            let answer = try await server.send("/v1/exchanges/a%2Fb%20c", token: token)
            #expect(answer.status == 200)
            let exchange = try FeedDocument.decode(Exchange.self, from: answer.body)
            #expect(exchange.text?.prompt == .init("hello"))
            #expect(exchange.origin.addressRange == "203.0.113.0/24" && exchange.origin.address == nil)
        }
    }

    @Test func `what came is scored in the background`() async throws {
        try await TestServer.run(rescore: .milliseconds(100), detect: plainFindings) { server in
            let token = try await server.token(.read, .ingest)
            _ = try await server.send("/v1/ingest/jsonl", token: token, body: Array(line("req-1").utf8))
            let page = try FeedPage(lines: try await server.send("/v1/feed?wait=15", token: token).body, sha256: hash)
            #expect(page.records.map(\.id) == ["req-1"])
        }
    }
}
