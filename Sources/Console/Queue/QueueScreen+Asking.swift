import Evidence
import EvidenceCache
import HostileText
import TextUI

extension QueueScreen {
    private static let rows = "rows"
    private static let more = "more"
    private static let count = "count"
    private static let subjects = "subjects"
    private static let preview = "preview"

    mutating func load(_ context: ScreenContext) -> Response {
        order.analyst = context.analyst
        let held = list.rows.count + QueueLayout(context.area).rows
        let start: PageStart = startsAnew ? .first : list.anchor.map { .from($0) } ?? .first
        let page = QueuePage(
            order: order, start: start, limit: startsAnew || !list.isLoaded ? 60 : min(600, max(60, held)),
            from: list.isLoaded ? nil : wanted)
        previewed = nil
        return Response([.ask(page, slot: Self.rows), .ask(QueueCount(order: order), slot: Self.count)])
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        let height = QueueLayout(context.area).rows
        if let problem = answer.problem {
            if answer.slot == Self.rows { self.problem = problem }
            return Response(notice: Notice(StyledText(.init(ours: problem.sentence)), isProblem: true))
        }
        if let (asked, reply) = answer.reply(to: QueuePage.self) {
            guard asked.order == order else { return Response() }
            problem = nil
            if answer.slot == Self.rows {
                take(reply, asked, height: height)
            } else {
                list.extend(with: reply.page, for: asked.start, limit: asked.limit, height: height)
            }
            return follow(context)
        }
        if let (asked, reply) = answer.reply(to: QueueCount.self), asked.order == order {
            list.total = reply.matching
            all = reply.all
            list.position.settle(count: list.count, height: height)
        }
        if let (asked, reply) = answer.reply(to: QueueSubjects.self), asked.order == order { marks.add(reply) }
        if let (asked, reply) = answer.reply(to: FlagPreview.self), asked == previewed {
            preview = .ready(reply)
            previewRow = list.rows.first { $0.flag.id == asked.flag }
        }
        return Response()
    }

    private mutating func take(_ reply: QueuePage.Reply, _ asked: QueuePage, height: Int) {
        let focus = startsAnew ? nil : list.focus?.flag.id ?? wanted
        if startsAnew { list.position = ListPosition() }
        wanted = nil
        startsAnew = false
        let isLast = asked.start == .last
        let before = isLast ? max(0, (list.total ?? 0) - reply.page.rows.count) : reply.before
        list.replace(
            with: reply.page, before: before, reachesEnd: isLast || reply.page.rows.count < asked.limit, height: height
        ) { $0.flag.id == focus }
    }

    /// Asks for what the cursor needs: the next part of the list, and the preview.
    mutating func follow(_ context: ScreenContext) -> Response {
        var response = QueueLayout(context.area).preview.width > 0 ? askPreview() : Response()
        if let start = list.missing(height: QueueLayout(context.area).rows) {
            response.effects.append(.ask(QueuePage(order: order, start: start, limit: 120), slot: Self.more))
        }
        return response
    }

    private mutating func askPreview() -> Response {
        guard let row = list.focus else {
            preview = .idle
            previewed = nil
            previewRow = nil
            return Response()
        }
        let wanted = FlagPreview(
            flag: row.flag.id, subject: row.flag.subject, cluster: row.clusterID, analyst: order.analyst)
        guard wanted != previewed else { return Response() }
        previewed = wanted
        return Response([.askAtRest(wanted, slot: Self.preview)])
    }

    /// Asks for all subjects of the filter, to mark them.
    func askSubjects() -> Response { .ask(QueueSubjects(order: order), slot: Self.subjects) }
}
