import Foundation
import Testing

/// A shift outlives its console.
@Suite(.serialized) struct HangUpTests {
    @Test func `a shift that is killed goes on in the same filter at the next flag, with its labels`() throws {
        let folder = try Sample.analyst()
        let all = try flags("score>=0", in: folder)
        let high = try flags("score>0.9", in: folder)
        let before = try terminal(in: folder)
        try before.waitForFlag()
        try before.press("/")
        try before.type("label:none score>0.9")
        try before.wait(for: "/ label:none score>0.9 ")
        try before.press("Enter")
        try before.wait(for: "\(high) of \(all) flags")
        // Three marked, and decided at once after the question whether one has looked.
        try before.press("Space", "Space", "Space")
        try before.wait(for: "3 marked")
        try before.press("4")
        try before.wait(for: "Label 3 as benign?")
        try before.press("Down", "Down", "Down", "Enter")
        try before.wait(for: "\(high - 3) of \(all) flags")
        // And one by one, the last of them a moment before the end.
        try before.press("1")
        let next = try #require(Terminal.flag(in: try before.wait(for: "\(high - 4) of \(all) flags")))
        Foundation.kill(try before.programID(), SIGKILL)

        let after = try terminal(in: folder)
        let screen = try after.wait(for: "LABELS")
        #expect(
            screen.contains("/ label:none score>0.9") && screen.contains("\(high - 4) of \(all) flags"), "\(screen)")
        #expect(Terminal.flag(in: screen) == next, "\(screen)")
        #expect(try labels(in: folder) == ["benign 3", "distillation 1"])
        // The next one is decided as if nothing had been.
        try after.press("4")
        try after.wait(for: "\(high - 5) of \(all) flags")
        #expect(try labels(in: folder) == ["benign 4", "distillation 1"])
    }

    @Test func `a timeline that is killed opens again`() throws {
        let folder = try Sample.analyst()
        let before = try terminal(in: folder)
        let name = try #require(Terminal.flag(in: try before.waitForFlag()))
        try before.press("Enter")
        try before.wait(for: "› \(name)")
        try before.press("t")
        let shown = try before.wait(for: " per ")
        Foundation.kill(try before.programID(), SIGKILL)

        let after = try terminal(in: folder)
        let screen = try after.wait(for: " per ")
        #expect(screen.contains("Timeline  \(name)"))
        #expect(heading(of: screen) == heading(of: shown))
    }

    /// How many flags a filter finds.
    private func flags(_ filter: String, in folder: Folder) throws -> Int {
        try Programs.expect(
            Programs.console, ["query", filter, "--format", "jsonl", "--limit", "1000"], environment: folder.environment
        ).split(separator: "\n").count
    }

    private func terminal(in folder: Folder) throws -> Terminal {
        try Terminal(Programs.console, [], environment: folder.environment, columns: 150, rows: 42)
    }

    /// The line that says what a timeline spans.
    private func heading(of screen: String) -> Substring? {
        screen.split(separator: "\n").first { $0.contains(" per ") }
    }

    /// How many flags bear each of two labels of the analyst's.
    private func labels(in folder: Folder) throws -> [String] {
        try ["benign", "distillation"].map { label in
            let flags = try Programs.expect(
                Programs.console, ["query", "label:\(label)", "--format", "jsonl"], environment: folder.environment)
            return "\(label) \(flags.split(separator: "\n").count)"
        }
    }
}
