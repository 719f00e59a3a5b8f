import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The conversations of an account, a cluster, a selection or everybody, newest first.
struct ConversationsScreen: Screen {
    var kind: ScreenKind { .conversations }
    private(set) var whose: Whose
    private(set) var conversations: ConversationList
    private var kept: ViewState
    /// Whether it is already written down that this was looked at.
    private var isNoted = false

    init(_ state: ViewState) throws(Problem) { self.init(showing: state) }

    private init(showing state: ViewState) {
        kept = state
        whose = Whose(state)
        conversations = ConversationList(
            ConversationOrder(whose: whose, isDescending: true, analyst: UntrustedText("")))
        conversations.anchor = state["at"].map { ConversationID($0) }
    }

    var title: StyledText {
        guard let name = whose.name else { return "Conversations" }
        return ["Conversations", StyledText("  \(name)", .muted)]
    }

    var state: ViewState {
        var state = kept
        state["at"] =
            conversations.focus.flatMap { ViewState(view: "", id: $0.conversation.id.text)["id"] } ?? kept["at"]
        return state
    }

    var selection: Selection {
        if let focus = conversations.focus {
            return .conversation(focus.conversation.id, of: focus.conversation.account)
        }
        return whose.subjects.isEmpty ? .none : .subjects(whose.subjects)
    }

    mutating func load(_ context: ScreenContext) -> Response {
        var order = conversations.wanted
        order.analyst = context.analyst
        let viewed = isNoted ? Response() : Response(whose.only.map { [.viewed($0)] } ?? [])
        isNoted = true
        return conversations.load(order) + viewed
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        openCluster(answer) ?? conversations.receive(answer, height: height(context)) ?? Response()
    }

    var sorts: [String] { ConversationSort.allCases.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = ConversationSort(rawValue: name) else { return Response() }
        var order = conversations.wanted
        order.sort = sort
        order.isDescending = isDescending ?? true
        return conversations.load(order)
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        if action == .enter {
            guard let focus = conversations.focus else { return Response() }
            return .open(ReaderScreen(.conversation(focus.conversation.id)))
        }
        if action == .cluster { return openCluster(of: selection.subjects.first) }
        if action == .sort {
            return sort(by: conversations.wanted.sort == .time ? "turns" : "time", isDescending: nil, context)
        }
        return conversations.move(action, height: height(context)) ?? Response()
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter where conversations.focus == nil: .unavailable("there is no conversation to open")
        case .filter: whose.filterAvailability
        default: .available
        }
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        whose = filter.isEmpty ? .everybody : .filtered(filter)
        kept["q"] = filter.isEmpty ? nil : filter
        conversations = ConversationList(
            ConversationOrder(
                whose: whose, sort: conversations.wanted.sort, isDescending: conversations.wanted.isDescending,
                analyst: context.analyst))
        return load(context)
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        ConversationsScreen(showing: ViewState(view: kind.rawValue, subject: subject))
    }

    private var orderWords: SafeText {
        switch (conversations.wanted.sort, conversations.wanted.isDescending) {
        case (.time, true): "newest first"
        case (.time, false): "oldest first"
        case (.turns, true): "longest first"
        case (.turns, false): "shortest first"
        }
    }

    private func height(_ context: ScreenContext) -> Int { max(1, context.area.height - 3) }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let first = conversations.list.position.visible(count: conversations.list.count, height: height(context))
        var count: StyledText = ""
        if let total = conversations.total {
            count = [
                "\(SafeText(ours: Count.text(first.count, of: total))) conversations",
                StyledText("   \(orderWords)", .muted),
            ]
        }
        grid.draw(count, in: rest.cutTop(1).inset(x: 1))
        _ = rest.cutTop(1)
        conversations.draw(
            on: &grid, in: rest, hasFocus: true, showsDate: true,
            empty: "no conversation is in the cache: a sync may bring some (g s)", context)
    }
}
