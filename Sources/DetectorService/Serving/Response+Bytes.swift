import Digests
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// Short answers gain nothing from gzip.
    private static let worthDeflating = 1_024

    /// An answer of bytes, deflated where the client takes that and it is worth it.
    static func bytes(_ bytes: Data, type: String, for request: Request) throws -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        guard bytes.count >= worthDeflating, request.head.takesGzip else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        headers[.contentEncoding] = "gzip"
        headers[.vary] = "Accept-Encoding"
        let deflated = try Gzip.deflate(bytes, level: 4)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: deflated)))
    }
}

extension HTTPRequest {
    /// Whether the client takes gzip (RFC 9110, section 12.5.3).
    fileprivate var takesGzip: Bool {
        (headerFields[.acceptEncoding] ?? "").lowercased().split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " } }
            return parts.first == "gzip"
                && !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains { "123456789".contains($0) } }
        }
    }
}
