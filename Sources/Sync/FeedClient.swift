import AsyncHTTPClient
import Digests
public import Evidence
public import Feed
import Foundation
import HostileText
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import NIOSSL

/// Speaks to a detector over HTTP.
public final class FeedClient: FeedSource {
    private let address: DetectorAddress
    private let token: String
    private let client: HTTPClient
    /// The largest answer that is taken, in bytes after gzip.
    private static let largest = 256 << 20

    /// Makes a client; ``shutdown()`` it when done.
    ///
    /// - Throws: `SyncProblem.badCertificates`.
    public init(_ address: DetectorAddress, token: String) throws(SyncProblem) {
        self.address = address
        self.token = token
        var tls = TLSConfiguration.makeClientConfiguration()
        if let path = address.certificates {
            do {
                tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(path))
            } catch {
                throw .badCertificates(path: path, reason: "they are not PEM, or the file is not there.")
            }
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes all connections.
    public func shutdown() async throws {
        try await client.shutdown()
    }

    /// The page after a cursor. One that did not come whole, or is not what its hash says, is an error and nothing else.
    public func page(after cursor: FeedCursor?, limit: Int, wait: Int) async throws(SyncProblem) -> FeedPage {
        var query = "?limit=\(limit)"
        if let cursor { query += "&after=\(FeedClient.escaped(cursor.text))" }
        if wait > 0 { query += "&wait=\(wait)" }
        let body = try await answer(to: request("/v1/feed" + query), timeout: Int64(wait) + 60)
        do {
            return try FeedPage(lines: body) { SHA256Digest.of($0).hex }
        } catch {
            throw .badPage(error)
        }
    }

    /// Sends events, and returns what became of each.
    public func send(_ events: [Event]) async throws(SyncProblem) -> EventReceipt {
        var request = request("/v1/labels")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        do {
            request.body = .bytes(ByteBuffer(data: try EventBatch.encode(events)))
        } catch {
            throw .unreadable("JSON that an event could become")
        }
        return try read(
            EventReceipt.self, from: try await answer(to: request, timeout: 60), called: "a receipt for events")
    }

    /// The full text of one exchange, for evidence that is pinned later. The detector writes down who asked.
    public func exchange(_ id: ExchangeID) async throws(SyncProblem) -> Exchange {
        let path = "/v1/exchanges/" + FeedClient.escaped(id.text.verbatim)
        return try read(Exchange.self, from: try await answer(to: request(path), timeout: 60), called: "an exchange")
    }

    private func request(_ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address.base + path)
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "Accept-Encoding", value: "gzip")
        return request
    }

    private func read<Thing: Decodable>(
        _ type: Thing.Type, from body: Data, called name: String
    ) throws(SyncProblem) -> Thing {
        do {
            return try FeedDocument.decode(type, from: body)
        } catch {
            throw .unreadable(name)
        }
    }

    /// The body of a good answer, unpacked.
    private func answer(to request: HTTPClientRequest, timeout: Int64) async throws(SyncProblem) -> Data {
        let response: HTTPClientResponse
        let body: ByteBuffer
        do {
            response = try await client.execute(request, timeout: .seconds(timeout))
            body = try await response.body.collect(upTo: FeedClient.largest)
        } catch is NIOTooManyBytesError {
            throw .unreadable("shorter than \(FeedClient.largest >> 20) MB")
        } catch {
            throw .unreachable(FeedClient.reason(of: error))
        }
        let isPacked = response.headers["Content-Encoding"].contains { $0.lowercased() == "gzip" }
        let data: Data
        do {
            data =
                isPacked
                ? Data(try Gzip.inflate(body.readableBytesView, limit: FeedClient.largest)) : Data(buffer: body)
        } catch {
            throw .unreadable("whole gzip")
        }
        if (200..<300).contains(response.status.code) { return data }
        throw problem(Int(response.status.code), retryAfter: response.headers.first(name: "Retry-After"), data)
    }

    private func problem(_ status: Int, retryAfter: String?, _ body: Data) -> SyncProblem {
        let words = ProblemDocument.words(of: body)
        switch status {
        case 401: return .notAuthorised
        case 403: return .forbidden(words)
        case 410: return .cursorGone
        case 429, 503: return .busy(status: status, retryAfter: retryAfter.flatMap { Int($0) })
        default: return .answer(status: status, words)
        }
    }

    private static func reason(of error: any Error) -> String {
        switch error {
        case is CancellationError: "the wait was cut short."
        case let error as HTTPClientError: error.shortDescription.lowercased() + "."
        case is NIOSSLError: "its certificate is not one that is trusted here."
        case is ChannelError: "nothing answers there."
        case let error as IOError: "\(error.localizedDescription)."
        default: "the connection broke."
        }
    }

    /// Escapes everything but letters, digits, `-`, `_` and `.` (RFC 3986, section 2.3).
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
                || "-_.".unicodeScalars.contains(scalar)
            {
                escaped.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
