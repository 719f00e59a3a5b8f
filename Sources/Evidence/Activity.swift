public import HostileText

/// One line of the activity log: who did what to what, and when. Lines are only ever added, each bound to the one before.
public struct Activity: Hashable, Codable, Sendable {
    /// Its number in the chain, from 1.
    public var number: Int
    /// When.
    public var at: Instant
    /// Who.
    public var actor: UntrustedText
    /// What was done.
    public var action: Action
    /// To what: an id, where there is one.
    public var subject: UntrustedText?
    /// More, as canonical JSON of one object.
    public var details: String
    /// The hash of the line before, 64 hexadecimal digits.
    public var previous: String
    /// The hash of this line.
    public var hash: String

    /// Makes a line.
    public init(
        number: Int, at: Instant, actor: UntrustedText, action: Action, subject: UntrustedText?, details: String,
        previous: String, hash: String
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.details = details
        self.previous = previous
        self.hash = hash
    }

    /// What can be done.
    public enum Action: String, CaseIterable, Codable, Hashable, Sendable {
        /// Records came from the detector.
        case synced
        /// A flag was taken up.
        case claimed
        /// A dossier, timeline or conversation was looked at.
        case viewed
        /// A masked field was shown.
        case revealed
        /// A label was given.
        case labelled
        /// A label was taken back.
        case unlabelled
        /// A value was muted.
        case muted
        /// A value is heard again.
        case unmuted
        /// What became of an account was recorded.
        case outcomeRecorded = "outcome_recorded"
        /// What was recorded of an account was taken back.
        case outcomeTakenBack = "outcome_taken_back"
        /// A case was opened.
        case caseOpened = "case_opened"
        /// Something was put into a case.
        case caseAdded = "case_added"
        /// Something was taken out of a case.
        case caseRemoved = "case_removed"
        /// A case got a note.
        case caseNoted = "case_noted"
        /// A case was closed.
        case caseClosed = "case_closed"
        /// A bundle was written.
        case exported
        /// A bundle was verified.
        case verified
    }
}
