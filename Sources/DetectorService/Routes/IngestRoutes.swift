import DetectorEngine
import Foundation
import HTTPTypes
import HostileText
import Hummingbird
import LogFormats
import NIOCore

/// The receivers of logs: OTLP traces, LiteLLM's callback, and JSON lines.
struct IngestRoutes {
    let intake: LogIntake
    let gate: Gate
    let meters: Meters
    let options: LogOptions

    /// The longest body, in bytes, as it comes.
    private static let limit = 64 << 20
    /// The longest body, in bytes, after inflating.
    private static let inflatedLimit = 256 << 20

    func add(to router: Router<DetectorContext>) {
        router.post("v1/traces", use: traces)
        router.post("v1/ingest/litellm", use: litellm)
        router.post("v1/ingest/jsonl", use: lines)
    }

    /// `POST /v1/traces`, as OTLP/HTTP has it: protobuf or JSON, and an answer in kind.
    @Sendable func traces(_ request: Request, _ context: DetectorContext) async throws -> Response {
        let summary = try await take(request, context, as: .otlp, name: "v1-traces")
        let isJSON = request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false
        return isJSON ? OTLPAnswer.json(summary) : OTLPAnswer.protobuf(summary)
    }

    /// `POST /v1/ingest/litellm`
    @Sendable func litellm(_ request: Request, _ context: DetectorContext) async throws -> Response {
        .json(Answer(try await take(request, context, as: .litellm, name: "v1-ingest-litellm")))
    }

    /// `POST /v1/ingest/jsonl`
    @Sendable func lines(_ request: Request, _ context: DetectorContext) async throws -> Response {
        .json(Answer(try await take(request, context, as: .jsonl, name: "v1-ingest-jsonl")))
    }

    private func take(
        _ request: Request, _ context: DetectorContext, as format: LogFormat, name: String
    ) async throws -> IngestSummary {
        _ = try await gate.admit(request, context, for: .ingest)
        let body = try await request.wholeBody(limit: IngestRoutes.limit)
        var options = options
        options.maximumSourceBytes = IngestRoutes.inflatedLimit
        let reader = LogReader(format: format, options: options)
        let summary = try await intake.take(.bytes(body, name: name), reader: reader)
        meters.count(summary)
        return summary
    }

    private struct Answer: Encodable {
        var read: Int
        var new: Int
        var known: Int
        var quarantined: Int
        var releases: Int

        init(_ summary: IngestSummary) {
            read = summary.read
            new = summary.new
            known = summary.known
            quarantined = summary.quarantined
            releases = summary.releases
        }
    }
}

/// The body of an answer to an OTLP export: `ExportTraceServiceResponse`, empty when every span was taken.
enum OTLPAnswer {
    private static func message(_ summary: IngestSummary) -> String {
        let kept = "Kept aside with the reason, in the detector's quarantine."
        return summary.firstRefusals.first.map { kept + " " + $0.verbatim } ?? kept
    }

    static func json(_ summary: IngestSummary) -> Response {
        guard summary.quarantined > 0 else { return .json([String: String]()) }
        let rejected = Partial(rejectedSpans: String(summary.quarantined), errorMessage: message(summary))
        return .json(["partialSuccess": rejected])
    }

    static func protobuf(_ summary: IngestSummary) -> Response {
        var body: [UInt8] = []
        if summary.quarantined > 0 {
            // partial_success (1) { rejected_spans (1): int64, error_message (2): string }
            let message = message(summary)
            var inner: [UInt8] = [0x08] + varint(summary.quarantined)
            inner += [0x12] + varint(message.utf8.count) + Array(message.utf8)
            body = [0x0A] + varint(inner.count) + inner
        }
        return Response(
            status: .ok, headers: [.contentType: "application/x-protobuf"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private struct Partial: Encodable {
        var rejectedSpans: String
        var errorMessage: String
    }

    private static func varint(_ number: Int) -> [UInt8] {
        var rest = UInt64(number)
        var bytes: [UInt8] = []
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
