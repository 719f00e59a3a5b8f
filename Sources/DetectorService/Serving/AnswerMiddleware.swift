import DetectorEngine
import Feed
import HTTPTypes
import HostileText
import Hummingbird
import LogFormats
import Logging

/// Goes around every request: turns what was thrown into a problem, and writes a line of log.
struct AnswerMiddleware: RouterMiddleware {
    let meters: Meters

    @concurrent
    func handle(
        _ request: Request, context: DetectorContext,
        next: @concurrent (Request, DetectorContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = AnswerMiddleware.problem(for: error, context.logger).response
        }
        let took = ContinuousClock.now - start
        meters.count(status: response.status.code)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(safe(request.method.rawValue))", "path": "\(safe(request.uri.path))",
                "status": "\(response.status.code)", "bytes": "\(response.body.contentLength ?? 0)",
                "ms": "\(took / .milliseconds(1))", "who": "\(safe(context.caller.name))",
            ])
        return response
    }

    /// The one place that turns an error into an answer.
    private static func problem(for error: any Error, _ logger: Logger) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case FeedFault.anotherEpoch: return .anotherEpoch
        case FeedFault.notACursor:
            return .badRequest("The cursor is none of this detector's.", "Start again without a cursor.")
        case LogSourceError.tooLarge(_, let limit): return .tooLarge(limit: limit)
        case StateError.busy: return .busy
        case let error as HTTPError where error.status == .notFound: return .notFound
        case let error as HTTPError where error.status.code < 500:
            return Problem(
                status: error.status, type: "bad-request", title: "The request is not one of this detector's.",
                detail: "docs/feed.md lists what it answers.")
        default:
            if EmbeddedEngine.isBusy(error) { return .busy }
            logger.error("request failed", metadata: ["error": "\(safe(String(describing: error)))"])
            return .unexpected
        }
    }
}

/// Text that a client chose, as a log line may carry it: ASCII, on one line, no more than 200 columns.
func safe(_ text: String) -> String {
    SafeText(UntrustedText(text), as: .asciiLine, limit: 200).description
}
