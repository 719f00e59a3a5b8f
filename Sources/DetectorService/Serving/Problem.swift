import DetectorEngine
import Foundation
import HTTPTypes
import Hummingbird
import LogFormats
import NIOCore

/// A refusal as RFC 9457 has it: what happened, and what to do. It says nothing that a client sent.
struct Problem: Error {
    var status: HTTPResponse.Status
    /// The last part of the problem's type, `urn:stillwatch:problem:…`.
    var type: String
    /// What happened.
    var title: String
    /// What to do.
    var detail: String
    /// Seconds after which to try again.
    var retryAfter: Int?

    /// The answer that says it.
    var response: Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        let body = Body(
            type: "urn:stillwatch:problem:" + type, title: title, status: status.code, detail: detail)
        return Response.json(body, status: status, headers: headers)
    }

    private struct Body: Encodable {
        var type: String
        var title: String
        var status: Int
        var detail: String
    }
}

extension Problem {
    static let unauthorised = Problem(
        status: .unauthorized, type: "unauthorised", title: "The request carries no token that is good here.",
        detail:
            "Send `Authorization: Bearer TOKEN` with a token of this detector that has neither expired nor been revoked."
    )

    static func lacksScope(_ scope: AccessToken.Scope) -> Problem {
        Problem(
            status: .forbidden, type: "forbidden", title: "The token is not good for this.",
            detail: "It lacks the scope `\(scope.rawValue)`. Ask whoever runs the detector for a token that has it.")
    }

    static let notFound = Problem(
        status: .notFound, type: "not-found", title: "There is nothing at this address.",
        detail: "Check the path, or the exchange's id.")

    static let anotherEpoch = Problem(
        status: .gone, type: "another-epoch", title: "The cursor belongs to another history of the feed.",
        detail: "Start again without a cursor, into a new cache. Labels that were not sent yet stay valid.")

    static func badRequest(_ title: String, _ detail: String) -> Problem {
        Problem(status: .badRequest, type: "bad-request", title: title, detail: detail)
    }

    static func tooLarge(limit: Int) -> Problem {
        Problem(
            status: .contentTooLarge, type: "too-large", title: "The body is too large.",
            detail: "At most \(limit >> 20) MiB are taken at once, after inflating. Send it in parts.")
    }

    static let busy = Problem(
        status: .serviceUnavailable, type: "busy", title: "The state is being written by another process.",
        detail: "Nothing was stored. Try again after a few seconds.", retryAfter: 5)

    static let unexpected = Problem(
        status: .internalServerError, type: "unexpected", title: "The detector failed.",
        detail: "Nothing was acknowledged. The detector's log says more; try again.")
}

extension Response {
    /// A JSON answer.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        let encoder = Foundation.JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        do {
            let body = try encoder.encode(value)
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
        } catch {
            return Response(status: .internalServerError)  // Only a number that is not finite comes here.
        }
    }
}
