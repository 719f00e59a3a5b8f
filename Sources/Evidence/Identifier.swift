public import HostileText

/// The name of one thing of one kind, as the platform or the detector spells it: an account is not a cluster by mistake.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
    /// The name itself, which whoever made it chose.
    public let text: UntrustedText

    /// Wraps a name.
    public init(_ text: UntrustedText) {
        self.text = text
    }

    /// Wraps a name given as a plain string.
    public init(_ text: String) {
        self.text = UntrustedText(text)
    }

    /// Orders by bytes.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.text < right.text
    }
}

extension Identifier: Codable {
    /// Decodes from one string.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(UntrustedText.self)
    }

    /// Encodes as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The id of an account.
public typealias AccountID = Identifier<Account>
/// The id of an organisation.
public typealias OrganisationID = Identifier<Organisation>
/// The id of an exchange.
public typealias ExchangeID = Identifier<Exchange>
/// The id of a conversation.
public typealias ConversationID = Identifier<Conversation>
/// The id of a cluster, such as `C-003`.
public typealias ClusterID = Identifier<Cluster>
/// The id of a template, such as `T-118`.
public typealias TemplateID = Identifier<Template>
/// The id of an indicator, such as `payment:9f2c41d0`.
public typealias IndicatorID = Identifier<Indicator>
/// The id of a flag.
public typealias FlagID = Identifier<Flag>
/// The id of a case, such as `case-7`.
public typealias CaseID = Identifier<Case>
