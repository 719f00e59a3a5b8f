import HostileText
import Testing

@Suite struct SourceMapTests {
    @Test func `a matched span is found by its bytes`() {
        let text = SafeText(UntrustedText("é think\u{200B} hard"))
        let parts = text.parts(marking: [(bytes: 3..<11, tag: "match")])
        #expect(parts.map(\.text.description) == ["é ", "think‹U+200B›", " hard"])
        #expect(parts.map(\.tag) == [nil, "match", nil])
    }

    @Test func `a span that touches a mark takes all of it`() {
        let text = SafeText(UntrustedText("a\u{202E}\u{202E}b"))
        #expect(text.description == "a‹U+202E ×2›b")
        let range = text.pieces(forSource: 4..<7)
        #expect(text[range].description == "‹U+202E ×2›")
    }

    @Test func `a span that ends in the middle of the text stops there`() {
        let text = SafeText(UntrustedText("abcdef"))
        #expect(text[text.pieces(forSource: 2..<4)].description == "cd")
        #expect(text.pieces(forSource: 6..<9).isEmpty)
        #expect(text.pieces(forSource: 3..<3).isEmpty)
        #expect(text[text.pieces(forSource: 4..<900)].description == "ef")
    }

    @Test func `the later of two overlapping spans wins`() {
        let parts = SafeText(UntrustedText("abcdef")).parts(marking: [(bytes: 0..<4, tag: 1), (bytes: 2..<5, tag: 2)])
        #expect(parts.map(\.text.description) == ["ab", "cde", "f"])
        #expect(parts.map(\.tag) == [1, 2, nil])
    }

    @Test func `lines keep their places in the whole`() {
        let lines = SafeText.lines(of: UntrustedText("one\ntwo three"))
        let parts = lines[1].parts(marking: [(bytes: 4..<7, tag: true)])
        #expect(parts.map(\.text.description) == ["two", " three"])
        #expect(lines[0].pieces(forSource: 4..<7).isEmpty)
    }

    @Test func `slices keep combining marks`() {
        let text = SafeText(UntrustedText("ae\u{301}o\u{308}"))
        #expect(text[2..<3].description == "o\u{308}")
        #expect(text.prefix(columns: 2).description == "ae\u{301}")
        #expect((text[1..<2] + text[2..<3]).description == "e\u{301}o\u{308}")
    }
}
