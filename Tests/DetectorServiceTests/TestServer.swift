import AsyncHTTPClient
import DetectorEngine
import DetectorService
import Evidence
import Feed
import Foundation
import HostileText
import Logging
import NIOCore
import Testing

/// A detector on loopback with a state of its own, for as long as a test runs.
struct TestServer {
    let engine: EmbeddedEngine
    let directory: StateDirectory
    let address: String

    /// Starts a server, runs a test against it, and stops it.
    static func run(
        certificate: (chain: String, key: String)? = nil, rescore: Duration? = nil,
        detect: @escaping FindingsSource = { _ in throw CancellationError() },
        _ test: (TestServer) async throws -> Void
    ) async throws {
        let directory = StateDirectory(
            FileManager.default.temporaryDirectory.path + "/stillwatch-service-" + UUID().uuidString)
        // The database may be closing its files just then; a folder that stays is no failure of the test.
        defer { try? FileManager.default.removeItem(atPath: directory.path) }
        let engine = try EmbeddedEngine(directory, mayCreate: true) { Instant(milliseconds: 1_780_000_000_000) }
        var options = DetectorServer.Options(listen: try #require(ListenAddress("127.0.0.1:0")))
        options.certificate = certificate
        options.rescore = rescore
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = try DetectorServer(
            engine: engine, directory: directory, options: options, detect: { input, _ in try detect(input) },
            logger: logger)
        let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                do {
                    try await server.run { continuation.yield($0) }
                } catch is CancellationError {
                    return
                }
            }
            var iterator = addresses.makeAsyncIterator()
            let address = try #require(await iterator.next())
            try await test(TestServer(engine: engine, directory: directory, address: address))
            group.cancelAll()
        }
    }

    /// Makes a token of these scopes.
    func token(_ scopes: AccessToken.Scope..., name: String = "ana") async throws -> String {
        try await engine.makeToken(name: UntrustedText(name), scopes: Set(scopes), expiresAt: nil)
    }

    /// Sends a request and reads the whole answer.
    func send(
        _ path: String, token: String? = nil, body: [UInt8]? = nil, type: String = "application/json",
        accepts: String = "identity", client: HTTPClient = .shared
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: address + path)
        request.headers = fields(authorization: token.map { "Bearer \($0)" } ?? "", accepts: accepts, type: type)
        if let body {
            request.method = try #require(value("POST"))
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        let response = try await client.execute(request, timeout: .seconds(20))
        var bytes = try await response.body.collect(upTo: 64 << 20)
        return Answer(
            status: try #require(Int("\(response.status)".prefix(3))),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { $1 },
            body: Data(bytes.readBytes(length: bytes.readableBytes) ?? []))
    }

    /// Header fields, of a type whose module is not ours to import.
    private func fields<Fields: ExpressibleByDictionaryLiteral>(
        authorization: String, accepts: String, type: String
    ) -> Fields where Fields.Key == String, Fields.Value == String {
        ["Authorization": authorization, "Accept-Encoding": accepts, "Content-Type": type]
    }

    /// The value that a word stands for, of a type whose module is not ours to import.
    private func value<Value: RawRepresentable<String>>(_ word: String) -> Value? { Value(rawValue: word) }

    /// What a server answered.
    struct Answer {
        var status: Int
        var headers: [String: String]
        var body: Data

        var text: String { String(decoding: body, as: UTF8.self) }
    }
}

/// A line of plain JSON for one exchange.
func line(_ id: String, account: String = "acct-1") -> String {
    """
    {"id":"\(id)","time":"2026-05-21T03:14:07Z","account":"\(account)","model":"model-b","ip":"203.0.113.9",\
    "messages":[{"role":"user","content":"hello"}],"response":"answer"}

    """
}
