public import HostileText

/// One line of a file of labels, read: a label that somebody else's tool, or this one, wrote down.
public struct LabelLine: Hashable, Sendable {
    /// Where it stands in the file, from 1.
    public var line: Int
    /// The event's id; `nil` where the file gives none.
    public var id: String?
    /// What is labelled, an account or a cluster; `nil` where the file does not say which.
    public var kind: Subject.Kind?
    /// The id of what is labelled.
    public var subject: UntrustedText
    /// The label; `nil` takes back.
    public var label: Label?
    /// Who says so; `nil` where the file does not say.
    public var analyst: UntrustedText?
    /// When; `nil` where the file does not say.
    public var at: Instant?
    /// How sure.
    public var confidence: Confidence
    /// The event that it replaces.
    public var supersedes: String?
    /// Reason codes.
    public var reasons: [String]
    /// Why, in words.
    public var note: UntrustedText?
    /// The version of the guideline; `nil` where the file does not say.
    public var guideline: String?
    /// Whether the analyst had not seen others' labels.
    public var isBlind: Bool
    /// The score shown then.
    public var scoreSeen: Double?
    /// What was on screen.
    public var view: String?
    /// The evidence pinned for it.
    public var evidence: [EvidenceReference]
}

/// Why a line of a file of labels is refused.
public struct LabelLineProblem: Error, Hashable, Sendable {
    /// Where it stands in the file, from 1.
    public var line: Int
    /// The field; empty if the line as a whole cannot be read.
    public var field: String
    /// What is wrong with it, and what would be right.
    public var reason: String

    /// Makes a problem.
    public init(line: Int, field: String, _ reason: String) {
        self.line = line
        self.field = field
        self.reason = reason
    }
}

/// What a file of labels holds: the lines that can be read and those that cannot. None is passed over in silence.
public struct LabelFile: Hashable, Sendable {
    /// The lines that can be read.
    public var lines: [LabelLine]
    /// Why the others cannot.
    public var problems: [LabelLineProblem]

    /// Reads rows of fields, each with its place.
    init(_ rows: [Result<(line: Int, fields: [String: LabelFieldValue]), LabelLineProblem>]) {
        lines = []
        problems = []
        for row in rows {
            do throws(LabelLineProblem) {
                let found = try row.get()
                lines.append(try LabelLine(line: found.line, found.fields))
            } catch {
                problems.append(error)
            }
        }
    }
}

/// A value of a field, as the format spells it.
enum LabelFieldValue: Hashable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([String])
    case none
}
