import Settings
import Testing

@Suite struct AllowListTests {
    private let good = """
        # what we permit
        [[allow]]
        kind = "client"
        value = "coding-client/"
        reason = "public coding client"
        who = "ana"

        [[allow]]
        kind = "organisation"
        value = "org-7"
        reason = "distils its own fine-tune"
        who = "bob"
        until = 2027-01-01
        """

    @Test func `entries are read in order, dates with and without quotes`() throws {
        let entries = try AllowListFile(text: good, file: "allow.toml").entries
        #expect(entries.map(\.kind) == ["client", "organisation"])
        #expect(entries.map(\.reason) == ["public coding client", "distils its own fine-tune"])
        #expect(entries.map(\.until) == [nil, "2027-01-01"])
        let quoted = good.replacing("2027-01-01", with: "\"2027-01-01\"")
        #expect(try AllowListFile(text: quoted, file: "allow.toml").entries.map(\.until) == entries.map(\.until))
        #expect(try AllowListFile(text: "", file: "allow.toml").entries.isEmpty)
    }

    @Test(arguments: [
        ("who = \"ana\"", "", "allow.toml:2: \"who\" is missing. Every entry says kind, value, reason, who."),
        ("who = \"ana\"", "who = 7", "allow.toml:6: \"who\" is no text. Put it in quotes."),
        ("who = \"bob\"", "owner = \"bob\"", "allow.toml:12: \"owner\" is not known."),
        ("# what we permit", "allowed = 1", "allow.toml:1: \"allowed\" is not known."),
        ("kind = \"client\"", "kind = ", "allow.toml:3: this is not TOML"),
    ])
    func `a bad entry refuses the whole file by line and field`(_ part: String, _ other: String, _ sentence: String) {
        let problem = #expect(throws: SettingsProblem.self) {
            try AllowListFile(text: good.replacing(part, with: other), file: "allow.toml")
        }
        #expect(problem?.description.hasPrefix(sentence) == true, "\(problem?.description ?? "nothing")")
    }

    @Test func `a problem that the reader sees is at its field's line`() throws {
        let entry = try AllowListFile(text: good, file: "allow.toml").entries[1]
        #expect(entry.problem("until", "is no date", "Write it so").line == 13)
    }
}
