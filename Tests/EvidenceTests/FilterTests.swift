import Evidence
import Testing

@Suite struct FilterTests {
    @Test func `terms side by side must all hold`() throws {
        let filter = try Filter(parsing: "score>0.8 target:reward_grading")
        #expect(
            filter
                == .all([
                    .term(FilterTerm(.score, .within(Interval(lower: 0.8, includesLower: false)))),
                    .term(FilterTerm(.target, .equals("reward_grading"))),
                ]))
    }

    @Test func `OR binds weaker than standing side by side`() throws {
        let filter = try Filter(parsing: "a b OR c")
        #expect(filter == .any([.all([.word("a"), .word("b")]), .word("c")]))
    }

    @Test func `parentheses group and a minus negates what follows`() throws {
        let filter = try Filter(parsing: "-(label:benign OR label:relay) -country:SG")
        #expect(
            filter
                == .all([
                    .not(
                        .any([
                            .term(FilterTerm(.label, .equals("benign"))),
                            .term(FilterTerm(.label, .equals("relay"))),
                        ])),
                    .not(.term(FilterTerm(.country, .matches("SG")))),
                ]))
    }

    @Test func `a hyphen inside a word is a part of it`() throws {
        #expect(try Filter(parsing: "acct-7f3a") == .word("acct-7f3a"))
        #expect(try Filter(parsing: "cluster:C-003") == .term(FilterTerm(.cluster, .matches("C-003"))))
    }

    @Test func `quoted text is full text, and a quoted value belongs to its field`() throws {
        #expect(try Filter(parsing: "\"expert data analyst\"") == .fullText("expert data analyst"))
        #expect(
            try Filter(parsing: "client:\"python httpx\"") == .term(FilterTerm(.client, .matches("python httpx"))))
    }

    @Test func `none means that the field is absent`() throws {
        #expect(try Filter(parsing: "label:none") == .term(FilterTerm(.label, .isAbsent)))
    }

    @Test func `seen<2d means within two days before now`() throws {
        let filter = try Filter(parsing: "seen<2d")
        #expect(
            filter
                == .term(
                    FilterTerm(.seen, .during(Interval(lower: .ago(2 * Instant.day), includesLower: false)))))
    }

    @Test func `a range of dates holds its last day`() throws {
        let filter = try Filter(parsing: "seen:2026-05-21..2026-05-23")
        let first = try #require(Instant("2026-05-21"))
        let end = try #require(Instant("2026-05-24"))
        #expect(
            filter
                == .term(
                    FilterTerm(
                        .seen, .during(Interval(lower: .at(first), upper: .at(end), includesUpper: false)))))
    }

    @Test func `a range of numbers with decimals has both ends`() throws {
        #expect(
            try Filter(parsing: "score:0.8..0.9")
                == .term(FilterTerm(.score, .within(Interval(lower: 0.8, upper: 0.9)))))
    }

    @Test func `nothing at all lets everything through`() throws {
        #expect(try Filter(parsing: "   ") == .everything)
    }

    @Test(arguments: [
        ("score>0.8 taget:vision", 10..<15, "no field “taget”; did you mean target?"),
        ("target:visoin", 7..<13, "target is never “visoin”; did you mean vision?"),
        ("score>high", 6..<10, "score needs a number, not “high”"),
        ("seen<soon", 5..<9, "seen needs an age such as 2d or a date such as 2026-05-21, not “soon”"),
        ("label>benign", 0..<12, "label has no order; write label:…"),
        ("label:", 0..<6, "label needs a value"),
        ("a \"b", 2..<3, "a quote opens here and does not close"),
        ("(a", 0..<1, "a parenthesis opens here and does not close"),
        ("a)", 1..<2, "a parenthesis closes here that none opened"),
        ("a OR", 2..<4, "OR needs something on both sides"),
        ("OR a", 0..<2, "OR needs something on both sides"),
    ]) func `a line that cannot be meant points at the word`(line: String, place: Range<Int>, sentence: String) {
        let problem = #expect(throws: FilterProblem.self) { try Filter(parsing: line) }
        #expect(problem?.place == place)
        #expect(problem?.sentence == sentence)
    }

    @Test func `ten thousand parentheses are refused, not followed`() {
        let line = String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
        let problem = #expect(throws: FilterProblem.self) { try Filter(parsing: line) }
        #expect(problem?.reason == .tooDeep)
    }

    @Test func `ten thousand minuses are refused, not followed`() {
        let line = String(repeating: "-", count: 10_000) + "a"
        let problem = #expect(throws: FilterProblem.self) { try Filter(parsing: line) }
        #expect(problem?.reason == .tooDeep)
    }
}
