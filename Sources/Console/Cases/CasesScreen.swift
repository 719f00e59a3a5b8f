import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The cases, open ones first.
struct CasesScreen: Screen {
    var kind: ScreenKind { .cases }
    var title: StyledText { "Cases" }
    private var list = RowList<CaseRow>()
    private var preview: CaseFile?

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
            return askForPreview(context)
        }
        if let (asked, reply) = answer.reply(to: WholeCase.self) {
            if asked.id == list.focus?.file.id { preview = reply }
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
            return askForPreview(context)
        }
    }

    /// Whether there is room for what is known of the case under the cursor.
    private static func previewWidth(_ area: Rect) -> Int { area.width >= 140 ? area.width * 2 / 5 : 0 }

    private func askForPreview(_ context: ScreenContext) -> Response {
        guard Self.previewWidth(context.area) > 0, let id = list.focus?.file.id else { return Response() }
        return Response([.askAtRest(WholeCase(id: id, analyst: context.analyst), slot: "preview")])
    }

    private func drawPreview(_ row: CaseRow, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        grid.draw(context.safe(row.file.title, columns: rest.width), in: rest.cutTop(1), style: .focus.bold)
        grid.draw(row.contentsText, in: rest.cutTop(1), style: .muted)
        _ = rest.cutTop(1)
        guard let preview, preview.row.file.id == row.file.id else { return }
        preview.drawBundles(nil, on: &grid, in: &rest, context)
        preview.drawNotes(on: &grid, in: rest, context)
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
            TableColumn("STATUS", minimum: 8), TableColumn("HOLDS", minimum: 20, ideal: 36, rank: 2),
            TableColumn("NOTES", minimum: 5, align: .trailing, rank: 3),
            TableColumn("BY", minimum: 9, ideal: 12, rank: 4),
            TableColumn("CHANGED", minimum: 7, align: .trailing, rank: 1), TableColumn("BUNDLE", minimum: 22),
        ]
        let table = Table(columns: columns, count: rows.count, position: list.position) { row, column in
            cell(rows[row], column, context)
        }
        let width = Self.previewWidth(area)
        grid.draw(
            table, in: Rect(x: area.x, y: rest.y, width: area.width - width - (width > 0 ? 2 : 0), height: rest.height))
        guard width > 0, let row = list.focus else { return }
        let panel = Rect(x: area.maxX - width, y: rest.y, width: width, height: rest.height)
        grid.rule(column: panel.x - 1, from: panel.y, to: area.maxY)
        drawPreview(row, on: &grid, in: panel.inset(x: 1), context)
    }

    /// When it was last written out, and how much changed since.
    private func bundle(of row: CaseRow, _ context: ScreenContext) -> StyledText {
        guard let at = row.exportedAt else { return StyledText("none yet", row.items > 0 ? .muted : .faint) }
        let when = context.zone.date(at)
        guard row.changesSince > 0 else { return [StyledText("✓ ", .done), "\(when), as it is"] }
        return [StyledText("≠ ", .warning), "\(when), \(Count.safe(row.changesSince, "change"))"]
    }

    private func cell(_ row: CaseRow, _ column: Int, _ context: ScreenContext) -> TableCell {
        switch column {
        case 0: .text(context.safe(row.file.id.text, limit: 20), .accent)
        case 1: .text(StyledText(context.safe(row.file.title)))
        case 2:
            .text(row.file.status == .open ? [StyledText("● ", .done), "open"] : StyledText("○ closed", .muted))
        case 3: .text(row.contentsText, row.items > 0 ? .text : .muted)
        case 4: .text(SafeText(ours: Count.text(row.notes)), .muted)
        case 5: .text(context.safe(row.file.analyst, limit: 30), .muted)
        case 6: .text(SafeText(ours: Age.text(milliseconds: context.now - row.file.changedAt)), .muted)
        default: .text(bundle(of: row, context))
        }
    }
}

/// Asks for all cases.
struct AllCases: Question {
    func answer(from cache: EvidenceCache, now: Instant) throws -> [CaseRow] { try cache.cases() }
}
