import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The queue of flags, with a preview that follows the cursor.
struct QueueScreen: Screen {
    var filterText: String
    var order: QueueOrder
    var list = PagedList<FlagRow>()
    var marks = QueueMarks()
    /// The columns shown, in order.
    var shown = QueueColumn.usual
    /// How many flags there are, whatever the filter.
    var all: Int?
    var preview: Loaded<FlagPreview.Reply> = .idle
    var previewed: FlagPreview?
    /// The row that the preview is of: it stays until what is known of the next one has come.
    var previewRow: FlagRow?
    var problem: Problem?
    /// The flag that the state string wants the cursor on.
    var wanted: FlagID?
    /// Whether the next answer is a list of its own, to be read from the top.
    var startsAnew = false
    private var kept: ViewState

    init(_ state: ViewState) throws(Problem) {
        kept = state
        filterText = state["q"] ?? ""
        order = QueueOrder(analyst: UntrustedText(""))
        do {
            order.filter = try Filter(parsing: filterText)
        } catch {
            throw Problem(error.sentence)
        }
        if let sort = state["sort"] {
            order.isDescending = sort.hasPrefix("-")
            let name = order.isDescending ? String(sort.dropFirst()) : sort
            guard let known = FlagSort(rawValue: name) else {
                let names = FlagSort.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem("the queue is not sorted by “\(name)”; it can be by \(names)")
            }
            order.sort = known
        }
        order.isFolded = state["fold"] == "on"
        show(columns: state["cols"]?.split(separator: ",").map(String.init) ?? [])
        wanted = state["at"].map { FlagID($0) }
    }

    var kind: ScreenKind { .queue }

    var title: StyledText {
        let filter: StyledText =
            filterText.isEmpty
            ? StyledText("all flags", .muted)
            : StyledText(SafeText(UntrustedText(filterText), limit: 200), .text)
        return [StyledText("/ ", .accent.bold), filter]
    }

    /// How many of how many, what is marked, and the order.
    var summary: StyledText {
        var parts: [StyledText] = []
        if !marks.isEmpty { parts.append(StyledText("\(SafeText(ours: Count.text(marks.count))) marked", .accent)) }
        if let total = list.total {
            let of = all.map { Count.text(total, of: $0) } ?? Count.text(total)
            parts.append("\(SafeText(ours: of)) flags")
        }
        if order.isFolded { parts.append("folded by cluster") }
        parts.append("\(SafeText(ours: order.sort.rawValue)) \(order.isDescending ? "↓" : "↑")")
        return parts.joined(separator: "   ")
    }

    var state: ViewState {
        var state = kept
        state["q"] = filterText.isEmpty ? nil : filterText
        state["sort"] =
            order.sort == .urgency && order.isDescending
            ? nil : (order.isDescending ? "-" : "") + order.sort.rawValue
        state["fold"] = order.isFolded ? "on" : nil
        state["cols"] = shown == QueueColumn.usual ? nil : shown.map(\.rawValue).joined(separator: ",")
        let place = list.focus.map(\.flag.id) ?? wanted
        return place.map { state.pointing(at: $0.text) } ?? state
    }

    var selection: Selection {
        if !marks.isEmpty { return .subjects(marks.sorted) }
        return list.focus.map { .subjects([$0.flag.subject]) } ?? .none
    }

    var columns: [String] { QueueColumn.allCases.map(\.rawValue) }

    mutating func show(columns: [String]) {
        let known = columns.compactMap(QueueColumn.init)
        shown = known.isEmpty ? QueueColumn.usual : known
    }

    mutating func unmark() { marks.clear() }

    func availability(of action: Action) -> Availability {
        switch action {
        case .cluster where list.focus != nil && list.focus?.clusterID == nil:
            .unavailable("the detector put this account into no cluster")
        case .enter, .timeline, .targets, .cluster, .goAccount, .related, .history, .mark, .copy:
            list.focus == nil ? .unavailable("no flag is under the cursor") : .available
        case .nextPane, .previousPane: .unavailable("the queue has one pane")
        default: .available
        }
    }
}

extension FlagRow {
    /// The cluster that the flag is on, or that its account is in.
    var clusterID: ClusterID? {
        if case .cluster(let id) = flag.subject { return id }
        return flag.cluster ?? account?.cluster
    }
}
