import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The clusters, with what ties each together; the reasons of the one under the cursor beside the list.
struct ClustersScreen: Screen {
    var kind: ScreenKind { .clusters }
    var title: StyledText { "Clusters" }
    private(set) var filter: String
    private var sort: ClusterSort
    private var isDescending: Bool
    private(set) var list = RowList<ClusterRow>()
    private(set) var ties: Loaded<ClusterTies> = .idle
    private var matching = 0

    init(_ state: ViewState) throws(Problem) {
        filter = state["q"] ?? ""
        let order = state["sort"] ?? "-score"
        isDescending = order.hasPrefix("-")
        sort = ClusterSort(rawValue: isDescending ? String(order.dropFirst()) : order) ?? .score
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        if !filter.isEmpty { state["q"] = filter }
        state["sort"] = (isDescending ? "-" : "") + sort.rawValue
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    var selection: Selection {
        list.focus.map { .subjects([.cluster($0.cluster.id)]) } ?? .none
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(
            ClusterTable(filter: filter, sort: sort, isDescending: isDescending, analyst: context.analyst),
            slot: "table")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: ClusterTable.self) {
            matching = reply.matching
            list.take(reply.rows, total: reply.total)
            return askForTies()
        }
        if let (question, reply) = answer.reply(to: ClusterTies.Wanted.self), question.id == list.focus?.cluster.id {
            ties = .ready(reply)
        } else if let problem = answer.problem {
            list.rows = .failed(problem)
        }
        return Response()
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        self.filter = filter
        list.position = ListPosition()
        return load(context)
    }

    var sorts: [String] { ClusterSort.allCases.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = ClusterSort(rawValue: name) else { return Response() }
        self.sort = sort
        self.isDescending = isDescending ?? (sort != .id)
        list.position = ListPosition()
        return load(context)
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .enter:
            guard let id = list.focus?.cluster.id else { return Response() }
            return .open(ClusterScreen(id))
        case .sort:
            let next = (sorts.firstIndex(of: sort.rawValue) ?? 0) + 1
            return sort(by: sorts[next % sorts.count], isDescending: nil, context)
        case .reverseSort:
            isDescending.toggle()
            return load(context)
        default:
            guard list.move(action, height: max(1, context.area.height - 4)) else { return Response() }
            return askForTies()
        }
    }

    private func askForTies() -> Response {
        guard let id = list.focus?.cluster.id else { return Response() }
        return .ask(ClusterTies.Wanted(id: id), slot: "ties")
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let isWide = area.width >= 120
        let parts = isWide ? area.columns(.share(3, minimum: 76), .share(2), gap: 3) : [area]
        drawTable(on: &grid, in: parts[0], context)
        guard isWide else { return }
        grid.rule(column: parts[1].x - 2, from: area.y, to: area.maxY)
        drawPreview(on: &grid, in: parts[1].inset(x: 1), context)
    }

    private func drawTable(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        var head = rest.cutTop(1).inset(x: 1)
        let counts: StyledText = [
            StyledText(SafeText(ours: Count.text(matching, of: list.total)), .muted), " clusters   ",
            "\(SafeText(ours: sort.rawValue)) \(isDescending ? "↓" : "↑")",
        ]
        grid.draw(counts, in: head.cutRight(counts.width), style: .muted)
        if !filter.isEmpty {
            grid.draw([StyledText("/ ", .accent), StyledText(SafeText(UntrustedText(filter)))], in: head)
        }
        _ = rest.cutTop(1)
        list.drawState(
            on: &grid, in: rest.row(1).inset(x: 1),
            empty: filter.isEmpty
                ? "no cluster: the detector found no accounts that act together"
                : "no cluster is like that; / changes the filter")
        guard let rows = list.rows.value, !rows.isEmpty else { return }
        let columns = [
            TableColumn("CLUSTER", minimum: 7, isTitle: true), TableColumn("STATUS", minimum: 13),
            TableColumn("SCORE", minimum: 5, align: .trailing), TableColumn("ACCOUNTS", minimum: 8, align: .trailing),
            TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 2), TableColumn("TIES", minimum: 4),
            TableColumn("TARGETS", minimum: 8, rank: 1), TableColumn("WHY", minimum: 12, grows: true, rank: 3),
            TableColumn("LAST", minimum: 5, align: .trailing, rank: 4),
        ]
        let table = Table(
            columns: columns, count: rows.count, position: list.position, sorted: nil,
            mark: { row in rows[row].label.map { ("✓", .label($0.label.digit)) } }
        ) { row, column in cell(rows[row], column, context) }
        grid.draw(table, in: rest)
    }

    private func cell(_ row: ClusterRow, _ column: Int, _ context: ScreenContext) -> TableCell {
        let cluster = row.cluster
        switch column {
        case 0: return .text(StyledText(context.safe(cluster.id.text, limit: 20)))
        case 1: return .text(cluster.status.mark)
        case 2: return .text(SafeText(ours: Count.decimal(cluster.score, 2)), .score(cluster.score))
        case 3: return .text(SafeText(ours: Count.text(cluster.size)), .text)
        case 4: return .text(SafeText(ours: Count.text(cluster.exchanges)), .text)
        case 5: return .text(cluster.kinds.letters)
        case 6: return .widget(ShareBar(cluster.targets, count: 8))
        case 7: return .text(SafeText(ours: cluster.reasons.prefix(3).joined(separator: " · ")), .muted)
        default: return .text(context.zone.date(cluster.lastAt), .muted)
        }
    }

    private func drawPreview(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard let row = list.focus else { return }
        var rest = area
        var head = rest.cutTop(1)
        grid.draw(row.cluster.status.mark, in: head.cutRight(14), align: .trailing)
        grid.draw(context.safe(row.cluster.id.text, limit: 20), in: head, style: .focus.bold)
        let span: SafeText = "\(context.zone.date(row.cluster.firstAt)) to \(context.zone.date(row.cluster.lastAt))"
        let facts: [StyledText] = [
            "\(SafeText(ours: Count.text(row.cluster.size, "account")))", StyledText(span),
            "\(row.flaggedMembers) flagged", "\(row.labelledMembers) labelled by you",
        ]
        let line = rest.cutTop(1)
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
        _ = rest.cutTop(1)
        guard let ties = ties.value else { return }
        let used = ties.drawIndicators(on: &grid, in: rest, limit: max(3, rest.height - 10), context)
        _ = rest.cutTop(used + 1)
        grid.drawTargets(row.cluster.targets, in: rest)
    }
}

extension ClusterStatus {
    /// The status as a mark and a word.
    var mark: StyledText {
        switch self {
        case .coordinated: [StyledText("● ", .danger), "coordinated"]
        case .candidate: [StyledText("◐ ", .warning), "candidate"]
        case .dismissed: [StyledText("○ ", .muted), StyledText("dismissed", .muted)]
        }
    }
}

/// Asks for the table of clusters. There are tens of them, hundreds at most, so the list is held whole.
struct ClusterTable: Question {
    var filter: String
    var sort: ClusterSort
    var isDescending: Bool
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> (rows: [ClusterRow], matching: Int, total: Int) {
        let viewer = Viewer(analyst: analyst, now: now)
        let filter = try Filter(parsing: filter)
        let request = PageRequest(filter: filter, sort: sort, isDescending: isDescending, limit: 2_000)
        let page = try cache.clusters(request, for: viewer)
        let total = try cache.countClusters(.everything, for: viewer)
        return (page.rows, try cache.countClusters(filter, for: viewer), total)
    }
}
