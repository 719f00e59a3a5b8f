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
    /// Whether fixed text and slots are marked in place of what matched.
    private(set) var showsTemplate = false
    /// The exchanges of one template that `T` goes through, and which of them is open.
    private(set) var ring: TemplateRing?
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
        showsTemplate = state["slots"] == "yes"
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
        for key in ["id", "at", "account", "line", "code-points", "slots"] { state[key] = nil }
        switch place {
        case .conversation(let id): state["id"] = ViewState(view: "", id: id.text)["id"]
        case .exchange(let id): state["at"] = ViewState(view: "", id: id.text)["id"]
        case .newest(let id): state["account"] = ViewState(view: "", id: id.text)["id"]
        }
        if top > 0 { state["line"] = String(top) }
        if showsCodePoints { state["code-points"] = "yes" }
        if showsTemplate { state["slots"] = "yes" }
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
        if let response = openCluster(answer) ?? goAround(answer, context) { return response }
        if let problem = answer.problem { reading = .failed(problem) }
        return Response()
    }

    private mutating func goToStart(of reading: ReadConversation, _ context: ScreenContext) {
        guard let focus = reading.focus,
            let index = reading.turns.firstIndex(where: { $0.document.exchange.id == focus }),
            page.turns.indices.contains(index)
        else { return }
        turn = index
        scroll(to: page.turns[index], context)
    }

    func layout(_ context: ScreenContext) -> ReaderPage.Layout {
        ReaderPage.Layout(
            width: context.area.width - 4, limit: showsAll ? 400_000 : 12_000,
            showsCodePoints: showsCodePoints || context.charset == .ascii, showsTemplate: showsTemplate,
            zone: context.zone)
    }

    private mutating func layOut(_ reading: ReadConversation, _ context: ScreenContext) {
        page = ReaderPage(reading, layout(context))
        scroll(to: top, context)
    }

    func height(_ context: ScreenContext) -> Int { max(1, context.area.height - 2) }

    mutating func scroll(to line: Int, _ context: ScreenContext) {
        top = min(max(0, line), max(0, page.lines.count - height(context)))
    }

    mutating func take(_ ring: TemplateRing) { self.ring = ring }

    private static let scrolling: Set<Action> = [
        .moveDown, .moveUp, .pageDown, .pageUp, .moveFirst, .moveLast, .nextMatch, .previousMatch,
    ]

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let height = height(context)
        if Self.scrolling.contains(action) { turn = nil }
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
        case .templateView:
            showsTemplate.toggle()
            if let reading = reading.value { layOut(reading, context) }
        case .nextExchange: return step(by: 1, context)
        case .previousExchange: return step(by: -1, context)
        case .sameTemplate: return goAround(context)
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

    mutating func go(to exchange: ExchangeID, _ context: ScreenContext) -> Response {
        place = .exchange(exchange)
        isPlaced = false
        turn = nil
        matchLine = nil
        return load(context)
    }

    /// The exchange that `[` and `]` went to, until the page is scrolled away from it.
    private var turn: Int?

    /// The exchange that is read: the one that was gone to, or the one at the top.
    var currentTurn: Int {
        if let turn, page.turns.indices.contains(turn), abs(page.turns[turn] - top) < 400 { return turn }
        return page.turn(at: top)
    }

    private mutating func step(by step: Int, _ context: ScreenContext) -> Response {
        guard let reading = reading.value else { return Response() }
        let next = currentTurn + step
        if page.turns.indices.contains(next) {
            turn = next
            scroll(to: page.turns[next], context)
            return Response()
        }
        if step > 0, reading.before + reading.turns.count < reading.turnCount, let last = reading.turns.last {
            return go(to: last.document.exchange.id, context)
        }
        if step < 0, reading.before > 0, let id = reading.id {
            return self.step(to: id, "", context)
        }
        return Response(
            notice: Notice(
                step > 0
                    ? "the last exchange of the conversation; l reads the next one"
                    : "the first exchange of the conversation; h reads the one before"))
    }

    private mutating func step(to id: ConversationID?, _ none: StyledText, _ context: ScreenContext) -> Response {
        guard reading.value != nil else { return Response() }
        guard let id else { return Response(notice: Notice(none)) }
        place = .conversation(id)
        top = 0
        turn = nil
        matchLine = nil
        return load(context)
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter where !page.isClipped && !showsAll: .unavailable("all of the text is shown")
        case .nextMatch where page.matches.isEmpty, .previousMatch where page.matches.isEmpty:
            .unavailable("nothing in it matched a signal")
        case .sameTemplate where currentTemplate == nil: .unavailable("this exchange was made from no known template")
        case .templateView where reading.value?.turns.contains { $0.document.template != nil } == false:
            .unavailable("nothing here was made from a known template")
        default: .available
        }
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        guard case .account(let account) = subject else { return nil }
        return ReaderScreen(.newest(account))
    }
}
