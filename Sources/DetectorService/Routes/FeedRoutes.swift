import DetectorEngine
import Digests
import Evidence
import Feed
import Foundation
import HTTPTypes
import HostileText
import Hummingbird
import ServiceLifecycle

/// The feed, and the full text of single exchanges.
struct FeedRoutes {
    let engine: any Engine
    let gate: Gate
    let meters: Meters

    /// Records of a page where the reader names no number.
    private static let usualLimit = 1_000
    /// The longest that a reader may wait, in seconds.
    private static let longestWait = 60.0
    /// How often a waiting reader's feed is looked at: other processes write it too.
    private static let look = Duration.milliseconds(200)

    func add(to router: Router<DetectorContext>) {
        router.get("v1/feed", use: page)
        router.get("v1/exchanges/:id", use: exchange)
    }

    /// `GET /v1/feed?after=CURSOR&limit=N&wait=S`
    @Sendable func page(_ request: Request, _ context: DetectorContext) async throws -> Response {
        let token = try await gate.admit(request, context, for: .read)
        let after = request.parameter("after").map { FeedCursor($0) }
        let limit = try number("limit", in: request, from: 1, to: 10_000) ?? FeedRoutes.usualLimit
        let wait = try seconds("wait", in: request)
        let end = ContinuousClock.now + .seconds(wait)
        let includesText = token.scopes.contains(.text)
        // Asked before the page is read: what comes between the two is news, too.
        var seen = try await engine.newestSequence()
        var page = try await engine.page(after: after, limit: limit, includesText: includesText)
        while page.records.isEmpty, ContinuousClock.now < end, !Task.isShuttingDownGracefully {
            try await Task.sleep(for: min(FeedRoutes.look, end - .now))
            let newest = try await engine.newestSequence()
            guard newest != seen else { continue }
            seen = newest
            page = try await engine.page(after: after, limit: limit, includesText: includesText)
        }
        meters.count(pageOf: page.records.count)
        let lines = page.lines(after: after) { SHA256Digest.of($0).hex }
        return try .bytes(lines, type: "application/x-ndjson", for: request)
    }

    /// `GET /v1/exchanges/{id}`
    @Sendable func exchange(_ request: Request, _ context: DetectorContext) async throws -> Response {
        let token = try await gate.admit(request, context, for: .text)
        let last = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let id = String(last).removingPercentEncoding, !id.isEmpty,
            let exchange = try await engine.exchange(ExchangeID(UntrustedText(id)), for: token.name)
        else { throw Problem.notFound }
        return try .bytes(FeedDocument.encode(exchange), type: "application/json", for: request)
    }

    private func number(_ name: String, in request: Request, from low: Int, to high: Int) throws -> Int? {
        guard let text = request.parameter(name) else { return nil }
        guard let number = Int(text), (low...high).contains(number) else {
            throw Problem.badRequest(
                "`\(name)` is not a number that is taken.", "It is a number from \(low) to \(high).")
        }
        return number
    }

    private func seconds(_ name: String, in request: Request) throws -> Double {
        guard let text = request.parameter(name) else { return 0 }
        guard let seconds = Double(text), seconds >= 0 else {
            throw Problem.badRequest("`\(name)` is not a number of seconds.", "It is a number from 0 to 60.")
        }
        return min(seconds, FeedRoutes.longestWait)
    }
}
