import DetectorEngine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Whether the detector is well, and what it counts. Both need no token and say nothing of any account.
struct HealthRoutes {
    let engine: any Engine
    let meters: Meters

    func add(to router: Router<DetectorContext>) {
        router.get("v1/health", use: health)
        router.get("metrics", use: metrics)
    }

    /// `GET /v1/health`: 200 once the state can be read.
    @Sendable func health(_ request: Request, _ context: DetectorContext) async throws -> Response {
        .json(Health(status: "ready", sequence: try await engine.newestSequence()))
    }

    /// `GET /metrics`
    @Sendable func metrics(_ request: Request, _ context: DetectorContext) async throws -> Response {
        let text = meters.text(with: try await engine.census())
        return try .bytes(Data(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8", for: request)
    }

    private struct Health: Encodable {
        var status: String
        var sequence: Int64
    }
}
