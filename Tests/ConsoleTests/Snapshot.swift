import EvidenceCache
import Foundation
import HostileText
import Testing
import TextUI

@testable import Console

/// Compares a screen with `Snapshots/NAME.txt`. With `STILLWATCH_RECORD=1` it writes the file and fails, so that a
/// recording is never mistaken for a pass.
func expectSnapshot(
    _ grid: Grid, _ name: String, file: String = #filePath, at location: SourceLocation = #_sourceLocation
) throws {
    let directory = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let place = directory.appendingPathComponent(name + ".txt")
    let drawn = grid.text + "\n"
    if ProcessInfo.processInfo.environment["STILLWATCH_RECORD"] == "1" {
        try Data(drawn.utf8).write(to: place)
        Issue.record("recorded \(name); run again without STILLWATCH_RECORD", sourceLocation: location)
        return
    }
    guard let known = try? String(contentsOf: place, encoding: .utf8) else {
        Issue.record("there is no snapshot \(name); record it with STILLWATCH_RECORD=1", sourceLocation: location)
        return
    }
    guard known != drawn else { return }
    let differing = zip(
        known.split(separator: "\n", omittingEmptySubsequences: false),
        drawn.split(separator: "\n", omittingEmptySubsequences: false)
    )
    .enumerated().filter { $0.element.0 != $0.element.1 }
    .prefix(8).map { "row \($0.offset):\n- \($0.element.0)\n+ \($0.element.1)" }.joined(separator: "\n")
    Issue.record("\(name) is drawn otherwise\n\(differing)", sourceLocation: location)
}

/// Compares a screen at every size and in both character sets with `NAME-80x24.txt`, `NAME-80x24-ascii.txt` and so on.
///
/// - Parameter keys: pressed before it is looked at, spelled as the key table spells them.
func expectScreens(
    _ state: String, _ name: String, keys: [String] = [], on cache: EvidenceCache? = nil,
    at location: SourceLocation = #_sourceLocation
) throws {
    let shared = try cache ?? Fixture.cache()
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
        for charset in [SafeText.Charset.unicode, .ascii] {
            var console = try Fixture.console(state, width, height, charset: charset, on: shared)
            for key in keys { console.press(key) }
            let grid = charset == .ascii ? console.grid.inASCII() : console.grid
            let suffix = charset == .ascii ? "-ascii" : ""
            if charset == .ascii { #expect(grid.text.utf8.allSatisfy { $0 < 128 }, sourceLocation: location) }
            try expectSnapshot(grid, "\(name)-\(width)x\(height)\(suffix)", at: location)
        }
    }
}
