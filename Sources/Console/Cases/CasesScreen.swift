import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The cases, open ones first.
struct CasesScreen: Screen {
    var kind: ScreenKind { .cases }
    var title: StyledText { "Cases" }
    private var list = RowList<CaseRow>()

    init(_ state: ViewState) throws(Problem) {
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(AllCases(), slot: "cases")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: AllCases.self) {
            list.take(reply, total: reply.count)
        } else if let problem = answer.problem {
            list.rows = .failed(problem)
        }
        return Response()
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter, .export: list.focus == nil ? .unavailable("there is no case yet; N opens one") : .available
        default: .available
        }
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .enter:
            guard let id = list.focus?.file.id else { return Response() }
            return .open(CaseScreen(id))
        case .export:
            guard let id = list.focus?.file.id else { return Response() }
            return Response(navigation: .ask(.exportDirectory(id)))
        default:
            _ = list.move(action, height: max(1, context.area.height - 4))
            return Response()
        }
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area.inset(x: 1)
        let open = (list.rows.value ?? []).count { $0.file.status == .open }
        grid.draw(
            "\(open) of \(list.count) cases open   a case stays on this machine until it is exported",
            in: rest.cutTop(1), style: .muted)
        _ = rest.cutTop(1)
        list.drawState(
            on: &grid, in: rest.row(1),
            empty: "no case yet: a puts what is under the cursor into one, N opens an empty one")
        guard let rows = list.rows.value, !rows.isEmpty else { return }
        let columns = [
            TableColumn("CASE", minimum: 9), TableColumn("TITLE", minimum: 20, grows: true, isTitle: true),
            TableColumn("STATUS", minimum: 6, rank: 1), TableColumn("ITEMS", minimum: 6, align: .trailing),
            TableColumn("NOTES", minimum: 6, align: .trailing, rank: 2),
            TableColumn("BY", minimum: 10, ideal: 14, rank: 3), TableColumn("CHANGED", minimum: 8, align: .trailing),
        ]
        let table = Table(columns: columns, count: rows.count, position: list.position) { row, column in
            cell(rows[row], column, context)
        }
        grid.draw(table, in: Rect(x: area.x, y: rest.y, width: area.width, height: rest.height))
    }

    private func cell(_ row: CaseRow, _ column: Int, _ context: ScreenContext) -> TableCell {
        switch column {
        case 0: .text(context.safe(row.file.id.text, limit: 20), .accent)
        case 1: .text(StyledText(context.safe(row.file.title)))
        case 2: .text(SafeText(ours: row.file.status.rawValue), row.file.status == .open ? .text : .muted)
        case 3: .text(SafeText(ours: Count.text(row.items)), .text)
        case 4: .text(SafeText(ours: Count.text(row.notes)), .muted)
        case 5: .text(context.safe(row.file.analyst, limit: 30), .muted)
        default: .text(SafeText(ours: Age.text(milliseconds: context.now - row.file.changedAt)), .muted)
        }
    }
}

/// Asks for all cases.
struct AllCases: Question {
    func answer(from cache: EvidenceCache, now: Instant) throws -> [CaseRow] { try cache.cases() }
}
