import Foundation

/// The range that an address stands for when the address itself is not kept: /24 for IPv4, /48 for IPv6.
enum AddressRange {
    /// The range around an address, such as `203.0.113.0/24` or `2001:db8:1::/48`; `nil` for what is no address.
    ///
    /// An IPv4 address inside an IPv6 one counts as IPv4.
    static func around(_ address: String) -> String? {
        if let bytes = version4(address) { return "\(bytes[0]).\(bytes[1]).\(bytes[2]).0/24" }
        guard var bytes = version6(address) else { return nil }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return "\(bytes[12]).\(bytes[13]).\(bytes[14]).0/24"
        }
        for place in 6..<16 { bytes[place] = 0 }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/48"
    }

    /// The address in what a proxy or client library wrote: the first of a list, without brackets, port and zone.
    static func address(in text: String) -> String {
        if isPlainVersion4(text) { return text }
        let first = text.split(separator: ",", maxSplits: 1).first.map(String.init) ?? text
        var address = first.trimmingCharacters(in: .whitespaces)
        if address.hasPrefix("["), let end = address.firstIndex(of: "]") {
            address = String(address[address.index(after: address.startIndex)..<end])
        } else if address.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = address.firstIndex(of: ":") {
            address = String(address[..<colon])
        }
        if let zone = address.firstIndex(of: "%") { address = String(address[..<zone]) }
        return address.lowercased()
    }

    /// Whether a text is nothing but digits and points, so that nothing has to be taken off.
    private static func isPlainVersion4(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    private static func version4(_ address: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4)
        return inet_pton(AF_INET, address, &bytes) == 1 ? bytes : nil
    }

    private static func version6(_ address: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET6, address, &bytes) == 1 ? bytes : nil
    }
}
