public import Evidence
public import HostileText

/// Whose eyes a question is asked with, and when.
public struct Viewer: Hashable, Sendable {
    /// The analyst who looks.
    public var analyst: UntrustedText
    /// Whose labels they see.
    public var sight: LabelSight
    /// The moment that `seen<2d` counts from.
    public var now: Instant

    /// Makes a viewer, who sees own labels only unless told otherwise.
    public init(analyst: UntrustedText, sight: LabelSight = .own, now: Instant) {
        self.analyst = analyst
        self.sight = sight
        self.now = now
    }
}

/// Whose labels a question may touch. Others' labels are absent from the result, not merely hidden, until revealed.
public enum LabelSight: Hashable, Sendable {
    /// One's own only.
    case own
    /// Everybody's; there is a line in the activity log that says who looked.
    case all(Reveal)
}

/// The proof that a look at others' labels was written down. Only ``EvidenceCache/revealLabels(of:by:at:)`` makes one.
public struct Reveal: Hashable, Sendable {
    /// The number of the line in the activity log.
    public let activity: Int

    init(activity: Int) {
        self.activity = activity
    }
}

extension LabelSight {
    /// SQL that is true of a label event or head `alias` that may be seen, with the analyst bound once.
    func condition(on alias: String, analyst: UntrustedText) -> SQLCondition {
        switch self {
        case .own: SQLCondition("\(alias).analyst = ?", [.text(analyst)])
        case .all: SQLCondition("1")
        }
    }
}
