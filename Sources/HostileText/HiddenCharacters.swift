/// One character of a text, named for the listing that an analyst asks for.
public struct NamedScalar: Sendable, Hashable {
    /// Where it starts in the source, in UTF-8 bytes.
    public let offset: Int
    /// `U+202E`.
    public let codePoint: SafeText
    /// `RIGHT-TO-LEFT OVERRIDE`; `<control>` and the like where Unicode gives no name.
    public let name: SafeText
    /// Whether it is one of those that are invisible by themselves.
    public let isHidden: Bool
}

extension UntrustedText {
    /// How many characters of the whole text are hidden: what the badge of a row says.
    ///
    /// Line breaks and tabs are not counted, U+FFFD is. Agrees with the findings of a ``SafeText`` that was not clipped.
    /// - Complexity: O(n); about a nanosecond a byte in plain ASCII, so call it once for a text and not at every draw.
    public var hiddenCount: Int {
        var text = verbatim
        let isPlain = text.withUTF8 { bytes in
            bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }
        }
        if isPlain { return 0 }
        var sanitiser = Sanitiser(verbatim, policy: .line, limit: .max)
        return sanitiser.run().reduce(0) { $0 + $1.findings.hidden + $1.findings.replaced }
    }

    /// The characters of a part of the text, by name.
    ///
    /// - Parameters:
    ///   - onlyHidden: leaves out what can be seen.
    ///   - limit: how many to list at most.
    public func codePoints(onlyHidden: Bool = false, limit: Int = 1_000) -> [NamedScalar] {
        var list: [NamedScalar] = []
        var offset = 0
        for scalar in verbatim.unicodeScalars {
            if list.count == limit { break }
            let isHidden = scalar.isHiddenByItself
            if isHidden || !onlyHidden {
                list.append(
                    NamedScalar(
                        offset: offset, codePoint: SafeText(ours: scalar.codePoint),
                        name: SafeText(ours: scalar.spokenName), isHidden: isHidden))
            }
            offset += UTF8.width(scalar)
        }
        return list
    }
}

extension Unicode.Scalar {
    var isHiddenByItself: Bool {
        switch ScalarClass(self) {
        case .visible, .combining, .oddSpace, .regional: false
        case .control: value != 0x0A && value != 0x09
        case .hidden, .tag, .variation, .emojiModifier, .replacement: true
        }
    }

    fileprivate var spokenName: String {
        if let name = properties.name ?? properties.nameAlias { return name }
        switch properties.generalCategory {
        case .control: return "<control>"
        case .privateUse: return "<private use>"
        default: return "<unnamed>"
        }
    }
}
