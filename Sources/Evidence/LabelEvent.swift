public import HostileText

/// One act of labelling. Events are only ever added; taking a label back is an event of its own.
public struct LabelEvent: Hashable, Codable, Sendable {
    /// The event's own UUID, lower-case.
    public var id: String
    /// Who is labelled.
    public var subject: Subject
    /// The label; `nil` takes this analyst's label back.
    public var label: Label?
    /// Who says so.
    public var analyst: UntrustedText
    /// When.
    public var at: Instant
    /// How sure.
    public var confidence: Confidence
    /// The event that this one replaces, of the same analyst.
    public var supersedes: String?
    /// Reason codes of the guideline.
    public var reasons: [String]
    /// A note in the analyst's words.
    public var note: UntrustedText?
    /// The evidence pinned for it.
    public var evidence: [EvidenceReference]
    /// What was on screen: the view's state string.
    public var view: String?
    /// The version of the guideline in force.
    public var guideline: String
    /// Whether the analyst had not seen others' labels.
    public var isBlind: Bool
    /// The score shown when it was given.
    public var scoreSeen: Double?

    /// Makes an event.
    public init(
        id: String, subject: Subject, label: Label?, analyst: UntrustedText, at: Instant,
        confidence: Confidence = .likely, supersedes: String? = nil, reasons: [String] = [],
        note: UntrustedText? = nil, evidence: [EvidenceReference] = [], view: String? = nil, guideline: String,
        isBlind: Bool = true, scoreSeen: Double? = nil
    ) {
        self.id = id
        self.subject = subject
        self.label = label
        self.analyst = analyst
        self.at = at
        self.confidence = confidence
        self.supersedes = supersedes
        self.reasons = reasons
        self.note = note
        self.evidence = evidence
        self.view = view
        self.guideline = guideline
        self.isBlind = isBlind
        self.scoreSeen = scoreSeen
    }
}

/// An analyst's assertion that a shared value says nothing, such as a university's address range.
public struct Mute: Hashable, Codable, Sendable {
    /// The event's own UUID, lower-case.
    public var id: String
    /// The value that is muted.
    public var indicator: IndicatorID
    /// Whether it is muted from now on, or heard again.
    public var isMuted: Bool
    /// Who says so.
    public var analyst: UntrustedText
    /// When.
    public var at: Instant
    /// Why.
    public var note: UntrustedText?

    /// Makes a mute.
    public init(
        id: String, indicator: IndicatorID, isMuted: Bool, analyst: UntrustedText, at: Instant,
        note: UntrustedText? = nil
    ) {
        self.id = id
        self.indicator = indicator
        self.isMuted = isMuted
        self.analyst = analyst
        self.at = at
        self.note = note
    }
}
