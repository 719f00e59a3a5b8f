public import Evidence
import HostileText
public import TextUI

/// What floats above the screen. Esc takes it away and changes nothing.
public enum Overlay: Sendable {
    /// The keys of the screen below.
    case help(HelpPanel)
    /// A list to choose from.
    case chooser(Chooser)

    /// The slot of the overlay's own question.
    static let slot = "overlay"
}

/// A list to choose from.
public struct Chooser: Sendable {
    /// The question.
    public var title: StyledText
    /// The answers.
    public var choices: [Choice]
    /// The chosen one so far.
    public var position = ListPosition()

    /// One answer.
    public struct Choice: Sendable {
        /// What it says.
        public var text: StyledText
        /// A word beside it.
        public var note: StyledText
        /// What choosing it does.
        public var meaning: Meaning
    }

    /// What a choice does.
    public enum Meaning: Hashable, Sendable {
        /// Writes a decision.
        case decide(Decision)
        /// Asks for a line.
        case ask(Entry.Purpose)
        /// Opens a view, such as a member to be inspected.
        case open(ViewState)
        /// Goes to a view of its own.
        case go(ViewState)
        /// Nothing.
        case nothing
    }
}

extension Chooser {
    /// Asks once more before many are labelled at once, and offers five of them to look at first.
    static func confirming(_ label: Label, on subjects: [Subject], decision: Decision) -> Chooser {
        let count = SafeText(ours: Count.text(subjects.count))
        let name = SafeText(ours: label.rawValue)
        let sample = subjects.shuffledByName().prefix(5)
        return Chooser(
            title: "Label \(count) as \(name)? Look at five of them first.",
            choices: sample.map { subject in
                Choice(
                    text: StyledText(SafeText(subject.text, limit: 60)), note: "look",
                    meaning: .open(ViewState(view: "account", subject: subject)))
            } + [
                Choice(text: "label all \(count)", note: "\(name)", meaning: .decide(decision)),
                Choice(text: "label none", note: "", meaning: .nothing),
            ])
    }

    /// Asks once more before an outcome is recorded of many accounts, and offers five of the subjects to look at first.
    static func confirming(
        _ what: Outcome.Kind?, of subjects: [Subject], without excepted: Int, members: Int? = nil, decision: Decision
    ) -> Chooser {
        let clusters = subjects.count { if case .cluster = $0 { true } else { false } }
        let accounts = subjects.count - clusters
        let alone = SafeText(ours: Count.text(accounts, "account"))
        let held: SafeText =
            subjects.count == 1
            ? "\(SafeText(ours: members.map { "all \(Count.text($0, "account"))" } ?? "every account")) of \(SafeText(subjects[0].text, limit: 40))"
            : "every account of \(SafeText(ours: Count.text(clusters, "cluster")))"
        let left: SafeText = excepted == 0 ? "" : " without \(SafeText(ours: Count.text(excepted, "exception")))"
        let whom: SafeText = clusters == 0 ? alone : accounts == 0 ? "\(held)\(left)" : "\(alone) and \(held)"
        let name = SafeText(ours: what?.rawValue ?? "no outcome of yours")
        let all: SafeText = what == nil ? "take back" : "record all"
        return Chooser(
            title: what == nil
                ? "Take back what you recorded of \(whom)? Look first."
                : "Record \(whom) as \(name)? Look first.",
            choices: subjects.shuffledByName().prefix(5).map { subject in
                let isCluster = if case .cluster = subject { true } else { false }
                return Choice(
                    text: StyledText(SafeText(subject.text, limit: 60)),
                    note: isCluster ? "look: every account of it" : "look",
                    meaning: .open(ViewState(view: isCluster ? "cluster" : "account", subject: subject)))
            } + [
                Choice(text: StyledText(all), note: StyledText(name), meaning: .decide(decision)),
                Choice(text: "record nothing", note: "", meaning: .nothing),
            ])
    }

    /// Everybody's labels of a subject.
    static func labels(_ events: [LabelEvent], of subject: Subject, _ context: ScreenContext) -> Chooser {
        let choices = events.map { event in
            let when = "\(context.zone.date(event.at)) \(context.zone.minute(event.at))\(context.zone.suffix(event.at))"
            let what =
                event.label.map { StyledText(SafeText(ours: $0.rawValue), .label($0.digit)) }
                ?? StyledText("taken back", .muted)
            let sure = SafeText(ours: event.label == nil ? "" : event.confidence.word)
            return Choice(
                text: [
                    StyledText(SafeText(ours: when), .muted), "  ", StyledText(context.safe(event.analyst, limit: 24)),
                    "  ", what,
                ],
                note: StyledText(sure), meaning: .nothing)
        }
        let none = Choice(text: "nobody has labelled it", note: "", meaning: .nothing)
        let count = SafeText(ours: Count.text(events.count, "label event"))
        return Chooser(
            title: "\(count) of everybody on \(context.safe(subject.text, limit: 40)); the log says that you looked",
            choices: choices.isEmpty ? [none] : choices)
    }

    /// Asks which case things go into.
    static func caseChoice(_ things: [CaseItem.Thing], cases: Loaded<[Case]>) -> Chooser {
        let count = SafeText(ours: Count.text(things.count, "item"))
        let known = (cases.value ?? []).map { item in
            Choice(
                text: [
                    StyledText(SafeText(item.id.text, limit: 20), .accent), "  ",
                    StyledText(SafeText(item.title, limit: 60)),
                ], note: "", meaning: .decide(.addToCase(item.id, things)))
        }
        return Chooser(
            title: "Put \(count) into which case?",
            choices: known + [Choice(text: "a new case …", note: "", meaning: .ask(.caseTitle(with: things)))])
    }
}

extension [Subject] {
    /// The same subjects in an order that their names decide and that looks like chance.
    fileprivate func shuffledByName() -> [Subject] {
        sorted { ($0.text.stableHash, $0) < ($1.text.stableHash, $1) }
    }
}
