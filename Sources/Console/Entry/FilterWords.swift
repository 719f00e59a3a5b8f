import Evidence

/// What each word of the filter language means, for the line that completes it.
enum FilterWords {
    /// A sentence on the field that a word begins with; empty for other words.
    static func help(of word: String) -> String {
        let name = word.prefix { $0.isLetter }
        return FilterField(rawValue: String(name))?.help ?? ""
    }
}
