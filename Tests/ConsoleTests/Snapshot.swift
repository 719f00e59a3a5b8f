import Foundation
import Testing
import TextUI

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
