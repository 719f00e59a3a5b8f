import Evidence
import EvidenceCache
import Foundation
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct PaletteTests {
    @Test func `the palette shows key and help of what is meant, and why something cannot be done here`() throws {
        var console = try Fixture.console("view:queue", 120, 40)
        console.press(":")
        console.type("label.re")
        let text = console.grid.text
        #expect(text.contains("label.relay"))
        #expect(text.contains("labels it relay: access resold to many"))
        console.press("^u")
        console.type("timeline.zoom")
        #expect(console.grid.text.contains("not now: belongs to timeline"))
    }

    @Test func `a field of the filter is explained while it is typed`() throws {
        var console = try Fixture.console("view:queue", 120, 40)
        console.press("/")
        console.type("sco")
        #expect(console.grid.text.contains("calibrated probability, 0 to 1"))
    }

    @Test(arguments: ScreenKind.allCases)
    func `every action of a screen is in its help, and completed and explained at its prompt`(kind: ScreenKind) throws {
        let ids: [ScreenKind: String] = [
            .account: "acct-00000001", .cluster: "C-003", .reader: "acct-00000001", .timeline: "acct-00000001",
            .targets: "acct-00000001", .conversations: "acct-00000001",
        ]
        let cache = try Fixture.cache()
        var state = ViewState(view: kind.rawValue)
        state["id"] = ids[kind]
        if kind == .sql { state["q"] = "SELECT 1" }
        if kind == .case {
            state["id"] = try cache.openCase(titled: UntrustedText("one"), by: Fixture.analyst, at: Fixture.now).id.text
                .verbatim
        }
        let console = try Fixture.console(state.text, 160, 48, on: cache)
        let shown = Set(
            HelpPanel(keys: console.model.keys, place: kind).lines.compactMap { line -> String? in
                guard case .row(_, let help, _) = line else { return nil }
                return help.description
            })
        for row in console.model.keys.rows(on: kind) {
            #expect(shown.contains(SafeText(ours: row.help).description), "\(row.action)")
            var asked = console
            asked.press(":")
            asked.type(row.action.rawValue)
            let palette = try #require(Palette(asked.model), "\(row.action)")
            let line = try #require(palette.lines.first { $0.name == row.action.rawValue }, "\(row.action)")
            #expect(!line.help.isEmpty)
            #expect(line.objection != "belongs to \(kind.rawValue)")
        }
    }

    @Test func `every action has a row of the key table`() {
        let rows = Set(KeyTable.standard.rows.map(\.action))
        let without = Action.allCases.filter { !rows.contains($0) && ![.mute, .sameTemplate].contains($0) }
        #expect(without.isEmpty, "\(without.map(\.rawValue))")
    }
}

@Suite struct SQLScreenTests {
    @Test func `an answer in SQL is a table, and a row with an account opens it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = try EvidenceCache.open(at: folder + "/cache.sqlite")
        try cache.apply(try Fixture.whole().page(), at: Fixture.now)
        var console = try Fixture.console("view:queue", 120, 40, on: cache)
        console.press(";")
        console.type("SELECT cluster, account, weight FROM membership ORDER BY account")
        console.press("enter")
        #expect(console.model.top.kind == .sql)
        #expect(console.grid.text.contains("C-003"))
        #expect(console.grid.text.contains("rows"))
        console.press("enter")
        #expect(console.model.top.kind == .account)
        console.press("esc", ";", "^u")
        console.type("DELETE FROM account")
        console.press("enter")
        #expect(console.grid.text.contains("cannot modify account"))
    }
}
