import DetectorEngine
import DetectorService
import Evidence
import Foundation
import HostileText
import Logging
import Testing

struct AccessTests {
    @Test func `every door needs its own scope`() async throws {
        try await TestServer.run { server in
            let doors: [(path: String, body: [UInt8]?, scope: AccessToken.Scope)] = [
                ("/v1/feed", nil, .read), ("/v1/exchanges/x", nil, .text), ("/v1/labels", Array("[]".utf8), .label),
                ("/v1/traces", Array("{}".utf8), .ingest), ("/v1/ingest/litellm", Array("{}".utf8), .ingest),
                ("/v1/ingest/jsonl", Array("{}".utf8), .ingest),
            ]
            let all = try await server.token(.read, .label, .text, .ingest)
            for door in doors {
                #expect(try await server.send(door.path, body: door.body).status == 401, "\(door.path) without a token")
                #expect(try await server.send(door.path, token: "swt_guess", body: door.body).status == 401)
                for scope in AccessToken.Scope.allCases where scope != door.scope {
                    let token = try await server.token(scope)
                    let status = try await server.send(door.path, token: token, body: door.body).status
                    #expect(status == 403, "\(door.path) with \(scope)")
                }
                let status = try await server.send(door.path, token: all, body: door.body).status
                #expect(status != 401 && status != 403, "\(door.path) with all scopes")
            }
        }
    }

    @Test func `a refusal is a problem document that says what to do`() async throws {
        try await TestServer.run { server in
            let answer = try await server.send("/v1/feed")
            #expect(answer.headers["content-type"] == "application/problem+json")
            #expect(answer.headers["www-authenticate"] == "Bearer")
            let problem = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
            #expect(problem["type"] as? String == "urn:stillwatch:problem:unauthorised")
            #expect(problem["status"] as? Int == 401)
            #expect((problem["detail"] as? String)?.isEmpty == false)
            #expect(try await server.send("/nowhere").status == 404)
            let token = try await server.token(.read, .text)
            for path in ["/v1/feed?limit=0", "/v1/feed?limit=x", "/v1/feed?wait=-1", "/v1/feed?after=nonsense"] {
                #expect(try await server.send(path, token: token).status == 400, "\(path)")
            }
            #expect(try await server.send("/v1/feed?after=other.0", token: token).status == 410)
            #expect(try await server.send("/v1/exchanges/none", token: token).status == 404)
        }
    }

    @Test func `a revoked token is good no longer`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.read)
            #expect(try await server.send("/v1/feed", token: token).status == 200)
            _ = try await server.engine.revokeTokens(name: .init("ana"))
            #expect(try await server.send("/v1/feed", token: token).status == 401)
        }
    }

    @Test func `a body that is too long is refused`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.label)
            let body = [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) + 1)
            #expect(try await server.send("/v1/labels", token: token, body: body).status == 413)
        }
    }

    @Test func `health and metrics need no token and name nobody`() async throws {
        try await TestServer.run { server in
            #expect(try await server.send("/v1/health").text.contains("\"ready\""))
            let metrics = try await server.send("/metrics")
            #expect(metrics.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
            #expect(metrics.text.contains("\nstillwatch_exchanges 0\n"))
            #expect(metrics.text.contains("stillwatch_http_requests_total{status=\"200\"} 1"))
        }
    }

    @Test(arguments: ["0.0.0.0:0", "192.0.2.1:80", "[2001:db8::1]:80", "detector.example:443", "127.0.0.1.example:1"])
    func `plain HTTP does not leave this machine unasked`(address: String) async throws {
        let directory = StateDirectory(
            FileManager.default.temporaryDirectory.path + "/stillwatch-open-" + UUID().uuidString)
        let engine = try EmbeddedEngine(directory, mayCreate: true) { .init(milliseconds: 0) }
        // The database may be closing its files just then; a folder that stays is no failure of the test.
        defer { try? FileManager.default.removeItem(atPath: directory.path) }
        let listen = try #require(ListenAddress(address))
        func make(_ options: DetectorServer.Options) throws {
            _ = try DetectorServer(
                engine: engine, directory: directory, options: options, detect: { _, _ in throw CancellationError() },
                logger: .init(label: "test"))
        }
        var options = DetectorServer.Options(listen: listen)
        #expect(throws: DetectorServer.Refusal.plainHTTPOffLoopback(listen)) { try make(options) }
        options.allowsInsecureHTTP = true
        #expect(throws: Never.self) { try make(options) }
    }

    @Test func `an address to listen at is a host and a port`() {
        #expect(ListenAddress("127.0.0.1:0")?.isLoopback == true)
        #expect(ListenAddress("[::1]:8080")?.host == "::1")
        for text in ["", "8080", ":8080", "host:", "host:65536", "::1:80", "host:-1"] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
    }
}
