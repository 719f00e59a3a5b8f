import Foundation

/// An address range of an allow-list, and which of the log's ranges lie in it.
public struct AllowedRange: Hashable, Sendable {
    private let bytes: [UInt8]
    private let length: Int

    /// Reads `203.0.113.0/24` or `2001:db8::/32`; `nil` for anything else, and for ranges narrower than /24 or /48: logs
    /// keep no more of an address.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]), length > 0,
            let bytes = AllowedRange.address(String(parts[0])), length <= (bytes.count == 4 ? 24 : 48)
        else { return nil }
        self.bytes = bytes
        self.length = length
    }

    /// Whether a range as logs keep it lies inside.
    func holds(_ range: String) -> Bool {
        guard let slash = range.firstIndex(of: "/"), let other = AllowedRange.address(String(range[..<slash])),
            other.count == bytes.count
        else { return false }
        return (0..<length).allSatisfy { bit in
            (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
        }
    }

    private static func address(_ text: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 { return four }
        var six = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET6, text, &six) == 1 ? six : nil
    }
}
