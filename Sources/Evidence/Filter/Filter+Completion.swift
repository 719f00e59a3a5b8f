extension Filter {
    /// What the beginning of a word could become: fields, and the words that a field takes.
    public static func completions(of word: String) -> [String] {
        guard let colon = word.firstIndex(of: ":") else {
            return FilterField.allCases.map(\.rawValue).filter { $0.hasPrefix(word) }.map { name in
                FilterField(rawValue: name)?.kind == .number ? name + ">" : name + ":"
            }
        }
        guard let field = FilterField(rawValue: String(word[..<colon])), case .choice(let words) = field.kind
        else { return [] }
        let beginning = word[word.index(after: colon)...]
        return (words + ["none"]).filter { $0.hasPrefix(beginning) }.map { "\(field.rawValue):\($0)" }
    }
}
