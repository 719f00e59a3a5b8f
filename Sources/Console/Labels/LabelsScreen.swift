import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The analyst's own labels, newest first, with how many of each hold. Others' labels are not in what it asks for.
struct LabelsScreen: Screen {
    var kind: ScreenKind { .labels }
    var title: StyledText { "Labels" }
    private var list = RowList<LabelRow>()
    private var holding = 0

    init(_ state: ViewState) throws(Problem) {
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    var selection: Selection {
        list.focus.map { .subjects([$0.event.subject]) } ?? .none
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(OwnLabels(analyst: context.analyst), slot: "labels")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: OwnLabels.self) {
            list.take(reply.rows, total: reply.events)
            holding = reply.holding
        } else if let problem = answer.problem {
            list.rows = .failed(problem)
        }
        return Response()
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        if action == .enter, let subject = list.focus?.event.subject {
            let view: ScreenKind = subject.kind == .cluster ? .cluster : .account
            do {
                return .open(try ScreenCatalogue.screen(for: ViewState(view: view.rawValue, subject: subject)))
            } catch {
                return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
            }
        }
        _ = list.move(action, height: max(1, context.area.height - 5))
        return Response()
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area.inset(x: 1)
        let events = SafeText(ours: Count.text(list.count, of: list.total))
        grid.draw(
            ["\(holding) of your labels hold", StyledText("   \(events) events shown, all of them kept", .muted)],
            in: rest.cutTop(1))
        drawTally(on: &grid, in: rest.cutTop(1))
        _ = rest.cutTop(1)
        list.drawState(
            on: &grid, in: rest.row(1), empty: "no label yet: in the queue a digit gives one, and u takes it back")
        guard let rows = list.rows.value, !rows.isEmpty else { return }
        let columns = [
            TableColumn("TIME, \(context.zone.heading)", minimum: 15),
            TableColumn("SUBJECT", minimum: 14, ideal: 24, isTitle: true),
            TableColumn("LABEL", minimum: 15), TableColumn("HOW SURE", minimum: 9, rank: 1),
            TableColumn("SCORE SEEN", minimum: 10, align: .trailing, rank: 3),
            TableColumn("NOTE", minimum: 8, grows: true, rank: 2),
        ]
        let table = Table(
            columns: columns, count: rows.count, position: list.position,
            mark: { row in rows[row].holds && rows[row].event.label != nil ? ("✓", .done) : nil }
        ) { row, column in cell(rows[row], column, context) }
        grid.draw(table, in: Rect(x: area.x, y: rest.y, width: area.width, height: rest.height))
    }

    /// How many of the labels shown hold, by label.
    private func drawTally(on grid: inout Grid, in row: Rect) {
        let held = (list.rows.value ?? []).filter(\.holds)
        let parts: [StyledText] = Label.allCases.compactMap { label in
            let count = held.count { $0.event.label == label }
            return count == 0
                ? nil : [StyledText("\(SafeText(ours: label.rawValue)) ", .label(label.digit)), "\(count)"]
        }
        grid.draw(parts.joined(separator: "   "), in: row)
    }

    private func cell(_ row: LabelRow, _ column: Int, _ context: ScreenContext) -> TableCell {
        let event = row.event
        switch column {
        case 0:
            return .text(
                "\(context.zone.date(event.at)) \(context.zone.time(event.at))\(context.zone.suffix(event.at))", .muted)
        case 1: return .text(context.safe(event.subject.text, limit: 60), row.holds ? .text : .muted)
        case 2:
            guard let label = event.label else { return .text("taken back", .muted) }
            return .text(SafeText(ours: label.rawValue), row.holds ? .label(label.digit) : .muted)
        case 3: return .text(SafeText(ours: event.label == nil ? "" : event.confidence.word), .muted)
        case 4: return .text(SafeText(ours: event.scoreSeen.map { Count.decimal($0, 2) } ?? "–"), .muted)
        default: return .text(event.note.map { context.safe($0) } ?? "", .muted)
        }
    }
}

/// Asks for the analyst's own label events.
struct OwnLabels: Question {
    /// Whose.
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> (rows: [LabelRow], events: Int, holding: Int) {
        let viewer = Viewer(analyst: analyst, now: now)
        let page = try cache.labels(PageRequest(sort: .time, limit: 1_000), for: viewer)
        let counts = try cache.countLabels(for: viewer)
        return (page.rows, counts.events, counts.holding)
    }
}
