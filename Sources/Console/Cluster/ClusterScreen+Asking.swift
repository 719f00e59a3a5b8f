import Evidence
import EvidenceCache
import HostileText
import TextUI

extension ClusterScreen {
    private static let page = 120

    func rooms(_ context: ScreenContext) -> ClusterRooms {
        ClusterRooms(
            context.area, style: style(context), isInMembers: isInMembers, hasChain: chain != nil,
            changes: sheet.value?.changes.lines.count ?? 0)
    }

    mutating func load(_ context: ScreenContext) -> Response {
        order.analyst = context.analyst
        var response = Response([.ask(ClusterSheet.Wanted(id: id, analyst: context.analyst), slot: "sheet")])
        let from = list.isLoaded ? nil : wanted
        let held = min(600, max(Self.page, list.rows.count))
        response.effects.append(
            .ask(
                MemberPage(order: order, start: list.anchor.map { .from($0) } ?? .first, limit: held, from: from),
                slot: "rows"))
        if let chain { response.effects.append(.ask(chain.question(id), slot: "chain")) }
        return response
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: ClusterSheet.Wanted.self) {
            sheet = .ready(reply)
            looked.formUnion(reply.looked)
            matrix = reply.matrix
            let response = sketch(context)
            if case .over(let brush, _) = brushed { return response + select(brush) }
            return response
        }
        if let (asked, reply) = answer.reply(to: MemberPage.self), asked.order == order {
            take(reply, asked, isMore: answer.slot == "more", context)
            return followFocus(context)
        }
        if let (asked, positions) = answer.reply(to: ClusterLayout.self), let laying, laying.wanted == asked {
            picture = ClusterPicture(sketch: laying.sketch, positions: positions)
            self.laying = nil
            keepCursor()
            return followFocus(context)
        }
        if let (asked, reply) = answer.reply(to: MemberDetailWanted.self), asked.account == focus?.account {
            detail = reply
        }
        if let (asked, reply) = answer.reply(to: MuteHistory.self), asked.indicator == focus?.indicator {
            mutes = reply
        }
        if let (asked, reply) = answer.reply(to: BrushedAccounts.self) { return take(reply, for: asked) }
        if let (_, reply) = answer.reply(to: GroupMembers.self) { return unfold(reply, context) }
        if let (asked, reply) = answer.reply(to: WhyTogether.self), chain?.question(id) == asked {
            chain?.steps = .ready(reply)
        }
        guard let problem = answer.problem else { return Response() }
        if answer.slot == "sheet" { sheet = .failed(problem) }
        return Response(notice: Notice(StyledText(SafeText(ours: problem.sentence)), isProblem: true))
    }

    private mutating func take(_ reply: MemberPage.Reply, _ asked: MemberPage, isMore: Bool, _ context: ScreenContext) {
        let height = rooms(context).memberRows
        guard !isMore else {
            return list.extend(with: reply.page, for: asked.start, limit: asked.limit, height: height)
        }
        let focus = wanted ?? list.focus?.membership.account
        wanted = nil
        let isLast = asked.start == .last
        let before = isLast ? max(0, (list.total ?? 0) - reply.page.rows.count) : reply.before
        list.replace(
            with: reply.page, before: before, reachesEnd: isLast || reply.page.rows.count < asked.limit, height: height
        ) { $0.membership.account == focus }
    }

    /// Chooses what is drawn, and asks where it stands if that is not known.
    mutating func sketch(_ context: ScreenContext) -> Response {
        guard let sheet = sheet.value else { return Response() }
        list.total = sheet.members
        let style = style(context)
        let rooms = rooms(context)
        guard style != .matrix, style != .list, !rooms.drawing.isEmpty else {
            picture = nil
            laying = nil
            keepCursor()
            return followFocus(context)
        }
        wishes.rows = rooms.drawing.height
        let sketch = ClusterSketch(sheet, style, wishes, context)
        let layout = ClusterLayout(sketch, in: rooms.drawing, seed: id.text.stableHash)
        laying = (layout, sketch)
        return .ask(layout, slot: "layout")
    }

    /// Puts the cursor on something that is there.
    mutating func keepCursor() {
        guard let sheet = sheet.value else { return }
        switch true {
        case picture != nil:
            if let cursor, picture?.sketch.place(of: cursor) != nil { return }
            cursor = picture?.sketch.items.first { $0.node.account != nil }?.node ?? picture?.sketch.items.first?.node
        case style == .matrix:
            guard let matrix, !matrix.groups.isEmpty else { return }
            cell = cell.moved(.refresh, count: matrix.groups.count)
            cursor = .group(matrix.groups[cell.row].holding)
        default:
            if let indicator = cursor?.indicator, sheet.values.contains(where: { $0.indicator.id == indicator }) {
                return
            }
            cursor = sheet.values.first.map { .value($0.indicator.id) }
        }
    }

    /// Asks for what the focus needs: the next part of the list, and what is known of it.
    mutating func followFocus(_ context: ScreenContext) -> Response {
        var response = Response()
        if let start = list.missing(height: rooms(context).memberRows) {
            response.effects.append(.ask(MemberPage(order: order, start: start, limit: Self.page), slot: "more"))
        }
        if let account = focus?.account, detail?.row.membership.account != account {
            let wanted = MemberDetailWanted(account: account, cluster: id, analyst: context.analyst)
            response.effects.append(.askAtRest(wanted, slot: "detail"))
        }
        if let indicator = focus?.indicator {
            mutes = []
            response.effects.append(.askAtRest(MuteHistory(indicator: indicator), slot: "mutes"))
        }
        return response
    }
}
