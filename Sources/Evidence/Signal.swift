public import HostileText

/// One computed reason: what was measured, how rare it is among ordinary accounts, and what it adds to the score.
public struct Signal: Hashable, Codable, Sendable {
    /// Who it was measured on.
    public var subject: Subject
    /// Which signal it is.
    public var name: SignalName
    /// The value, in `unit`; `nil` means not available, and then `note` says why.
    public var value: Double?
    /// The unit, such as `share`, `bits`, `accounts` or `ratio`.
    public var unit: String
    /// The median among ordinary accounts, in `unit`.
    public var ordinary: Double?
    /// The share of ordinary accounts below the value, 0 to 100.
    public var percentile: Double?
    /// What it adds to the score, in log-odds; all contributions and the model's base sum up to the score's log-odds.
    public var contribution: Double
    /// Where to look, most telling first.
    public var evidence: [EvidenceReference]
    /// What is special, in the detector's words, such as `template in 411 accounts`.
    public var note: String?

    /// Makes a signal.
    public init(
        subject: Subject, name: SignalName, value: Double?, unit: String, ordinary: Double? = nil,
        percentile: Double? = nil, contribution: Double = 0, evidence: [EvidenceReference] = [], note: String? = nil
    ) {
        self.subject = subject
        self.name = name
        self.value = value
        self.unit = unit
        self.ordinary = ordinary
        self.percentile = percentile
        self.contribution = contribution
        self.evidence = evidence
        self.note = note
    }
}

/// Something that a signal or an edge points at.
public enum EvidenceReference: Hashable, Codable, Sendable {
    /// An exchange.
    case exchange(ExchangeID)
    /// A template.
    case template(TemplateID)
    /// A shared value.
    case indicator(IndicatorID)
    /// Another account.
    case account(AccountID)
    /// A span of time.
    case period(from: Instant, to: Instant)
}

/// What a flag, a signal or a label is about.
public enum Subject: Hashable, Codable, Comparable, Sendable {
    /// An account.
    case account(AccountID)
    /// A cluster.
    case cluster(ClusterID)

    /// The id as text, whichever kind it is.
    public var text: UntrustedText {
        switch self {
        case .account(let id): id.text
        case .cluster(let id): id.text
        }
    }

    /// The kind as a word: `account` or `cluster`.
    public var kind: Kind {
        switch self {
        case .account: .account
        case .cluster: .cluster
        }
    }

    /// Makes a subject from its kind and id, as tables hold them.
    public init(_ kind: Kind, _ id: UntrustedText) {
        switch kind {
        case .account: self = .account(AccountID(id))
        case .cluster: self = .cluster(ClusterID(id))
        }
    }

    /// The kinds of subject.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// An account.
        case account
        /// A cluster.
        case cluster
    }
}
