import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The labels: the analyst's own, and everybody's once the look is written down; beside them the history of the subject
/// under the cursor and how far analysts agree.
struct LabelsScreen: Screen {
    var kind: ScreenKind { .labels }
    var filterText: String
    var order: LabelOrder
    var list = PagedList<LabelRow>()
    /// How many events there are in all, and how many of each label hold.
    var counts: LabelCount.Reply?
    var history: (of: Subject, events: [LabelEvent])?
    var agreement: Loaded<Agreement> = .idle
    var problem: Problem?
    /// The event that the state string wants the cursor on.
    var wanted: String?
    /// Whether the next answer is a list of its own, to be read from the top.
    var startsAnew = false
    private let kept: ViewState

    init(_ state: ViewState) throws(Problem) {
        kept = state
        filterText = state["q"] ?? ""
        order = LabelOrder(analyst: UntrustedText(""))
        do {
            order.filter = try Filter(parsing: filterText)
        } catch {
            throw Problem(error.sentence)
        }
        let sort = state["sort"] ?? "-time"
        order.isDescending = sort.hasPrefix("-")
        let name = order.isDescending ? String(sort.dropFirst()) : sort
        guard let known = LabelSort(rawValue: name) else {
            let names = LabelSort.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem("labels are not sorted by “\(name)”; they can be by \(names)")
        }
        order.sort = known
        order.subject = state.subject
        order.scope = state["every"] == "on" || order.subject != nil ? .every : .holding
        wanted = state["at"]
    }

    /// The history of one subject, with the eyes of another list.
    init(historyOf subject: Subject, _ order: LabelOrder) {
        kept = ViewState(view: ScreenKind.labels.rawValue, subject: subject)
        filterText = ""
        self.order = LabelOrder(scope: .every, subject: subject, analyst: order.analyst, sight: order.sight)
    }

    var title: StyledText {
        var title: StyledText = "Labels"
        if let subject = order.subject { title.append("  of \(SafeText(subject.text, limit: 40))", .text) }
        guard !filterText.isEmpty else { return title }
        return [title, StyledText("  / ", .accent), StyledText(SafeText(UntrustedText(filterText), limit: 200), .text)]
    }

    /// How many of how many, whose they are, and the order.
    var summary: StyledText {
        var parts: [StyledText] = []
        if let counts {
            let shown = SafeText(ours: Count.text(counts.matching, of: counts.all))
            parts.append("\(shown) events")
        }
        parts.append(order.scope == .holding ? "those that hold" : "every event")
        parts.append(seesOthers ? StyledText("everybody's", .warning) : "yours")
        parts.append("\(SafeText(ours: order.sort.rawValue)) \(order.isDescending ? "↓" : "↑")")
        return parts.joined(separator: " · ")
    }

    /// A state never carries a look at others' labels: whoever opens it is blind until they look themselves.
    var state: ViewState {
        var state = order.subject.map { ViewState(view: kind.rawValue, subject: $0) } ?? kept
        state["q"] = filterText.isEmpty ? nil : filterText
        state["sort"] =
            order.sort == .time && order.isDescending ? nil : (order.isDescending ? "-" : "") + order.sort.rawValue
        state["every"] = order.scope == .every && order.subject == nil ? "on" : nil
        state["at"] = list.focus?.event.id ?? wanted
        return state
    }

    var seesOthers: Bool { if case .all = order.sight { true } else { false } }

    var selection: Selection {
        list.focus.map { .subjects([$0.event.subject]) } ?? .none
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter, .history, .timeline, .targets, .goAccount, .copy:
            list.focus == nil ? .unavailable("no label is under the cursor") : .available
        case .unlabel where list.focus.map { $0.event.analyst != order.analyst } == true:
            .unavailable("this is another analyst's label; what you take back is your own")
        case .unlabel where list.focus.map { !$0.holds || $0.event.label == nil } == true:
            .unavailable("this event no longer holds; nothing is left to take back")
        case .reveal where seesOthers: .unavailable("everybody's labels are shown already")
        default: .available
        }
    }
}
