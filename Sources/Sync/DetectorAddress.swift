import Foundation

/// Where a detector is, and how to speak to it.
public struct DetectorAddress: Hashable, Sendable {
    /// The base URL without a slash at the end, such as `https://detector.example:8443`.
    public let base: String
    /// A file of CA certificates in PEM to trust instead of the system's.
    public var certificates: String?

    /// Takes an address.
    ///
    /// - Parameters:
    ///   - text: an `http` or `https` URL.
    ///   - certificates: a PEM file of CAs to trust instead of the system's.
    ///   - allowsPlainHTTP: whether `http` is taken off loopback too.
    /// - Throws: `SyncProblem.badAddress`, `.plainHTTP`.
    public init(_ text: String, certificates: String? = nil, allowsPlainHTTP: Bool = false) throws(SyncProblem) {
        guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty, url.query == nil, url.user == nil
        else { throw .badAddress(text) }
        if scheme == "http", !allowsPlainHTTP, !DetectorAddress.isLoopback(host) { throw .plainHTTP(host: host) }
        var base = text
        while base.last == "/" { base.removeLast() }
        self.base = base
        self.certificates = certificates
    }

    /// Whether a host is this machine: `localhost`, 127.0.0.0/8 or ::1.
    private static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased().trimmingCharacters(in: ["[", "]"])
        if name == "localhost" || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
