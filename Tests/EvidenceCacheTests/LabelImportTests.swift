import Evidence
import EvidenceCache
import HostileText
import Testing

/// Taking labels in: all that can be, and nothing in another's name.
@Suite struct LabelImportTests {
    private let cache: EvidenceCache
    private let now = FeedFixture.now
    private let ids = ["n1", "n2", "n3"]

    init() throws {
        cache = try EvidenceCache.inMemory()
        try cache.apply(try FeedFixture.whole().page(), at: FeedFixture.now)
    }

    private func takeIn(_ text: String, isTrial: Bool = false) throws -> LabelImport {
        var made = 0
        return try cache.takeIn(
            LabelFile(jsonLines: text), by: FeedFixture.analyst, at: now, guideline: "g1", isTrial: isTrial
        ) {
            made += 1
            return "n\(made)"
        }
    }

    @Test func `the good lines are written, the others refused by line and field`() throws {
        let outcome = try takeIn(
            """
            {"subject":"acct-a","label":"relay","note":"seen twice"}
            {"subject":"nobody","label":"relay"}
            {"subject":"acct-b","label":"benign","analyst":"somebody else"}
            {"subject":"acct-b","label":"benign","at":9000000000000}
            {"subject":"acct-b","label":"mixed"}
            """)
        #expect(outcome.written.map(\.subject.text) == [UntrustedText("acct-a"), UntrustedText("acct-b")])
        #expect(outcome.refused.map(\.line) == [2, 3, 4])
        #expect(outcome.refused.map(\.field) == ["subject", "analyst", "at"])
        #expect(try cache.label(of: .account(AccountID("acct-b")), by: FeedFixture.analyst)?.label == .mixed)
        #expect(try cache.checkIntegrity().problems == [])
    }

    @Test func `taking a file in twice changes nothing`() throws {
        let line = #"{"subject":"acct-a","label":"relay"}"#
        #expect(try takeIn(line).written.count == 1)
        let again = try takeIn(line)
        #expect(again.written.isEmpty)
        #expect(again.known == 1)
        #expect(try takeIn(#"{"id":"n1","subject":"acct-a","label":"relay"}"#).known == 1)
        #expect(try takeIn(#"{"id":"n1","subject":"acct-a","label":"mixed"}"#).refused.map(\.field) == ["id"])
    }

    @Test func `two lines on one subject follow one another, and a trial writes nothing`() throws {
        let lines = "{\"subject\":\"acct-a\",\"label\":\"relay\"}\n{\"subject\":\"acct-a\",\"label\":\"benign\"}"
        #expect(try takeIn(lines, isTrial: true).written.count == 2)
        #expect(try cache.counts().labelEvents == 0)
        let written = try takeIn(lines).written
        #expect(written.map(\.supersedes) == [nil, "n1"])
        #expect(try cache.label(of: .account(AccountID("acct-a")), by: FeedFixture.analyst)?.label == .benign)
    }
}
