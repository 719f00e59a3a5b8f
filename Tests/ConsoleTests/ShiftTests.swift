import Evidence
import EvidenceCache
import Foundation
import HostileText
import Testing
import TextUI

@testable import Console

/// An analyst's shift, by keys alone: fifty flags and more, a cluster, an undo from another screen, and a hang-up.
@Suite struct ShiftTests {
    /// A console that counts the keys it is given.
    private struct Counted {
        var console: HeadlessConsole
        var keys = 0

        mutating func press(_ spellings: String...) {
            for spelling in spellings {
                keys += KeyChord(spelling)?.keys.count ?? 0
                console.press(spelling)
            }
        }

        mutating func type(_ text: String) {
            keys += text.count
            console.type(text)
        }

        var focus: Subject? { console.model.top.selection.subjects.first }
    }

    @Test func `fifty flags are decided with at most three keys each, through a hang-up`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = try EvidenceCache.open(at: folder + "/cache.sqlite")
        var world = try Fixture.whole()
        try world.addFlags(40)
        try cache.apply(world.page(), at: Fixture.now)

        let ids = Counter()
        // The cluster, once, with two exceptions; who decides without looking at five says so by the second digit.
        var shift = Counted(console: try Fixture.console("view:queue q:\"label:none\"", 120, 40, on: cache, ids: ids))
        shift.press("/")
        shift.type(" cluster:C-003")
        shift.press("enter", "enter", "tab", "x", "j", "x", "1", "1")
        let members = Fixture.Member.all.filter { $0.cluster == ClusterID("C-003") }
        let held = try members.filter {
            try cache.label(of: .account($0.id), by: Fixture.analyst)?.label == .distillation
        }
        #expect(held.count == members.count - 2)

        // The two exceptions by hand, one of them taken back from another screen and given again.
        shift.press("g q", "/", "^u")
        shift.type("label:none")
        shift.press("enter", "1", "2", "g l", "u", "g q", "2")

        // A mark and a range as one decision, after a look at what would be labelled.
        shift.press("space", "j", "j", "j", "V", "4")
        shift.press("down", "down", "down", "down", "down", "enter")

        // One by one: the cursor goes on by itself.
        for _ in 0..<14 { shift.press("4") }

        // The line is cut: nothing is said to the program, and the next start opens where this one was.
        let before = try decided(in: cache)
        let state = try #require(try cache.consoleState(DecisionWriter.stateKey))
        let again = try EvidenceCache.open(at: folder + "/cache.sqlite")
        #expect(try decided(in: again) == before)
        var resumed = Counted(console: try Fixture.console(state, 120, 40, on: again, ids: ids), keys: shift.keys)
        #expect(resumed.console.model.top.kind == .queue)
        #expect(resumed.console.model.top.state["q"] == "label:none")
        for _ in 0..<40 where try decided(in: again) < 50 {
            let subject = try #require(resumed.focus)
            let count = try decided(in: again)
            resumed.press("4")
            try #require(
                try again.label(of: subject, by: Fixture.analyst)?.label == .benign,
                "\(subject) \(resumed.console.grid.text)")
            try #require(try decided(in: again) > count, "\(resumed.console.grid.text)")
        }
        let decisions = try decided(in: again)
        #expect(decisions >= 50)
        #expect(Double(resumed.keys) / Double(decisions) <= 3, "\(resumed.keys) keys for \(decisions) decisions")
        #expect(try again.checkIntegrity().ok)
    }

    /// How many flags the analyst has decided.
    private func decided(in cache: EvidenceCache) throws -> Int {
        let all = try cache.countFlags(.everything, for: Fixture.viewer)
        return all - (try cache.countFlags(try Filter(parsing: "label:none"), for: Fixture.viewer))
    }
}
