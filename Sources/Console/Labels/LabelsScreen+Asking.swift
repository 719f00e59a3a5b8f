import Evidence
import EvidenceCache
import HostileText
import TextUI

extension LabelsScreen {
    mutating func load(_ context: ScreenContext) -> Response {
        order.analyst = context.analyst
        let held = min(600, max(60, list.rows.count))
        let start: PageStart = startsAnew ? .first : list.anchor.map { .from($0) } ?? .first
        let page = LabelPage(
            order: order, start: start, limit: startsAnew ? 60 : held, from: list.isLoaded ? nil : wanted)
        history = nil
        var response = Response([.ask(page, slot: "rows"), .ask(LabelCount(order: order), slot: "count")])
        if seesOthers {
            let wanted = AgreementWanted(analyst: order.analyst, sight: order.sight)
            response.effects.append(.ask(wanted, slot: "agreement"))
        }
        return response
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        let height = LabelsLayout(context.area).rows
        if let problem = answer.problem {
            if answer.slot == "rows" { self.problem = problem }
            return Response(notice: Notice(StyledText(SafeText(ours: problem.sentence)), isProblem: true))
        }
        if let (asked, reply) = answer.reply(to: LabelPage.self), asked.order == order {
            problem = nil
            if answer.slot == "more" {
                list.extend(with: reply.page, for: asked.start, limit: asked.limit, height: height)
            } else {
                take(reply, asked, height: height)
            }
            return follow(context)
        }
        if let (asked, reply) = answer.reply(to: LabelCount.self), asked.order == order {
            counts = reply
            list.total = reply.matching
            list.position.settle(count: list.count, height: height)
        }
        if let (asked, reply) = answer.reply(to: LabelHistory.self), asked.subject == list.focus?.event.subject {
            history = (asked.subject, reply)
        }
        if let (_, reply) = answer.reply(to: AgreementWanted.self) { agreement = .ready(reply) }
        return Response()
    }

    private mutating func take(_ reply: LabelPage.Reply, _ asked: LabelPage, height: Int) {
        let focus = startsAnew ? nil : list.focus?.event.id ?? wanted
        if startsAnew { list.position = ListPosition() }
        wanted = nil
        startsAnew = false
        let isLast = asked.start == .last
        let before = isLast ? max(0, (list.total ?? 0) - reply.page.rows.count) : max(reply.before, held(asked.start))
        list.replace(
            with: reply.page, before: before, reachesEnd: isLast || reply.page.rows.count < asked.limit, height: height
        ) { $0.event.id == focus }
    }

    /// How many rows stand before a list that is read again from where it was.
    private func held(_ start: PageStart) -> Int {
        if case .from = start { list.offset } else { 0 }
    }

    /// Asks for what the cursor needs: the next part of the list, and the history of its subject.
    mutating func follow(_ context: ScreenContext) -> Response {
        let layout = LabelsLayout(context.area)
        var response = Response()
        if let start = list.missing(height: layout.rows) {
            response.effects.append(.ask(LabelPage(order: order, start: start, limit: 120), slot: "more"))
        }
        if layout.panel.width > 0, let subject = list.focus?.event.subject, history?.of != subject {
            let wanted = LabelHistory(subject: subject, analyst: order.analyst, sight: order.sight)
            response.effects.append(.askAtRest(wanted, slot: "history"))
        }
        return response
    }

    /// Shows everybody's labels from now on: the look is in the log. Those that others dispute come first.
    mutating func open(_ reveal: Reveal, _ context: ScreenContext) -> Response {
        order.sight = .all(reveal)
        order.sort = .disputes
        order.isDescending = true
        startsAnew = true
        return load(context)
    }
}
