import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The conversations of an account, a cluster, a selection or everybody in time: a histogram, the list of those under its
/// brush, and the conversation under the list's cursor; or two accounts in step, with a list each.
struct TimelineScreen: Screen {
    var kind: ScreenKind { .timeline }
    private(set) var whose: Whose
    /// The account beside the first, whose window, cursor and brush it shares.
    var beside: Subject?
    var facts: Loaded<TimelineFacts?> = .idle
    /// What is to be shown; `nil` is all.
    var range: TimeRange?
    /// The moment of the histogram's cursor.
    var cursor: Instant?
    var brush: TimelineBrush = .none
    var stacking = Timeline.Stacking.target
    var scaling = Histogram.Scaling.linear
    var pane = Pane.list
    var conversations: ConversationList
    /// The conversations of the account beside.
    var others: ConversationList?
    var reading: Loaded<ReadConversation> = .idle
    var page = ReaderPage()
    var readerTop = 0
    private var kept: ViewState
    /// Whether it is already written down that this was looked at.
    private var isNoted = false

    /// The parts that the keys can be about.
    enum Pane: Int, Hashable, Sendable {
        case histogram, list
        /// The reader, or the list of the account beside.
        case side
    }

    init(_ state: ViewState) throws(Problem) {
        self.init(showing: state)
        guard case .filtered(let text) = whose else { return }
        do { _ = try Filter(parsing: text) } catch { throw Problem(error) }
    }

    private init(showing state: ViewState) {
        kept = state
        whose = Whose(state)
        if let from = state["from"].flatMap({ Instant($0) }), let to = state["to"].flatMap({ Instant($0) }), from < to {
            range = TimeRange(from: from, to: to)
        }
        cursor = state["cursor"].flatMap { Instant($0) }
        stacking = state["stack"] == "model" ? .model : .target
        scaling = state["scale"] == "log" ? .logarithmic : .linear
        if let ends = state["brush"]?.split(separator: "/"), ends.count == 2,
            let from = Instant(String(ends[0])), let to = Instant(String(ends[1])), from < to
        {
            brush = .over(Brush(from: from, to: to))
        }
        conversations = ConversationList(ConversationOrder(whose: whose, analyst: UntrustedText("")))
        conversations.anchor = state["at"].map { ConversationID($0) }
        if case .one = whose, let other = state["beside"] { show(beside: .account(AccountID(other))) }
    }

    /// Puts an account beside, or takes it away.
    mutating func show(beside other: Subject?) {
        beside = other
        pane = .list
        others = other.map {
            ConversationList(ConversationOrder(whose: .one($0), analyst: UntrustedText("")), slot: "beside")
        }
    }

    /// How many sides there are.
    var sides: Int { beside == nil ? 1 : 2 }

    /// The list that the keys are about.
    var focusedList: ConversationList { pane == .side ? others ?? conversations : conversations }

    var title: StyledText {
        guard let name = whose.name else { return "Timeline of all traffic" }
        guard let beside else { return ["Timeline", StyledText("  \(name)", .muted)] }
        return ["Timeline", StyledText("  \(name) beside \(SafeText(beside.text, limit: 40))", .muted)]
    }

    var state: ViewState {
        var state = kept
        state["from"] = range?.from.stateText
        state["to"] = range?.to.stateText
        state["brush"] = brush.ended.map { "\($0.from.stateText)/\($0.to.stateText)" }
        state["cursor"] = cursor?.stateText
        state["stack"] = stacking == .model ? "model" : nil
        state["scale"] = scaling == .logarithmic ? "log" : nil
        state["beside"] = beside.flatMap { ViewState(view: "", id: $0.text)["id"] }
        state["at"] =
            conversations.focus.flatMap { ViewState(view: "", id: $0.conversation.id.text)["id"] } ?? kept["at"]
        return state
    }

