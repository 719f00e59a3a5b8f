import Digests
import Evidence
import Feed
import Foundation
import HostileText
import Sync
import Testing

@Suite struct FeedClientTests {
    private static func page() throws -> Data {
        FeedPage(epoch: "epoch-1", records: try SyncFixture.records(20), next: FeedCursor("epoch-1.20"), hasMore: true)
            .lines(after: nil) { SHA256Digest.of($0).hex }
    }

    /// Asks a server that gives one answer for a page.
    private func ask(
        after cursor: FeedCursor? = nil, _ answer: LoopbackServer.Answer
    ) async throws -> (page: Result<FeedPage, SyncProblem>, request: LoopbackServer.Request?) {
        let server = try LoopbackServer { _ in answer }
        defer { server.stop() }
        let client = try FeedClient(DetectorAddress(server.url + "/"), token: "secret-1")
        let result: Result<FeedPage, SyncProblem>
        do {
            result = .success(try await client.page(after: cursor, limit: 20, wait: 3))
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return (result, server.requests.first)
    }

    @Test func `a page comes over HTTP, packed or not, and the request bears token, cursor and limits`() async throws {
        let lines = try FeedClientTests.page()
        let plain = try await ask(after: FeedCursor("epoch-1.0"), .init(body: lines))
        #expect(try plain.page.get().records.count == 20)
        #expect(plain.request?.line == "GET /v1/feed?limit=20&after=epoch-1.0&wait=3 HTTP/1.1")
        #expect(plain.request?.headers["authorization"] == "Bearer secret-1")
        #expect(plain.request?.headers["accept-encoding"] == "gzip")
        let packed = Data(try Gzip.deflate(lines))
        let other = try await ask(.init(headers: ["Content-Encoding": "gzip"], body: packed))
        #expect(try other.page.get() == plain.page.get())
    }

    @Test func `a page that did not come whole is discarded whole`() async throws {
        let lines = try FeedClientTests.page()
        let withoutEnd = lines.dropLast().prefix { _ in true }.split(separator: 0x0A).dropLast().reduce(into: Data()) {
            $0 += $1 + [0x0A]
        }
        guard case .failure(.badPage(.truncated)) = try await ask(.init(body: withoutEnd)).page else {
            Issue.record("a page without its last line was taken")
            return
        }
        var changed = lines
        let place = try #require(changed.range(of: Data("say 5".utf8)))
        changed[place.lowerBound] = UInt8(ascii: "S")
        guard case .failure(.badPage(.hashDiffers)) = try await ask(.init(body: changed)).page else {
            Issue.record("a changed page was taken")
            return
        }
        guard case .failure(.unreachable) = try await ask(.init(body: lines, cut: lines.count / 2)).page else {
            Issue.record("half a page was taken")
            return
        }
        let packed = Data(try Gzip.deflate(lines).dropLast(20))
        let half = try await ask(.init(headers: ["Content-Encoding": "gzip"], body: packed)).page
        #expect(half == .failure(.unreadable("whole gzip")))
    }

    @Test(arguments: [
        (401, SyncProblem.notAuthorised), (403, .forbidden("No scope. Ask for read.")), (410, .cursorGone),
        (429, .busy(status: 429, retryAfter: 7)), (503, .busy(status: 503, retryAfter: 7)),
        (500, .answer(status: 500, "No scope. Ask for read.")), (404, .answer(status: 404, "No scope. Ask for read.")),
    ])
    func `an error of the detector is named by its status`(_ status: Int, _ problem: SyncProblem) async throws {
        let body = Data(#"{"type":"about:blank","title":"No scope.","detail":"Ask \u001bfor read."}"#.utf8)
        let answer = LoopbackServer.Answer(status: status, headers: ["Retry-After": "7"], body: body)
        #expect(try await ask(answer).page == .failure(problem))
    }

    @Test func `a redirect is not followed, since the token would go along`() async throws {
        let answer = LoopbackServer.Answer(status: 302, headers: ["Location": "http://127.0.0.1:1/v1/feed"])
        #expect(try await ask(answer).page == .failure(.answer(status: 302, "")))
    }

    @Test func `events go out as a batch, and the receipt comes back`() async throws {
        let receipt = EventReceipt(results: [.init(id: "e1", outcome: .stored)])
        let body = try FeedDocument.encode(receipt)
        let server = try LoopbackServer { _ in .init(body: body) }
        defer { server.stop() }
        let client = try FeedClient(DetectorAddress(server.url), token: "secret-1")
        let label = SyncFixture.label("e1")
        #expect(try await client.send([.label(label)]) == receipt)
        try await client.shutdown()
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/labels HTTP/1.1")
        #expect(EventBatch.decode(request.body)?.map(\.id) == ["e1"])
    }

    @Test func `one exchange is asked for by its id, whatever stands in it`() async throws {
        let exchange = Exchange(id: ExchangeID("a/b ?é"), account: AccountID("x"), at: SyncFixture.now)
        let body = try FeedDocument.encode(exchange)
        let server = try LoopbackServer { _ in .init(body: body) }
        defer { server.stop() }
        let client = try FeedClient(DetectorAddress(server.url), token: "secret-1")
        #expect(try await client.exchange(exchange.id) == exchange)
        try await client.shutdown()
        #expect(server.requests.first?.line == "GET /v1/exchanges/a%2Fb%20%3F%C3%A9 HTTP/1.1")
    }

    @Test func `a detector that is not there is unreachable`() async throws {
        let server = try LoopbackServer { _ in .init() }
        server.stop()
        let client = try FeedClient(DetectorAddress(server.url), token: "t")
        await #expect(throws: SyncProblem.self) { try await client.page(after: nil, limit: 1, wait: 0) }
        try await client.shutdown()
    }

    @Test(arguments: [
        "http://192.0.2.7:80", "http://detector.example", "http://127.0.0.1.example", "http://[2001:db8::1]:9",
    ])
    func `plain HTTP off loopback is refused unless it is allowed`(_ address: String) throws {
        #expect {
            try DetectorAddress(address)
        } throws: { error in
            if case SyncProblem.plainHTTP = error { true } else { false }
        }
        #expect(try DetectorAddress(address, allowsPlainHTTP: true).base == address)
    }

    @Test(arguments: [
        "http://127.0.0.1:8080", "http://localhost/", "http://[::1]:80", "http://127.9.9.9",
        "https://detector.example:8443/",
    ])
    func `loopback and TLS are taken as they are`(_ address: String) throws {
        #expect(throws: Never.self) { try DetectorAddress(address) }
    }

    @Test(arguments: [
        "", "detector.example", "ftp://detector.example", "https://", "https://a@detector.example",
        "https://detector.example?x",
    ])
    func `what is no address of a detector is refused`(_ address: String) {
        #expect(throws: SyncProblem.badAddress(address)) { try DetectorAddress(address) }
    }

    @Test func `certificates that cannot be read are named`() throws {
        let address = try DetectorAddress("https://detector.example", certificates: "/nothing/ca.pem")
        #expect(throws: SyncProblem.self) { try FeedClient(address, token: "t") }
    }
}
