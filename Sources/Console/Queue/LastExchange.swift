import Evidence
import EvidenceCache
import Feed
import HostileText
import TextUI

/// Draws the last exchange of an account whose text is cached, with what matched marked in place.
struct LastExchange {
    let reply: FlagPreview.Reply
    let context: ScreenContext

    /// Draws it.
    ///
    /// - Returns: the rows used.
    func draw(on grid: inout Grid, in area: Rect) -> Int {
        guard let last = reply.last, area.height >= 2 else { return 0 }
        var rest = area
        drawHeading(last, on: &grid, in: rest.cutTop(1))
        let footer = reply.template != nil && rest.height >= 3 ? 1 : 0
        var body = rest
        _ = body.cutBottom(footer)
        let text = prompt(of: last)
        let used = grid.draw(
            paragraph: text, in: Rect(x: body.x, y: body.y, width: body.width, height: min(6, body.height)))
        guard footer > 0, let template = reply.template else { return 1 + used }
        let exchanges = Count.text(template.exchanges, "exchange")
        let accounts = Count.text(template.accounts, "account")
        grid.draw(
            SafeText(ours: "same template: \(exchanges) in \(accounts)"), in: rest.row(used), style: .muted)
        return 2 + used
    }

    private func drawHeading(_ last: CachedExchange, on grid: inout Grid, in line: Rect) {
        let exchange = last.document.exchange
        var text: StyledText = [StyledText("LAST EXCHANGE", .heading), "  "]
        text.append("\(context.zone.date(exchange.at)) \(context.zone.time(exchange.at))", .muted)
        if let input = exchange.usage.input, let output = exchange.usage.output {
            text.append(SafeText(ours: "  \(Count.text(input)) → \(Count.text(output)) tok"), .muted)
        }
        if let model = exchange.model { text.append("  \(context.safe(model, limit: 24))", .muted) }
        grid.draw(text, in: line)
    }

    /// The last prompt of the user with its matches; slots in their own hue.
    private func prompt(of last: CachedExchange) -> StyledText {
        guard let text = last.document.exchange.text,
            let index = text.messages.lastIndex(where: { $0.role == .user })
        else { return StyledText("no prompt", .faint) }
        let matches = last.document.matches.filter { $0.part == .message(index) }.map { match in
            (bytes: match.start..<match.end, tag: match.signal == .slotVariation ? Style.slot : Style.match)
        }
        return StyledText(context.safe(text.messages[index].content, limit: 1_200), marking: matches)
    }
}
