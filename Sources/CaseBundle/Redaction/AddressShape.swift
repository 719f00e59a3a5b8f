import Foundation

/// Finds network addresses. A range that is as wide as the ones the detector keeps is no address.
enum AddressShape {
    /// Four numbers to 255 with points between, not part of a longer row of numbers.
    static func ranges4(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while let start = text[place...].firstIndex(where: \.isDigit) {
            var end = start
            while end < text.count, text[end].isDigit || text[end] == UInt8(ascii: ".") { end += 1 }
            place = end
            while text[end - 1] == UInt8(ascii: ".") { end -= 1 }
            let numbers = text[start..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let isAddress =
                numbers.count == 4
                && numbers.allSatisfy {
                    (1...3).contains($0.count) && (Int(String(decoding: $0, as: UTF8.self)) ?? 256) < 256
                }
            guard isAddress, !isRange(after: end, in: text, widest: 24) else { continue }
            found.append(start..<end)
        }
        return found
    }

    /// What `inet_pton` takes for IPv6 and is neither a word of code such as `ab::cd` nor the loopback.
    static func ranges6(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while let colon = text[place...].firstIndex(of: UInt8(ascii: ":")) {
            var start = colon
            while start > (found.last?.upperBound ?? 0), text[start - 1].isHex { start -= 1 }
            var end = colon
            while end < text.count, text[end].isHex || text[end].isOne(of: ":.") { end += 1 }
            place = end
            guard start == 0 || !text[start - 1].isAlphanumeric, end == text.count || !text[end].isAlphanumeric
            else { continue }
            while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
            if end - start > 2, text[end - 1] == UInt8(ascii: ":"), text[end - 2] != UInt8(ascii: ":") { end -= 1 }
            guard isAddress6(text[start..<end]), !isRange(after: end, in: text, widest: 48) else { continue }
            found.append(start..<end)
        }
        return found
    }

    private static func isAddress6(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 45 else { return false }
        var address = in6_addr()
        guard inet_pton(AF_INET6, String(decoding: text, as: UTF8.self), &address) == 1 else { return false }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xff && bytes[11] == 0xff
        let isGlobal = bytes[0] & 0xe0 == 0x20
        let isLocal = bytes[0] >= 0xfc
        return isMapped || isGlobal || isLocal
    }

    /// Whether `/` and a prefix length no longer than `widest` follow.
    private static func isRange(after end: Int, in text: [UInt8], widest: Int) -> Bool {
        guard end < text.count, text[end] == UInt8(ascii: "/") else { return false }
        let digits = text[(end + 1)...].prefix { $0.isDigit }
        guard let length = Int(String(decoding: digits.prefix(4), as: UTF8.self)) else { return false }
        return length <= widest
    }
}
