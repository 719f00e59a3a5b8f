/// The fields of the filter language.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
    /// The score, 0 to 1.
    case score
    /// The label given.
    case label
    /// The capability target.
    case target
    /// The cluster.
    case cluster
    /// The account's id.
    case account
    /// The organisation's id.
    case org
    /// The access pathway.
    case pathway
    /// The model.
    case model
    /// A signal that counts.
    case signal
    /// A shared value.
    case indicator
    /// The autonomous system's number.
    case asn
    /// The country.
    case country
    /// The address range.
    case range
    /// The keyed hash of the payment.
    case payment
    /// The client: user agent or TLS fingerprint.
    case client
    /// The template.
    case template
    /// The case that it is in.
    case `case`
    /// The flag's or cluster's status.
    case status
    /// Who labelled it.
    case analyst
    /// When the account was made.
    case created
    /// When it was last seen.
    case seen
    /// The number of exchanges.
    case exchanges
    /// The number of hidden characters.
    case hidden
    /// The keyed hash of the API key that requests bore.
    case key
    /// The domain of the e-mail address.
    case domain
    /// When the label was given.
    case labelled
    /// How many other analysts hold another label.
    case disputes

    /// What kind of value the field has.
    public var kind: Kind {
        switch self {
        case .score, .exchanges, .hidden, .asn, .disputes: .number
        case .created, .seen, .labelled: .time
        case .label: .choice(Label.allCases.map(\.rawValue))
        case .target: .choice(CapabilityTarget.allCases.map(\.rawValue))
        case .pathway: .choice(AccessPathway.allCases.map(\.rawValue))
        case .signal: .choice(SignalName.allCases.map(\.rawValue))
        case .status: .choice(FlagStatus.allCases.map(\.rawValue) + ClusterStatus.allCases.map(\.rawValue))
        case .cluster, .account, .org, .model, .indicator, .country, .range, .payment, .client, .template, .case,
            .analyst, .key, .domain:
            .text
        }
    }

    /// A sentence for help and completion.
    public var help: String {
        switch self {
        case .score: "calibrated probability, 0 to 1: score>0.8"
        case .label: "the label given, or none: label:none"
        case .target: "capability target: target:reward_grading"
        case .cluster: "cluster, or none: cluster:C-003"
        case .account: "account id, or a part of it"
        case .org: "organisation"
        case .pathway: "access pathway: pathway:education"
        case .model: "model, or a part of its name"
        case .signal: "a signal that counts: signal:shared_payment"
        case .indicator: "a shared value: indicator:payment"
        case .asn: "autonomous system: asn:64500"
        case .country: "country as two letters"
        case .range: "address range: range:203.0.113"
        case .payment: "keyed hash of the payment"
        case .client: "user agent or TLS fingerprint"
        case .template: "template: template:T-1a2b"
        case .case: "the case that it is in, or none"
        case .status: "status: status:open, status:coordinated"
        case .analyst: "who labelled it"
        case .created: "age of the account: created<14d"
        case .seen: "last seen: seen<2d, seen:2026-05-21..2026-05-23"
        case .exchanges: "number of exchanges: exchanges>500"
        case .hidden: "hidden characters: hidden>0"
        case .key: "keyed hash of the API key, or a part of it"
        case .domain: "domain of the e-mail address: domain:mail.example"
        case .labelled: "when you labelled it: labelled<1d; among labels, when each was given"
        case .disputes: "others with another label, once they are revealed: disputes>0"
        }
    }

    /// The kinds of value that a field can have.
    public enum Kind: Hashable, Sendable {
        /// A number; compares and has ranges.
        case number
        /// A time; an age such as `2d`, or a date.
        case time
        /// One of these words.
        case choice([String])
        /// Any text; equal or contained.
        case text
    }
}
