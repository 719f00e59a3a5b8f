/// What is taken out of a bundle before it is written.
public enum RedactionPolicy: Hashable, Sendable {
    /// Nothing, for a reason that the bundle and the activity log name.
    case none(reason: String)
    /// E-mail addresses, network addresses, keys and telephone numbers become `[redacted:RULE:TOKEN]`, wherever they stand;
    /// rows of the activity log about other matters are withheld.
    case standard

    /// Reads the options `--redact WORD --reason TEXT`.
    ///
    /// - Throws: ``RedactionProblem``.
    public init(word: String, reason: String?) throws {
        let reason = reason.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
        switch word {
        case "standard": self = .standard
        case "none" where reason.isEmpty: throw RedactionProblem.reasonMissing
        case "none": self = .none(reason: reason)
        case "strict": throw RedactionProblem.strictNotAvailable
        default: throw RedactionProblem.unknown(word)
        }
    }

    /// The word for it.
    public var word: String {
        switch self {
        case .none: "none"
        case .standard: "standard"
        }
    }
}

/// Why a redaction cannot be had.
public enum RedactionProblem: Error, Hashable, Sendable {
    /// `none` without a reason.
    case reasonMissing
    /// `strict`, which this version has not.
    case strictNotAvailable
    /// A word that names no policy.
    case unknown(String)
    /// A rule still finds something after redaction; nothing was written.
    case remains(rule: String)

    /// What happened and what to do next, in one sentence.
    public var sentence: String {
        switch self {
        case .reasonMissing: "Redaction can be left out only for a reason: add --reason TEXT, which is logged."
        case .strictNotAvailable:
            "Strict redaction is not available in this version: use --redact standard, or none with a --reason."
        case .unknown(let word):
            "There is no redaction \(word.debugDescription): use standard, or none with a --reason."
        case .remains(let rule):
            "Nothing was written, because the rule \(rule) still finds something after redaction: please report this."
        }
    }
}
