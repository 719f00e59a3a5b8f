import HostileText
import TextUI

extension Grid {
    /// Draws a heading in dim capitals on the first row of a rectangle, and what belongs to it at the right.
    mutating func drawHeading(_ title: SafeText, _ note: StyledText = "", in row: Rect) {
        draw(title, in: row, style: .heading)
        draw(note, in: row, style: .muted, align: .trailing)
    }

    /// Draws a word and its value in two columns.
    mutating func drawFact(_ name: SafeText, _ value: StyledText, nameWidth: Int, in row: Rect) {
        var room = row
        draw(name, in: room.cutLeft(nameWidth), style: .muted)
        draw(value, in: room, style: .text)
    }
}
