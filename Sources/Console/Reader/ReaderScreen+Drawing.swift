import Evidence
import HostileText
import TextUI

extension ReaderScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        drawHead(on: &grid, in: rest.cutTop(1).inset(x: 1), context)
        _ = rest.cutTop(1)
        if case .failed(let problem) = reading {
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: rest.inset(x: 1), style: .danger)
            return
        }
        guard reading.value != nil else { return }
        let edge = rest.cutRight(1)
        let body = rest.inset(x: 1)
        page.draw(on: &grid, in: body, from: top, layout: layout(context))
        let visible = top..<min(page.lines.count, top + body.height)
        grid.draw(ScrollMark(visible: visible, count: page.lines.count), in: edge)
        grid.cursor = (body.x, body.y)
    }

    /// The number of the conversation among the account's, whose it is, and how far it is read.
    private func drawHead(on grid: inout Grid, in row: Rect, _ context: ScreenContext) {
        guard let reading = reading.value else { return }
        var room = row
        let end = min(page.lines.count, top + max(1, context.area.height - 2))
        let share: SafeText =
            page.lines.count <= context.area.height - 2 ? "all lines" : "line \(Count.safe(end, of: page.lines.count))"
        var right: StyledText = ""
        if showsTemplate {
            right += [StyledText("fixed text and {slots}", .slot), "   "]
        } else if !page.matches.isEmpty {
            right += [StyledText(Count.safe(page.matches.count, "match", "matches"), .match), "   "]
        }
        right += StyledText(share, .muted)
        grid.draw(right, in: room.cutRight(min(right.width, room.width)), style: .muted)
        _ = room.cutRight(2)
        var head: StyledText = ""
        if reading.of > 0 {
            head += StyledText("conversation \(Count.safe(reading.number, of: reading.of))", .focus.bold)
        } else {
            head += StyledText("exchange without a conversation", .focus.bold)
        }
        let number = reading.before + currentTurn + 1
        head += StyledText(
            reading.turnCount > 1 ? "   exchange \(Count.safe(number, of: reading.turnCount))" : "   1 exchange", .text)
        head += [StyledText("   of ", .muted), StyledText(context.safe(reading.account.text, columns: 40), .muted)]
        grid.draw(head, in: room, style: .muted)
    }
}
