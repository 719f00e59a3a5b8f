import HostileText

extension EvidenceReference {
    /// The reference as one word, such as `exchange:ex-91`; a span of time as its ends in milliseconds.
    public var word: String {
        switch self {
        case .exchange(let id): "exchange:\(id.text.verbatim)"
        case .template(let id): "template:\(id.text.verbatim)"
        case .indicator(let id): "indicator:\(id.text.verbatim)"
        case .account(let id): "account:\(id.text.verbatim)"
        case .period(let from, let to): "period:\(from.milliseconds)..\(to.milliseconds)"
        }
    }

    /// Reads such a word; `nil` for anything else.
    init?(word: String) {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "exchange": self = .exchange(ExchangeID(parts[1]))
        case "template": self = .template(TemplateID(parts[1]))
        case "indicator": self = .indicator(IndicatorID(parts[1]))
        case "account": self = .account(AccountID(parts[1]))
        case "period":
            let ends = parts[1].split(separator: "..").compactMap { Int64($0) }
            guard ends.count == 2 else { return nil }
            self = .period(from: Instant(milliseconds: ends[0]), to: Instant(milliseconds: ends[1]))
        default: return nil
        }
    }
}
