public import HostileText

/// One analyst's label that holds on one subject: what agreement is reckoned from.
public struct Rating: Hashable, Sendable {
    /// Who is labelled.
    public var subject: Subject
    /// Who says so.
    public var analyst: UntrustedText
    /// What they say.
    public var label: Label
    /// The version of the guideline that it was given under.
    public var guideline: String

    /// Makes a rating.
    public init(subject: Subject, analyst: UntrustedText, label: Label, guideline: String = "") {
        self.subject = subject
        self.analyst = analyst
        self.label = label
        self.guideline = guideline
    }

    /// What an event says; `nil` if it takes a label back.
    public init?(_ event: LabelEvent) {
        guard let label = event.label else { return nil }
        self.init(subject: event.subject, analyst: event.analyst, label: label, guideline: event.guideline)
    }
}
