import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The conversations of an account, a cluster or everybody in time: a histogram, the list of those under its brush, and
/// the conversation under the list's cursor.
struct TimelineScreen: Screen {
    var kind: ScreenKind { .timeline }
    let subject: Subject?
    var facts: Loaded<TimelineFacts?> = .idle
    /// What is to be shown; `nil` is all.
    var range: TimeRange?
    /// The moment of the histogram's cursor.
    var cursor: Instant?
    var brush: TimelineBrush = .none
    var stacking = Timeline.Stacking.target
    var pane = Pane.list
    var conversations: ConversationList
    var reading: Loaded<ReadConversation> = .idle
    var page = ReaderPage()
    var readerTop = 0
    private var kept: ViewState
    /// Whether it is already written down that this was looked at.
    private var isNoted = false

    /// The parts that the keys can be about.
    enum Pane: Int, Hashable, Sendable {
        case histogram, list, reader
    }

    init(_ state: ViewState) throws(Problem) { self.init(showing: state) }

    private init(showing state: ViewState) {
        kept = state
        subject = state.subject
        if let from = state["from"].flatMap({ Instant($0) }), let to = state["to"].flatMap({ Instant($0) }), from < to {
            range = TimeRange(from: from, to: to)
        }
        cursor = state["cursor"].flatMap { Instant($0) }
        stacking = state["stack"] == "model" ? .model : .target
        if let ends = state["brush"]?.split(separator: "/"), ends.count == 2,
            let from = Instant(String(ends[0])), let to = Instant(String(ends[1])), from < to
        {
            brush = .over(Brush(from: from, to: to))
        }
        conversations = ConversationList(
            ConversationOrder(scope: Scope(of: subject), analyst: UntrustedText("")))
        conversations.anchor = state["at"].map { ConversationID($0) }
    }

    var title: StyledText {
        guard let subject else { return "Timeline of all traffic" }
        return ["Timeline", StyledText("  \(SafeText(subject.text, limit: 40))", .muted)]
    }

    var state: ViewState {
        var state = kept
        state["from"] = range?.from.stateText
        state["to"] = range?.to.stateText
        state["brush"] = brush.ended.map { "\($0.from.stateText)/\($0.to.stateText)" }
        state["cursor"] = cursor?.stateText
        state["stack"] = stacking == .model ? "model" : nil
        state["at"] =
            conversations.focus.flatMap { ViewState(view: "", id: $0.conversation.id.text)["id"] } ?? kept["at"]
        return state
    }

    var selection: Selection {
        if pane != .histogram, let focus = conversations.focus {
            return .conversation(focus.conversation.id, of: focus.conversation.account)
        }
        return subject.map { .subjects([$0]) } ?? .none
    }

    mutating func load(_ context: ScreenContext) -> Response {
        let viewed = isNoted ? Response() : Response(subject.map { [.viewed($0)] } ?? [])
        isNoted = true
        return ask(context) + viewed
    }

    /// Asks for the histogram of what is shown.
    func ask(_ context: ScreenContext) -> Response {
        let columns = max(10, TimelineLayout(context.area, brush: brush).columns)
        return .ask(
            TimelineQuestion(scope: Scope(of: subject), range: range, columns: columns), slot: "histogram")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let response = openCluster(answer) { return response }
        let layout = TimelineLayout(context.area, brush: brush)
        if let (question, reply) = answer.reply(to: TimelineQuestion.self), question.range == range {
            facts = .ready(reply)
            if let reply {
                let newest = reply.window.start(of: reply.totals.lastIndex { $0 > 0 } ?? 0)
                cursor = reply.window.start(of: reply.window.bucket(of: cursor ?? newest))
            }
            return list(context)
        }
        if let response = conversations.receive(answer, height: layout.listHeight) {
            return response + read(context)
        }
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

    /// Asks for the conversations under the brush, or of all that is shown.
    mutating func list(_ context: ScreenContext) -> Response {
        guard let facts = facts.value ?? nil else { return Response() }
        let shown = Brush(from: facts.window.from, to: facts.window.to)
        let order = ConversationOrder(
            scope: Scope(of: subject), brush: brush.ended ?? (range == nil ? nil : shown), analyst: context.analyst)
        return conversations.load(order)
    }

    private var focusPlace: ReaderPlace? {
        conversations.focus.map { .conversation($0.conversation.id) }
    }

    /// Asks for the conversation under the list's cursor, where there is room to show it.
    func read(_ context: ScreenContext) -> Response {
        guard TimelineLayout(context.area, brush: brush).reader != nil, let place = focusPlace else {
            return Response()
        }
        if case .conversation(let id) = place, reading.value?.id == id { return Response() }
        let turns = conversations.focus?.conversation.turns ?? 0
        return .ask(
            ConversationReading(place: place, analyst: context.analyst, isWhole: false, turnCount: turns),
            slot: "reading")
    }

    /// Lays the reader's page out for its room.
    mutating func layOut(_ context: ScreenContext) {
        guard let reading = reading.value, let area = TimelineLayout(context.area, brush: brush).reader else { return }
        page = ReaderPage(
            reading,
            ReaderPage.Layout(
                width: area.width, limit: 4_000, showsCodePoints: context.charset == .ascii,
                zone: context.zone))
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        TimelineScreen(showing: ViewState(view: kind.rawValue, subject: subject))
    }
}

/// What is brushed.
enum TimelineBrush: Hashable, Sendable {
    /// Nothing.
    case none
    /// Being drawn, from a moment to wherever the cursor goes.
    case from(Instant)
    /// A stretch.
    case over(Brush)

    /// The stretch, once it is one.
    var ended: Brush? {
        if case .over(let brush) = self { return brush }
        return nil
    }

    /// The buckets that are brushed, given where the cursor is.
    func buckets(in window: TimeWindow, cursor: Instant?) -> Range<Int>? {
        switch self {
        case .none: return nil
        case .from(let start):
            let ends = [window.bucket(of: start), window.bucket(of: cursor ?? start)]
            return min(ends[0], ends[1])..<max(ends[0], ends[1]) + 1
        case .over(let brush):
            guard brush.to > window.from, brush.from < window.to else { return nil }
            return window.bucket(of: brush.from)..<window.bucket(of: brush.to - 1) + 1
        }
    }

    /// What `b` makes of it: begins, ends, and takes away.
    func pressed(at cursor: Instant, in window: TimeWindow) -> TimelineBrush {
        switch self {
        case .none: return .from(cursor)
        case .over: return .none
        case .from:
            guard let buckets = buckets(in: window, cursor: cursor) else { return .none }
            return .over(Brush(from: window.start(of: buckets.lowerBound), to: window.start(of: buckets.upperBound)))
        }
    }
}

extension Instant {
    /// As short as a state string allows: a date, or a time to the second.
    var stateText: String {
        milliseconds % Instant.day == 0 ? dateText : "\(dateText)T\(timeText)Z"
    }
}
