import DetectorEngine
import Foundation
import HTTPTypes
import HostileText
import Hummingbird
import NIOCore

/// Lets a request in, or says why not, before a byte of its body is read.
struct Gate: Sendable {
    let engine: any Engine

    /// The token that a request carries, if it is good for `scope`.
    ///
    /// - Throws: `Problem` 401 or 403.
    func admit(
        _ request: Request, _ context: DetectorContext, for scope: AccessToken.Scope
    ) async throws -> AccessToken {
        let field = request.headers[.authorization] ?? ""
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let token = try await engine.token(parts[1].trimmingCharacters(in: .whitespaces))
        else { throw Problem.unauthorised }
        context.caller.name = token.name.verbatim
        guard token.scopes.contains(scope) else { throw Problem.lacksScope(scope) }
        return token
    }
}

extension Request {
    /// The whole body.
    ///
    /// - Throws: `Problem` 413 for one that is longer than `limit` bytes, without reading what its length announces.
    func wholeBody(limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw Problem.tooLarge(limit: limit) }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// A parameter of the query, percent-decoded.
    func parameter(_ name: String) -> String? {
        uri.queryParameters.first { $0.key == name }.map { String($0.value) }
    }
}
