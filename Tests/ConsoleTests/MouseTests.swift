import Evidence
import EvidenceCache
import Foundation
import Testing
import TextUI

@testable import Console

@Suite struct MouseTests {
    private func press(_ x: Int, _ y: Int, in console: inout HeadlessConsole) {
        console.send(.key(.mouse(Key.Mouse(.press, x: x, y: y))))
        console.send(.key(.mouse(Key.Mouse(.release, x: x, y: y))))
    }

    /// Where a text is drawn.
    private func place(of text: String, in console: HeadlessConsole) throws -> (x: Int, y: Int) {
        for y in 0..<console.grid.height {
            let line = console.grid.line(y)
            if let range = line.range(of: text) {
                return (line.distance(from: line.startIndex, to: range.lowerBound), y)
            }
        }
        throw Problem("“\(text)” is not on the screen")
    }

    @Test func `a press gives a row the cursor, a second one opens it, and neither decides`() throws {
        var console = try Fixture.console()
        let cursor = try #require(console.grid.cursor)
        press(20, cursor.y + 4, in: &console)
        #expect(console.grid.cursor?.y == cursor.y + 4)
        #expect(console.model.top.kind == .queue)
        press(20, cursor.y + 4, in: &console)
        #expect(console.model.top.kind == .account)
        #expect(console.decided.isEmpty)
    }

    @Test func `the wheel moves, a tab opens its screen, and a key of the footer does what it says`() throws {
        var console = try Fixture.console()
        let cursor = try #require(console.grid.cursor)
        console.send(.key(.mouse(Key.Mouse(.wheelDown, x: 5, y: 20))))
        #expect(console.grid.cursor?.y == cursor.y + 3)
        let tab = try place(of: "Labels", in: console)
        press(tab.x + 2, tab.y, in: &console)
        #expect(console.model.top.kind == .labels)
        let back = try place(of: "Queue", in: console)
        press(back.x, back.y, in: &console)
        let filter = try place(of: "/ filter", in: console)
        press(filter.x, filter.y, in: &console)
        #expect(console.model.entry != nil)
        press(tab.x, tab.y, in: &console)
        #expect(console.model.entry != nil)
    }

    @Test func `a press beyond the rule is not on the list`() throws {
        var console = try Fixture.console()
        let before = console.grid.cursor?.y
        press(150, 20, in: &console)
        #expect(console.grid.cursor?.y == before)
    }
}
