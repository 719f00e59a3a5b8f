import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One case: what it holds, and what was noted.
struct CaseScreen: Screen {
    var kind: ScreenKind { .case }
    private let id: CaseID
    private var file: Loaded<CaseFile> = .idle
    private var list = RowList<CaseItem>()

    /// Opens a case.
    init(_ id: CaseID) {
        self.id = id
    }

    init(_ state: ViewState) throws(Problem) {
        guard let id = state["id"] else { throw Problem("which case? add id:case-1") }
        self.init(CaseID(id))
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var title: StyledText {
        var title = StyledText(SafeText(id.text, limit: 20))
        if let row = file.value?.row { title.append("  \(SafeText(row.file.title, limit: 80))", .text) }
        return title
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue, id: id.text)
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    var selection: Selection {
        switch list.focus?.thing {
        case .account(let id): .subjects([.account(id)])
        case .cluster(let id): .subjects([.cluster(id)])
        default: .none
        }
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(WholeCase(id: id), slot: "case")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: WholeCase.self) {
            file = .ready(reply)
            list.take(reply.items, total: reply.items.count)
        } else if let problem = answer.problem {
            file = .failed(problem)
            list.rows = .failed(problem)
        }
        return Response()
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .export: return Response(navigation: .ask(.exportDirectory(id)))
        case .writeNote: return Response(navigation: .ask(.caseNote(id)))
        case .removeItem:
            guard let thing = list.focus?.thing else { return Response() }
            return Response([.decide(.removeFromCase(id, thing))])
        case .enter: return openFocus()
        default:
            _ = list.move(action, height: max(1, context.area.height - 6))
            return Response()
        }
    }

    private func openFocus() -> Response {
        guard let thing = list.focus?.thing else { return Response() }
        do {
            return .open(try ScreenCatalogue.screen(for: ViewState(showing: thing)))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area.inset(x: 1)
        if let row = file.value?.row {
            let (at, zone) = (row.file.createdAt, context.zone)
            let opened: SafeText = "\(zone.fullDate(at)) \(zone.time(at))\(zone.suffix(at))"
            grid.draw(
                "\(SafeText(ours: row.file.status.rawValue)) · opened \(opened) by \(context.safe(row.file.analyst, limit: 30)) · \(Count.safe(row.items, "item")) · \(Count.safe(row.notes, "note"))",
                in: rest.cutTop(1), style: .muted)
        } else {
            _ = rest.cutTop(1)
        }
        _ = rest.cutTop(1)
        let isWide = area.width >= 110
        let parts = isWide ? rest.columns(.share(3), .share(2), gap: 3) : rest.rows(.share(3), .share(2), gap: 1)
        drawItems(on: &grid, in: parts[0], context)
        if isWide { grid.rule(column: parts[1].x - 2, from: rest.y, to: rest.maxY) }
        drawNotes(on: &grid, in: parts[1], context)
    }

    private func drawItems(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        list.drawState(
            on: &grid, in: area.row(1), empty: "nothing in it yet: a on an account, cluster or exchange puts it here")
        guard let items = list.rows.value, !items.isEmpty else { return }
        let columns = [
            TableColumn("KIND", minimum: 12), TableColumn("ITEM", minimum: 14, grows: true, isTitle: true),
            TableColumn("BY", minimum: 9, ideal: 14, rank: 2),
            TableColumn("PUT IN, \(context.zone.heading)", minimum: 11, align: .trailing, rank: 1),
        ]
        let table = Table(columns: columns, count: items.count, position: list.position, gutter: 2) { row, column in
            let item = items[row]
            return switch column {
            case 0: .text(SafeText(ours: item.thing.kind), .muted)
            case 1: .text(StyledText(context.safe(item.thing.idText, limit: 100)))
            case 2: .text(context.safe(item.analyst, limit: 30), .muted)
            default: .text("\(context.zone.date(item.at)) \(context.zone.minute(item.at))", .muted)
            }
        }
        grid.draw(table, in: area)
    }

    private func drawNotes(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        grid.drawHeading("NOTES", "m writes one", in: rest.cutTop(1))
        for note in (file.value?.notes ?? []).reversed() where rest.height > 1 {
            let head: SafeText =
                "\(context.zone.date(note.at)) \(context.zone.minute(note.at)) \(context.safe(note.analyst, limit: 30))"
            grid.draw(head, in: rest.cutTop(1), style: .muted)
            let used = grid.draw(paragraph: StyledText(context.safe(note.text, limit: 2_000)), in: rest)
            _ = rest.cutTop(used + 1)
        }
    }
}

/// A case with all that it holds.
struct CaseFile: Sendable {
    var row: CaseRow
    var items: [CaseItem]
    var notes: [CaseNote]
}

/// Asks for a case with all that it holds.
struct WholeCase: Question {
    var id: CaseID

    func answer(from cache: EvidenceCache, now: Instant) throws -> CaseFile {
        guard let row = try cache.caseFile(id) else {
            throw Problem("there is no case \(SafeText(id.text, limit: 40)); g k lists the cases")
        }
        return CaseFile(row: row, items: try cache.items(of: id), notes: try cache.notes(of: id))
    }
}

extension CaseItem.Thing {
    /// The kind as a word.
    var kind: String {
        switch self {
        case .account: "account"
        case .cluster: "cluster"
        case .conversation: "conversation"
        case .exchange: "exchange"
        }
    }

    /// The id, whatever kind it is.
    var idText: UntrustedText {
        switch self {
        case .account(let id): id.text
        case .cluster(let id): id.text
        case .conversation(let id): id.text
        case .exchange(let id): id.text
        }
    }
}
