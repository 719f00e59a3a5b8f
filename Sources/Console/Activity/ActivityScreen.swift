import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The activity log: who did what to what, newest first.
struct ActivityScreen: Screen {
    var kind: ScreenKind { .activity }
    var title: StyledText { "Activity" }
    private var subjectFilter: String?
    private var list = RowList<Activity>()

    init(_ state: ViewState) throws(Problem) {
        subjectFilter = state["id"]
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        state["id"] = subjectFilter
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(ActivityLines(subject: subjectFilter.map { UntrustedText($0) }), slot: "lines")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: ActivityLines.self) {
            list.take(reply.lines, total: reply.total)
        } else if let problem = answer.problem {
            list.rows = .failed(problem)
        }
        return Response()
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        _ = list.move(action, height: max(1, context.area.height - 3))
        return Response()
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area.inset(x: 1)
        let shown: StyledText =
            "\(SafeText(ours: Count.text(list.count, of: list.total))) lines, each bound to the one before"
        grid.draw(shown, in: rest.cutTop(1), style: .muted)
        _ = rest.cutTop(1)
        list.drawState(on: &grid, in: rest.row(1), empty: "nothing was done yet")
        guard let lines = list.rows.value, !lines.isEmpty else { return }
        let columns = [
            TableColumn("", minimum: 6, align: .trailing, rank: 3),
            TableColumn("TIME, \(context.zone.heading)", minimum: 17),
            TableColumn("WHO", minimum: 8, ideal: 14, rank: 1), TableColumn("WHAT", minimum: 11, isTitle: true),
            TableColumn("TO WHAT", minimum: 12, ideal: 24), TableColumn("MORE", minimum: 10, grows: true, rank: 2),
        ]
        let table = Table(columns: columns, count: lines.count, position: list.position, gutter: 2) { row, column in
            cell(lines[row], column, context)
        }
        grid.draw(table, in: Rect(x: area.x, y: rest.y, width: area.width, height: rest.height))
    }

    private func cell(_ line: Activity, _ column: Int, _ context: ScreenContext) -> TableCell {
        switch column {
        case 0: .text(SafeText(ours: Count.text(line.number)), .faint)
        case 1:
            .text("\(context.zone.date(line.at)) \(context.zone.time(line.at))\(context.zone.suffix(line.at))", .muted)
        case 2: .text(context.safe(line.actor, limit: 40), .text)
        case 3: .text(SafeText(ours: line.action.words), .text)
        case 4: .text(line.subject.map { context.safe($0, limit: 60) } ?? "", .link)
        default: .text(context.safe(line.detailText, limit: 200), .muted)
        }
    }
}

/// Asks for the newest lines of the log.
struct ActivityLines: Question {
    /// Whom the lines must be about; `nil` for all.
    var subject: UntrustedText?

    func answer(from cache: EvidenceCache, now: Instant) throws -> (lines: [Activity], total: Int) {
        let lines = try cache.activity(subject: subject, limit: 1_000)
        return (lines, subject == nil ? try cache.chainHead().number : lines.count)
    }
}
