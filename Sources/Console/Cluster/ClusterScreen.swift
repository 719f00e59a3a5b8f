import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One cluster: the drawing of what ties it together, its members, and the reasons of the one in focus.
struct ClusterScreen: Screen {
    var kind: ScreenKind { .cluster }
    let id: ClusterID
    private var sheet: Loaded<ClusterSheet> = .idle
    /// The list of members is the primary view; the drawing has a cursor of its own.
    private var list = RowList<MemberRow>()
    private var node = 0
    private var isInDrawing = false

    /// Opens a cluster.
    init(_ id: ClusterID) {
        self.id = id
    }

    init(_ state: ViewState) throws(Problem) {
        guard let subject = state.subject, case .cluster(let id) = subject else {
            throw Problem("which cluster? add id:C-001; g c lists them")
        }
        self.init(id)
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
        isInDrawing = state["pane"] == "drawing"
    }

    var title: StyledText { StyledText(SafeText(id.text, limit: 20)) }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue, id: id.text)
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        if isInDrawing { state["pane"] = "drawing" }
        return state
    }

    var selection: Selection { .subjects([.cluster(id)]) }

    /// The member that the reasons are about.
    private var focus: MemberRow? {
        guard isInDrawing, let sheet = sheet.value, case .member(let number) = sheet.picture.nodes[node] else {
            return list.focus
        }
        return sheet.members[number]
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        if case .cluster(let id) = subject { return ClusterScreen(id) }
        return nil
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(ClusterSheet.Wanted(id: id, analyst: context.analyst), slot: "cluster")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: ClusterSheet.Wanted.self) {
            sheet = .ready(reply)
            node = min(node, max(0, reply.picture.nodes.count - 1))
            if reply.picture.nodes.isEmpty { isInDrawing = false }
            list.take(reply.members, total: reply.row.cluster.size)
        } else if let problem = answer.problem {
            sheet = .failed(problem)
        }
        return Response()
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .nextPane, .previousPane:
            let hasDrawing = Self.hasDrawing(context.area.width) && !(sheet.value?.picture.nodes.isEmpty ?? true)
            isInDrawing = hasDrawing && !isInDrawing
            return Response()
        case .enter:
            guard let account = focus?.membership.account else { return Response() }
            do {
                let state = ViewState(view: ScreenKind.account.rawValue, subject: .account(account))
                return .open(try ScreenCatalogue.screen(for: state))
            } catch {
                return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
            }
        case .moveUp, .moveDown, .moveLeft, .moveRight:
            if isInDrawing {
                if let next = sheet.value?.picture.nearest(to: node, action) { node = next }
                return Response()
            }
            _ = list.move(action, height: 10)
            return Response()
        default:
            _ = list.move(action, height: 10)
            return Response()
        }
    }

    private static func hasDrawing(_ width: Int) -> Bool { width >= 110 }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        switch sheet {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: rest.inset(x: 1), style: .danger)
        case .ready(let sheet):
            drawSummary(sheet.row, on: &grid, in: rest.cutTop(1).inset(x: 1), context)
            _ = rest.cutTop(1)
            guard Self.hasDrawing(area.width) else {
                return drawSide(sheet, on: &grid, in: rest.inset(x: 1), context)
            }
            _ = rest.cutRight(1)
            let parts = rest.columns(.share(5), .share(3, minimum: 52), gap: 3)
            drawPicture(sheet, on: &grid, in: parts[0], context)
            grid.rule(column: parts[1].x - 2, from: rest.y, to: rest.maxY)
            drawSide(sheet, on: &grid, in: parts[1], context)
        default: break
        }
    }

    private func drawSummary(_ row: ClusterRow, on grid: inout Grid, in line: Rect, _ context: ScreenContext) {
        let cluster = row.cluster
        var line = line
        let label: StyledText =
            row.label.map {
                [
                    StyledText("✓ ", .label($0.label.digit)),
                    StyledText(SafeText(ours: $0.label.rawValue), .label($0.label.digit)),
                ]
            } ?? StyledText(line.width < 100 ? "no label" : "no label of yours", .muted)
        grid.draw(label, in: line.cutRight(label.width), align: .trailing)
        _ = line.cutRight(2)
        let ofEvidence: SafeText = line.width < 100 ? "" : " of evidence"
        let facts: [StyledText] = [
            cluster.status.mark + ", \(SafeText(ours: Count.text(cluster.kinds.count, "kind")))\(ofEvidence)",
            ["score ", StyledText(SafeText(ours: Count.decimal(cluster.score, 2)), .score(cluster.score))],
            "\(SafeText(ours: Count.text(cluster.size, "account")))",
            "\(SafeText(ours: Count.text(cluster.exchanges, "exchange")))",
            "first seen \(context.zone.date(cluster.firstAt))",
        ]
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
    }

    private func drawPicture(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area.inset(x: 1)
        let foot = rest.cutBottom(1)
        let drawing = sheet.picture.drawing(
            members: sheet.members, ties: sheet.ties, cursor: isInDrawing ? node : nil, context)
        grid.draw(drawing, in: rest)
        let members = SafeText(ours: Count.text(sheet.picture.drawnMembers, of: sheet.row.cluster.size))
        let values = SafeText(ours: Count.text(min(8, sheet.ties.indicators.count), of: sheet.ties.total))
        grid.draw(
            ["drawn \(members) accounts, \(values) shared values", StyledText("   tab moves here and back", .faint)],
            in: foot, style: .muted)
    }

    private func drawSide(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        if let member = focus {
            var head = rest.cutTop(1)
            if let score = member.account?.score {
                grid.draw(
                    SafeText(ours: Count.decimal(score, 2)), in: head.cutRight(5), style: .score(score),
                    align: .trailing)
            }
            grid.draw(context.safe(member.membership.account.text, limit: 60), in: head, style: .focus.bold)
            let kinds = SafeText(ours: Count.text(member.membership.kinds.count, "kind"))
            grid.draw(
                ["linked to the cluster by \(kinds)  ", member.membership.kinds.letters], in: rest.cutTop(1),
                style: .muted)
            _ = rest.cutTop(1)
            let held = Set(member.membership.indicators)
            let own = ClusterTies(
                indicators: sheet.ties.indicators.filter { held.contains($0.indicator.id) }, total: held.count)
            let used = own.drawIndicators(on: &grid, in: rest, limit: max(2, rest.height / 3), context)
            _ = rest.cutTop(used + 1)
        }
        drawMembers(sheet, on: &grid, in: rest, context)
    }

    private func drawMembers(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let foot = rest.cutBottom(1)
        let shown = SafeText(ours: Count.text(sheet.members.count, of: sheet.row.cluster.size))
        let columns = [
            TableColumn("\(shown) MEMBERS", minimum: 14, grows: true, isTitle: true),
            TableColumn("SCORE", minimum: 5, align: .trailing), TableColumn("TIES", minimum: 4),
            TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 1),
            TableColumn("FIRMNESS", minimum: 8, align: .trailing, rank: 2),
        ]
        var position = list.position
        position.settle(count: sheet.members.count, height: max(1, rest.height - 1))
        let table = Table(
            columns: columns, count: sheet.members.count, position: position, hasFocus: !isInDrawing,
            mark: { row in sheet.members[row].label.map { ("✓", .label($0.label.digit)) } }
        ) { row, column in
            let member = sheet.members[row]
            return switch column {
            case 0: .text(StyledText(context.safe(member.membership.account.text, limit: 60)))
            case 1:
                .text(
                    SafeText(ours: member.account?.score.map { Count.decimal($0, 2) } ?? "–"),
                    .score(member.account?.score ?? 0))
            case 2: .text(member.membership.kinds.letters)
            case 3: .text(SafeText(ours: member.account.map { Count.text($0.exchanges) } ?? "–"), .text)
            default: .text(SafeText(ours: Count.decimal(member.membership.weight, 2)), .muted)
            }
        }
        grid.draw(table, in: rest)
        let kinds: StyledText = EvidenceKind.allCases.map { kind in
            [StyledText(kind.letter, kind.style.bold), " \(SafeText(ours: kind.rawValue))"]
        }.joined(separator: "  ")
        grid.draw(kinds, in: foot, style: .muted)
    }
}

/// All that the screen of one cluster shows.
struct ClusterSheet: Sendable {
    var row: ClusterRow
    var members: [MemberRow]
    var ties: ClusterTies
    var picture: ClusterPicture

    /// Asks for it: the cluster, its firmest members, and what ties them together, laid out.
    struct Wanted: Question {
        var id: ClusterID
        var analyst: UntrustedText

        private static let mostMembers = 1_000

        func answer(from cache: EvidenceCache, now: Instant) throws -> ClusterSheet {
            let viewer = Viewer(analyst: analyst, now: now)
            guard let row = try cache.cluster(id, for: viewer) else {
                throw Problem("there is no cluster \(SafeText(id.text, limit: 40)); g c lists them")
            }
            let request = PageRequest<MemberSort>(sort: .weight, limit: Self.mostMembers)
            let members = try cache.members(of: id, request, for: viewer).rows
            let found = try cache.indicators(of: id)
            let ties = ClusterTies(indicators: found.rows, total: found.total)
            let picture = ClusterPicture(
                members: members, ties: ties, size: row.cluster.size, seed: id.text.stableHash)
            return ClusterSheet(row: row, members: members, ties: ties, picture: picture)
        }
    }
}
