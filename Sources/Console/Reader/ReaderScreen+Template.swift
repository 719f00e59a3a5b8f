import Evidence
import EvidenceCache
import Feed
import HostileText
import TextUI

/// The exchanges of one template that `T` goes through.
struct TemplateRing: Hashable, Sendable {
    var template: TemplateID
    /// Where it began first, then those of other accounts.
    var exchanges: [ExchangeID]
    var place: Int

    /// The same, one further; after the last comes where it began.
    var next: TemplateRing {
        TemplateRing(template: template, exchanges: exchanges, place: (place + 1) % max(1, exchanges.count))
    }
}

extension ReaderScreen {
    /// The exchange that is read, and its template.
    var currentExchange: CachedExchange? {
        guard let turns = reading.value?.turns, turns.indices.contains(currentTurn) else { return nil }
        return turns[currentTurn]
    }

    var currentTemplate: TemplateID? { currentExchange?.document.template }

    /// Goes to the next exchange of the same template, whoever made it.
    mutating func goAround(_ context: ScreenContext) -> Response {
        guard let template = currentTemplate else { return Response() }
        if let ring, ring.template == template, ring.exchanges[ring.place] == currentExchange?.document.exchange.id {
            return follow(ring.next, context)
        }
        guard let account = reading.value?.account else { return Response() }
        return .ask(SameTemplate(template: template, account: account), slot: "same-template")
    }

    /// Takes in which exchanges have the template; `nil` if the answer is to something else.
    mutating func goAround(_ answer: Answer, _ context: ScreenContext) -> Response? {
        guard let (question, found) = answer.reply(to: SameTemplate.self) else { return nil }
        guard let here = currentExchange?.document.exchange.id, currentTemplate == question.template else {
            return Response()
        }
        let others = found.filter { $0 != here }
        guard !others.isEmpty else {
            return Response(notice: Notice("no other exchange of this template is cached"))
        }
        return follow(TemplateRing(template: question.template, exchanges: [here] + others, place: 1), context)
    }

    private mutating func follow(_ next: TemplateRing, _ context: ScreenContext) -> Response {
        take(next)
        let place = Count.safe(next.place + 1, of: next.exchanges.count)
        let all = reading.value?.templates[next.template]?.exchanges ?? 0
        let back: SafeText =
            next.place == 0
            ? ", where you began" : all > next.exchanges.count ? " gone through, \(Count.safe(all)) in all" : ""
        var response = go(to: next.exchanges[next.place], context)
        response.notice = Notice("\(SafeText(next.template.text, limit: 24)): \(place)\(back)")
        return response
    }
}
