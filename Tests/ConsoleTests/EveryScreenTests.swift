import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// The screens around the evidence at three sizes, with and without Unicode.
@Suite struct EveryScreenTests {
    /// The world after some work: labels, one of them taken back, a case with two things and a note.
    private func worked() throws -> EvidenceCache {
        let cache = try Fixture.cache()
        var console = try Fixture.console("view:queue sort:-score", on: cache)
        console.press("j", "1", "2", "4", "u", "C", "3", "a", "enter")
        console.type("One span in every request")
        console.press("enter", "j", "a", "enter")
        return cache
    }

    @Test func `the queue`() throws {
        try expectScreens("view:queue", "queue")
        try expectScreens(
            "view:queue q:\"score>0.9 label:none\" sort:-score", "queue-marked", keys: ["space", "j", "space"])
    }

    @Test func `the palette and the line that is typed`() throws {
        try expectScreens("view:queue", "palette", keys: [":", "l", "a", "b"])
        try expectScreens("view:queue", "filter", keys: ["/", "s", "c", "o", "r", "e", "r", ">", "1"])
    }

    @Test func `labels, cases and one case`() throws {
        let cache = try worked()
        try expectScreens("view:labels", "labels", on: cache)
        try expectScreens("view:cases", "cases", on: cache)
        try expectScreens("view:case id:case-1", "case", on: cache)
    }

    @Test func `the state of the cache, and what was done`() throws {
        let cache = try worked()
        try expectScreens("view:sync", "sync", on: cache)
        try expectScreens("view:activity", "activity", on: cache)
    }

    @Test func `help, and the keys of a screen above it`() throws {
        try expectScreens("view:help", "help")
        try expectScreens("view:queue", "keys", keys: ["?"])
    }

    @Test func `an empty cache says what to run on every screen`() throws {
        let cache = try EvidenceCache.inMemory()
        try expectScreens("view:queue", "queue-empty", on: cache)
        try expectScreens("view:clusters", "clusters-empty", on: cache)
    }
}