    var selection: Selection {
        if pane != .histogram, let focus = focusedList.focus {
            return .conversation(focus.conversation.id, of: focus.conversation.account)
        }
        return whose.subjects.isEmpty ? .none : .subjects(whose.subjects)
    }

    mutating func load(_ context: ScreenContext) -> Response {
        let viewed = isNoted ? [] : [whose.only, beside].compactMap { $0 }.map { Effect.viewed($0) }
        isNoted = true
        return ask(context) + Response(viewed)
    }

    /// Asks for the histogram of what is shown.
    func ask(_ context: ScreenContext) -> Response {
        let columns = max(10, layout(context).columns)
        return .ask(
            TimelineQuestion(whose: whose, beside: beside, range: range, columns: columns, analyst: context.analyst),
            slot: "histogram")
    }

    func layout(_ context: ScreenContext) -> TimelineLayout { TimelineLayout(context.area, sides: sides) }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let response = openCluster(answer) ?? putBeside(answer, context) { return response }
        let layout = layout(context)
        if let (question, reply) = answer.reply(to: TimelineQuestion.self) {
            guard question.range == range, question.beside == beside, question.whose == whose || whose == reply?.whose
            else { return Response() }
            take(reply)
            return list(context)
        }
        if let response = conversations.receive(answer, height: layout.listHeight) {
            return response + read(context)
        }
        if let response = others?.receive(answer, height: layout.listHeight) { return response }
        if let (question, reply) = answer.reply(to: ConversationReading.self) {
            guard question.place == focusPlace else { return Response() }
            if reading.value?.id != reply.id { readerTop = 0 }
            reading = .ready(reply)
            layOut(context)
        } else if let problem = answer.problem {
            if answer.slot == "histogram" { facts = .failed(problem) } else { reading = .failed(problem) }
        }
        return Response()
    }

    private mutating func take(_ reply: TimelineFacts?) {
        facts = .ready(reply)
        guard let reply else { return }
        whose = reply.whose
        if case .one(.cluster) = whose { kept["of"] = "cluster" }
        let newest = reply.window.start(of: reply.totals().lastIndex { $0 > 0 } ?? 0)
        cursor = reply.window.start(of: reply.window.bucket(of: cursor ?? newest))
    }

    /// Asks for the conversations under the brush, or of all that is shown, of each side.
    mutating func list(_ context: ScreenContext) -> Response {
        guard let facts = facts.value ?? nil else { return Response() }
        let shown = Brush(from: facts.window.from, to: facts.window.to)
        func order(_ whose: Whose) -> ConversationOrder {
            ConversationOrder(
                whose: whose, brush: brush.ended ?? (range == nil ? nil : shown), analyst: context.analyst)
        }
        var response = conversations.load(order(whose))
        if let beside, let more = others?.load(order(.one(beside))) { response = response + more }
        return response
    }

    private var focusPlace: ReaderPlace? {
        conversations.focus.map { .conversation($0.conversation.id) }
    }

    /// Asks for the conversation under the list's cursor, where there is room to show it.
    func read(_ context: ScreenContext) -> Response {
        guard beside == nil, layout(context).side != nil, let place = focusPlace else { return Response() }
        if case .conversation(let id) = place, reading.value?.id == id { return Response() }
        let turns = conversations.focus?.conversation.turns ?? 0
        return .ask(
            ConversationReading(place: place, analyst: context.analyst, isWhole: false, turnCount: turns),
            slot: "reading")
    }

    /// Lays the reader's page out for its room.
    mutating func layOut(_ context: ScreenContext) {
        guard let reading = reading.value, let area = layout(context).side else { return }
        page = ReaderPage(
            reading,
            ReaderPage.Layout(
                width: area.width, limit: 4_000, showsCodePoints: context.charset == .ascii,
                zone: context.zone))
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        whose = filter.isEmpty ? .everybody : .filtered(filter)
        kept["q"] = filter.isEmpty ? nil : filter
        return ask(context)
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        TimelineScreen(showing: ViewState(view: kind.rawValue, subject: subject))
    }
}
