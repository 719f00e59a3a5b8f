public import HostileText

extension ViewState {
    /// The texts of a key that holds a list, such as ids; between them stands U+001F, the unit separator.
    public func list(_ key: String) -> [UntrustedText] {
        (self[key] ?? "").split(separator: "\u{1F}").map { UntrustedText(String($0)) }
    }

    /// Sets a key that holds a list; an empty one takes the key away.
    public mutating func setList(_ key: String, to texts: [UntrustedText]) {
        self[key] = texts.isEmpty ? nil : texts.map(\.verbatim).joined(separator: "\u{1F}")
    }
}
