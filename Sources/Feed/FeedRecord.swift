public import Evidence
public import Foundation

/// One record of the feed: a numbered revision of one thing, or its end.
public struct FeedRecord: Hashable, Sendable {
    /// Its place in the detector's one total order. Later revisions have higher numbers.
    public var sequence: Int64
    /// What kind of thing it is.
    public var kind: FeedKind
    /// The thing's id, unique within its kind.
    public var id: String
    /// The revision of the thing, from 1; a lower one never overwrites a higher one.
    public var revision: Int64
    /// Whether the thing has ended; then there is no document.
    public var isDeleted: Bool
    /// The thing as the JSON text of one object, as the detector wrote it; empty for the end of a thing.
    public var document: Data

    /// Makes a record.
    public init(
        sequence: Int64, kind: FeedKind, id: String, revision: Int64, isDeleted: Bool = false, document: Data = Data()
    ) {
        self.sequence = sequence
        self.kind = kind
        self.id = id
        self.revision = revision
        self.isDeleted = isDeleted
        self.document = document
    }
}

/// The kinds of thing that the feed carries. A kind that this version does not know is kept as it is.
public struct FeedKind: RawRepresentable, Hashable, Sendable {
    /// The name in the feed.
    public let rawValue: String

    /// Makes a kind, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// ``Evidence/Account``
    public static let account = FeedKind(rawValue: "account")
    /// ``Evidence/Organisation``
    public static let organisation = FeedKind(rawValue: "organisation")
    /// ``ExchangeDocument``
    public static let exchange = FeedKind(rawValue: "exchange")
    /// ``Evidence/Conversation``
    public static let conversation = FeedKind(rawValue: "conversation")
    /// ``Evidence/Template``
    public static let template = FeedKind(rawValue: "template")
    /// ``Evidence/Indicator``
    public static let indicator = FeedKind(rawValue: "indicator")
    /// ``Evidence/Flag``
    public static let flag = FeedKind(rawValue: "flag")
    /// ``Evidence/Signal``
    public static let signal = FeedKind(rawValue: "signal")
    /// ``Evidence/Cluster``
    public static let cluster = FeedKind(rawValue: "cluster")
    /// ``Evidence/Membership``
    public static let membership = FeedKind(rawValue: "membership")
    /// ``Evidence/Edge``
    public static let edge = FeedKind(rawValue: "edge")
    /// ``Evidence/LabelEvent``
    public static let label = FeedKind(rawValue: "label")
    /// ``Evidence/Mute``
    public static let mute = FeedKind(rawValue: "mute")
    /// A flag taken by an analyst for a while.
    public static let lease = FeedKind(rawValue: "lease")
    /// A flag given to an analyst.
    public static let assignment = FeedKind(rawValue: "assignment")
    /// ``Evidence/Outcome``
    public static let outcome = FeedKind(rawValue: "outcome")
    /// ``Evidence/Release``
    public static let release = FeedKind(rawValue: "release")
}

/// An exchange in the feed, with what the detector made of it.
public struct ExchangeDocument: Hashable, Codable, Sendable {
    /// The exchange; with its text only if it is an exemplar.
    public var exchange: Exchange
    /// What it extracts.
    public var target: CapabilityTarget
    /// The template that it was made from.
    public var template: TemplateID?
    /// The places in its text that a signal matched.
    public var matches: [TextMatch]

    /// Makes a document.
    public init(
        exchange: Exchange, target: CapabilityTarget, template: TemplateID? = nil, matches: [TextMatch] = []
    ) {
        self.exchange = exchange
        self.target = target
        self.template = template
        self.matches = matches
    }
}
