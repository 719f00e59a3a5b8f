import DetectorEngine
import Digests
import Feed
import Foundation
import HTTPTypes
import Hummingbird

/// What analysts did, on its way in.
struct LabelRoutes {
    let engine: any Engine
    let gate: Gate

    /// The longest batch, in bytes.
    private static let limit = 16 << 20
    /// The most events of a batch.
    private static let mostEvents = 10_000

    func add(to router: Router<DetectorContext>) {
        router.post("v1/labels", use: receive)
    }

    /// `POST /v1/labels`
    @Sendable func receive(_ request: Request, _ context: DetectorContext) async throws -> Response {
        let token = try await gate.admit(request, context, for: .label)
        var body = try await request.wholeBody(limit: LabelRoutes.limit)
        if Gzip.begins(body) { body = try inflated(body) }
        guard let events = EventBatch.decode(Data(body)) else {
            throw Problem.badRequest(
                "The body is no batch of events.", "It is a JSON array of objects with `kind`, `id` and `doc`.")
        }
        guard events.count <= LabelRoutes.mostEvents else { throw Problem.tooLarge(limit: LabelRoutes.limit) }
        let receipt = try await engine.receive(events, from: token.name)
        return try .bytes(FeedDocument.encode(receipt), type: "application/json", for: request)
    }

    private func inflated(_ body: [UInt8]) throws -> [UInt8] {
        do {
            return try Gzip.inflate(body, limit: LabelRoutes.limit)
        } catch GzipError.tooLarge {
            throw Problem.tooLarge(limit: LabelRoutes.limit)
        } catch {
            throw Problem.badRequest("The body is no whole gzip stream.", "Send it again.")
        }
    }
}
