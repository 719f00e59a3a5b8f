import Evidence
import EvidenceCache
import HostileText
import TextUI

extension TimelineScreen {
    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .nextPane: return turn(by: 1, context)
        case .previousPane: return turn(by: 2, context)
        case .moveLeft: return moveCursor(by: -1, context)
        case .moveRight: return moveCursor(by: 1, context)
        case .zoomIn: return zoom(by: 0.5, context)
        case .zoomOut: return zoom(by: 2, context)
        case .brush: return pressBrush(context)
        case .stack:
            stacking = stacking == .target ? .model : .target
            return Response()
        case .scale:
            scaling = scaling == .linear ? .logarithmic : .linear
            return Response()
        case .beside: return pressBeside(context)
        case .nextBurst: return goToEpisode(context) { episodes, here in episodes.first { $0 > here } }
        case .previousBurst: return goToEpisode(context) { episodes, here in episodes.last { $0 < here } }
        case .nextMatch: return scrollReader(to: page.match(after: readerTop))
        case .previousMatch: return scrollReader(to: page.match(before: readerTop))
        case .enter: return enter(context)
        case .cluster: return openCluster(of: selection.subjects.first)
        default: return pane == .side && beside == nil ? scroll(action, context) : moveInList(action, context)
        }
    }

    func availability(of action: Action) -> Availability {
        if action == .beside, beside == nil {
            switch whose {
            case .one(.account): return .available
            case .several(let pair) where pair.count == 2 && pair.allSatisfy({ $0.kind == .account }):
                return .available
            default: return .unavailable("side by side are two accounts: open one, or mark two in the queue")
            }
        }
        if action == .filter { return whose.filterAvailability }
        guard case .ready(let facts) = facts, facts == nil else { return .available }
        switch action {
        case .zoomIn, .zoomOut, .brush, .nextBurst, .previousBurst: return .unavailable("there is no traffic to show")
        default: return .available
        }
    }

    private mutating func turn(by steps: Int, _ context: ScreenContext) -> Response {
        let count = beside == nil && layout(context).side == nil ? 2 : 3
        let back = steps == 2 ? count - 1 : 1
        pane = Pane(rawValue: (pane.rawValue + back) % count) ?? .list
        return Response()
    }

    private mutating func moveInList(_ action: Action, _ context: ScreenContext) -> Response {
        let height = layout(context).listHeight
        if pane == .side { return others?.move(action, height: height) ?? Response() }
        guard let response = conversations.move(action, height: height) else { return Response() }
        pane = .list
        return response + read(context)
    }

    private mutating func scroll(_ action: Action, _ context: ScreenContext) -> Response {
        let height = layout(context).side?.height ?? 10
        switch action {
        case .moveDown: return scrollReader(to: readerTop + 1)
        case .moveUp: return scrollReader(to: readerTop - 1)
        case .pageDown: return scrollReader(to: readerTop + height - 2)
        case .pageUp: return scrollReader(to: readerTop - height + 2)
        case .moveFirst: return scrollReader(to: 0)
        case .moveLast: return scrollReader(to: page.lines.count - height + 1)
        default: return Response()
        }
    }

    private mutating func scrollReader(to line: Int?) -> Response {
        guard let line else { return Response(notice: Notice("no further match in this conversation")) }
        readerTop = min(max(0, line), max(0, page.lines.count - 1))
        return Response()
    }

    /// Moves the cursor by buckets; at an edge the window moves.
    private mutating func moveCursor(by steps: Int, _ context: ScreenContext) -> Response {
        guard let facts = facts.value ?? nil, let cursor else { return Response() }
        let window = facts.window
        let next = window.bucket(of: cursor) + steps
        self.cursor = window.start(of: min(max(0, next), window.count - 1))
        if (0..<window.count).contains(next) { return Response() }
        guard let range, range != facts.whole else { return Response() }
        let step = window.width * Int64(max(1, window.count / 4)) * Int64(steps)
        let moved = range.moved(by: step, within: facts.whole)
        guard moved != range else { return Response(notice: Notice("there is nothing beyond")) }
        self.range = moved
        self.cursor = cursor + window.width * Int64(steps)
        return ask(context)
    }

    private mutating func zoom(by factor: Double, _ context: ScreenContext) -> Response {
        guard let facts = facts.value ?? nil else { return Response() }
        let shown = range ?? facts.whole
        let at = (cursor ?? shown.from) + facts.window.width / 2
        let new = shown.zoomed(by: factor, around: at, within: facts.whole)
        guard new != shown else {
            return Response(notice: Notice(factor < 1 ? "no finer than this" : "this is all of it"))
        }
        range = new == facts.whole ? nil : new
        return ask(context)
    }

    private mutating func pressBrush(_ context: ScreenContext) -> Response {
        guard let facts = facts.value ?? nil, let cursor else { return Response() }
        brush = brush.pressed(at: cursor, in: facts.window)
        switch brush {
        case .from: return Response(notice: Notice("h l widen the brush, b ends it"))
        case .none, .over: return list(context)
        }
    }

    private mutating func goToEpisode(
        _ context: ScreenContext, _ choose: ([Int], Int) -> Int?
    ) -> Response {
        guard let facts = facts.value ?? nil, let cursor else { return Response() }
        let places = facts.episodes().map(\.focus).filter { $0 < facts.window.count }
        guard let place = choose(places, facts.window.bucket(of: cursor)) else {
            return Response(
                notice: Notice(
                    places.isEmpty ? "no burst and no silence at this scale; + looks closer" : "no further burst"))
        }
        self.cursor = facts.window.start(of: place)
        return Response()
    }

    /// Enters what the pane is about: the brush or the cursor's bucket of the histogram, or the conversation.
    private mutating func enter(_ context: ScreenContext) -> Response {
        guard pane == .histogram else {
            guard let focus = focusedList.focus else { return Response() }
            return .open(ReaderScreen(.conversation(focus.conversation.id)))
        }
        guard let facts = facts.value ?? nil, let cursor else { return Response() }
        let window = facts.window
        let buckets =
            brush.buckets(in: window, cursor: cursor)
            ?? {
                let bucket = window.bucket(of: cursor)
                return bucket..<bucket + 1
            }()
        guard window.width * Int64(buckets.count) > 10 * Instant.second else {
            return Response(notice: Notice("no finer than this"))
        }
        range = TimeRange(from: window.start(of: buckets.lowerBound), to: window.start(of: buckets.upperBound))
        self.cursor = range?.from
        return ask(context)
    }

    /// Puts the account that is linked most strongly beside this one, or takes it away. Two that were marked together are
    /// opened beside each other.
    private mutating func pressBeside(_ context: ScreenContext) -> Response {
        if beside != nil {
            show(beside: nil)
            return ask(context)
        }
        switch whose {
        case .one(.account(let id)):
            return .ask(StrongestLink(account: id, analyst: context.analyst), slot: "strongest-link")
        case .several(let pair) where pair.count == 2:
            var state = ViewState(view: kind.rawValue, subject: pair[0])
            state["beside"] = ViewState(view: "", id: pair[1].text)["id"]
            do {
                return .open(try TimelineScreen(state))
            } catch {
                return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
            }
        default: return Response()
        }
    }

    /// Takes in who is linked most strongly; `nil` if the answer is to something else.
    mutating func putBeside(_ answer: Answer, _ context: ScreenContext) -> Response? {
        guard let (_, other) = answer.reply(to: StrongestLink.self) else { return nil }
        guard let other else {
            return Response(
                notice: Notice(
                    "no account is linked to it; :view timeline id:… beside:… shows any two",
                    isProblem: true))
        }
        show(beside: .account(other))
        return ask(context) + Response([.viewed(.account(other))])
    }
}
