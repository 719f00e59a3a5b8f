import Evidence
import Foundation
import Testing
import TextUI

@testable import Console

@Suite struct KeyTableTests {
    @Test(arguments: ScreenKind.allCases)
    func `no chord of a screen means two things, and none hides behind another`(place: ScreenKind) {
        let rows = KeyTable.standard.rows(on: place)
        for (index, row) in rows.enumerated() {
            for other in rows[(index + 1)...] where other.action != row.action {
                for (one, two) in row.chords.flatMap({ chord in other.chords.map { (chord, $0) } }) {
                    #expect(
                        !one.keys.starts(with: two.keys) && !two.keys.starts(with: one.keys), "\(one.text) \(two.text)")
                }
            }
        }
    }

    @Test(arguments: Action.allCases)
    func `every action is reached by its name`(action: Action) throws {
        #expect(try CommandLine(action.rawValue) == .action(action))
    }

    @Test func `the digits are labels and nothing else`() {
        for row in KeyTable.standard.rows {
            let hasDigit = row.chords.contains { chord in
                chord.keys.contains { if case .character(let sign) = $0 { sign.isNumber } else { false } }
            }
            #expect(hasDigit == (row.action.label != nil))
        }
    }

    @Test func `a key can be given to another action, and a clash is refused`() throws {
        let table = try KeyTable.standard.remapped([(action: "flag.next", chords: ["N"])])
        #expect(table.chord(of: .nextFlag)?.text == "N")
        #expect(throws: KeyProblem.self) { try KeyTable.standard.remapped([(action: "flag.next", chords: ["j"])]) }
        #expect(throws: KeyProblem.unknownAction("fly")) {
            try KeyTable.standard.remapped([(action: "fly", chords: ["f"])])
        }
    }

    @Test func `the Markdown has a row for each row of the table`() {
        #expect(KeyTable.standard.markdown.count == KeyTable.standard.rows.count + 2)
    }

    @Test func `docs keys md is the table`() throws {
        let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/keys.md")
        let head =
            "# Keys\n\nMade by `stillwatch keys`. A key is given to another action in `config.toml`: `[keys]`, then\n"
            + "`\"label.benign\" = [\"4\", \"b\"]`. A clash is refused at the start.\n\n"
        let drawn = head + KeyTable.standard.markdown.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["STILLWATCH_RECORD"] == "1" {
            try Data(drawn.utf8).write(to: docs)
            Issue.record("recorded docs/keys.md; run again without STILLWATCH_RECORD")
        }
        #expect(try String(contentsOf: docs, encoding: .utf8) == drawn, "run with STILLWATCH_RECORD=1 to write it")
    }
}
