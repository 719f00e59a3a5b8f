/// What a redaction looks for. The name and version stand in the bundle beside what was replaced.
enum RedactionRule: String, CaseIterable, Hashable, Sendable {
    case key
    case email
    case ipv4
    case ipv6
    case phone

    /// Raised when a rule finds other things than before.
    var version: Int { 1 }

    /// Those that also apply to ids and other metadata, where a key's shape says nothing: request ids look like keys.
    static let forMetadata: [RedactionRule] = [.email, .ipv4, .ipv6, .phone]

    /// What the rule says, for the bundle's reader.
    var summary: String {
        switch self {
        case .key: "API keys, tokens and private keys, by their shape; texts only"
        case .email: "e-mail addresses"
        case .ipv4: "IPv4 addresses; ranges of /24 and wider stay"
        case .ipv6: "IPv6 addresses; ranges of /48 and wider stay"
        case .phone: "telephone numbers with a country code or in groups"
        }
    }

    /// Where it finds something, in UTF-8 bytes, in order and apart. Each range begins and ends with ASCII.
    func ranges(in text: [UInt8]) -> [Range<Int>] {
        switch self {
        case .key: KeyShape.ranges(in: text)
        case .email: EmailShape.ranges(in: text)
        case .ipv4: AddressShape.ranges4(in: text)
        case .ipv6: AddressShape.ranges6(in: text)
        case .phone: PhoneShape.ranges(in: text)
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isUpper: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    var isLower: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }
    var isLetter: Bool { isUpper || isLower }
    var isAlphanumeric: Bool { isLetter || isDigit }
    var isHex: Bool {
        isDigit || (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "f"))
            || (self >= UInt8(ascii: "A") && self <= UInt8(ascii: "F"))
    }
    /// Whether it is one of some ASCII characters.
    func isOne(of characters: StaticString) -> Bool {
        characters.withUTF8Buffer { $0.contains(self) }
    }
}
