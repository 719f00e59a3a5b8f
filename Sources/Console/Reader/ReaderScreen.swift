import Evidence
import EvidenceCache
import Feed
import HostileText
import TextUI

/// A conversation, exchange by exchange, with what matched marked in place and what was hidden made visible.
struct ReaderScreen: Screen {
    var kind: ScreenKind { .reader }
    private(set) var place: ReaderPlace
    private(set) var reading: Loaded<ReadConversation> = .idle
    private(set) var page = ReaderPage()
    private(set) var top = 0
    private(set) var showsCodePoints = false
    private(set) var showsAll = false
    private var kept: ViewState
    /// The exchange that was asked for, until the page is scrolled to it.
    private var isPlaced = false

    init(_ state: ViewState) throws(Problem) {
        kept = state
        if let exchange = state["at"] {
            place = .exchange(ExchangeID(exchange))
        } else if let account = state["account"] {
            place = .newest(AccountID(account))
        } else if let id = state["id"] {
            place = .conversation(ConversationID(id))
        } else {
            throw Problem("a reader needs a conversation: view:reader id:CONVERSATION, or at:EXCHANGE")
        }
        top = state["line"].flatMap(Int.init) ?? 0
        isPlaced = top > 0
        showsCodePoints = state["code-points"] == "yes"
    }

    init(_ place: ReaderPlace) {
        self.place = place
        kept = ViewState(view: "reader")
    }

    var title: StyledText {
        switch place {
        case .conversation(let id): ["Reader", StyledText("  \(SafeText(id.text, limit: 48))", .muted)]
        case .exchange(let id): ["Reader", StyledText("  \(SafeText(id.text, limit: 48))", .muted)]
        case .newest(let id): ["Reader", StyledText("  \(SafeText(id.text, limit: 48))", .muted)]
        }
    }

    var state: ViewState {
        var state = kept
        for key in ["id", "at", "account", "line", "code-points"] { state[key] = nil }
        switch place {
        case .conversation(let id): state["id"] = ViewState(view: "", id: id.text)["id"]
        case .exchange(let id): state["at"] = ViewState(view: "", id: id.text)["id"]
        case .newest(let id): state["account"] = ViewState(view: "", id: id.text)["id"]
        }
        if top > 0 { state["line"] = String(top) }
        if showsCodePoints { state["code-points"] = "yes" }
        return state
    }

    var selection: Selection {
        guard let reading = reading.value else { return .none }
        if case .exchange(let id) = place { return .exchange(id, of: reading.account) }
        return reading.id.map { .conversation($0, of: reading.account) } ?? .subjects([.account(reading.account)])
    }

    mutating func load(_ context: ScreenContext) -> Response {
        if let reading = reading.value { layOut(reading, context) }
        return .ask(ConversationReading(place: place, analyst: context.analyst), slot: "reading")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (question, reply) = answer.reply(to: ConversationReading.self), question.place == place {
            let isNew = reading.value == nil
            reading = .ready(reply)
            layOut(reply, context)
            if !isPlaced { goToStart(of: reply, context) }
            isPlaced = true
            return isNew ? Response([.viewed(.account(reply.account))]) : Response()
        }
        if let response = openCluster(answer) { return response }
        if let problem = answer.problem { reading = .failed(problem) }
        return Response()
    }

    private mutating func goToStart(of reading: ReadConversation, _ context: ScreenContext) {
        guard let focus = reading.focus,
            let index = reading.turns.firstIndex(where: { $0.document.exchange.id == focus }),
            page.turns.indices.contains(index)
        else { return }
        scroll(to: page.turns[index], context)
    }

    func layout(_ context: ScreenContext) -> ReaderPage.Layout {
        ReaderPage.Layout(
            width: context.area.width - 4, limit: showsAll ? 400_000 : 12_000,
            showsCodePoints: showsCodePoints || context.charset == .ascii, zone: context.zone)
    }

    private mutating func layOut(_ reading: ReadConversation, _ context: ScreenContext) {
        page = ReaderPage(reading, layout(context))
        scroll(to: top, context)
    }

    private func height(_ context: ScreenContext) -> Int { max(1, context.area.height - 2) }

    mutating func scroll(to line: Int, _ context: ScreenContext) {
        top = min(max(0, line), max(0, page.lines.count - height(context)))
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let height = height(context)
        switch action {
        case .moveDown: scroll(to: top + 1, context)
        case .moveUp: scroll(to: top - 1, context)
        case .pageDown: scroll(to: top + height - 2, context)
        case .pageUp: scroll(to: top - height + 2, context)
        case .moveFirst: scroll(to: 0, context)
        case .moveLast: scroll(to: page.lines.count, context)
        case .nextMatch: return go(to: page.match(after: focusLine), context)
        case .previousMatch: return go(to: page.match(before: focusLine), context)
        case .moveLeft: return step(to: reading.value?.previous, "this is the oldest conversation", context)
        case .moveRight: return step(to: reading.value?.next, "this is the newest conversation", context)
        case .cluster: return openCluster(of: selection.subjects.first)
        case .codePoints:
            showsCodePoints.toggle()
            if let reading = reading.value { layOut(reading, context) }
        case .enter:
            showsAll.toggle()
            if let reading = reading.value { layOut(reading, context) }
        default: break
        }
        return Response()
    }

    /// The line that `{` and `}` count from: the match that the last of them went to, or the first line in view.
    private var focusLine: Int { matchLine.map { abs($0 - top) < 200 ? $0 : top } ?? top - 1 }
    private var matchLine: Int?

    private mutating func go(to line: Int?, _ context: ScreenContext) -> Response {
        guard let line else {
            return Response(
                notice: Notice(page.matches.isEmpty ? "nothing in it matched a signal" : "no further match"))
        }
        matchLine = line
        if line < top + 1 || line >= top + height(context) - 2 { scroll(to: line - height(context) / 3, context) }
        return Response()
    }

    private mutating func step(to id: ConversationID?, _ none: StyledText, _ context: ScreenContext) -> Response {
        guard reading.value != nil else { return Response() }
        guard let id else { return Response(notice: Notice(none)) }
        place = .conversation(id)
        top = 0
        matchLine = nil
        return load(context)
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter where !page.isClipped && !showsAll: .unavailable("all of the text is shown")
        case .nextMatch where page.matches.isEmpty, .previousMatch where page.matches.isEmpty:
            .unavailable("nothing in it matched a signal")
        default: .available
        }
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        guard case .account(let account) = subject else { return nil }
        return ReaderScreen(.newest(account))
    }
}
