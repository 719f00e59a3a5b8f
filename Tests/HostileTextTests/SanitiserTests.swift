import Testing

@testable import HostileText

@Suite struct SanitiserTests {
    private func shown(_ text: String) -> String { SafeText(UntrustedText(text)).description }

    @Test(arguments: ["", "plain text", " two  blanks ", "a", "‹U+202E› [red]%s${x}"])
    func `the short way of plain text gives what the whole sanitiser gives`(_ text: String) {
        var sanitiser = Sanitiser(text, policy: .line, limit: 1_000)
        #expect(SafeText(UntrustedText(text)) == sanitiser.run().first)
    }

    @Test func `a text that is longer than its limit is clipped, plain or not`() {
        let text = SafeText(UntrustedText("abcdef"), limit: 4)
        #expect(text.description == "abcd" && text.isClipped)
    }

    @Test(arguments: [
        ("plain text", "plain text"),
        ("approved\u{8}\u{8}denied", "approved␈␈denied"),
        ("score=0.99\rscore=0.01", "score=0.99␍score=0.01"),
        ("row one\nrow two", "row one␊row two"),
        ("\u{1B}[2J\u{1B}]0;x\u{7}", "␛[2J␛]0;x␇"),
        ("\u{0}\u{7F}", "␀␡"),
        ("\u{9B}31m", "‹U+009B›31m"),
        ("acct_\u{202E}gpj", "acct_‹U+202E›gpj"),
        ("jail\u{200B}break", "jail‹U+200B›break"),
        ("jail\u{AD}break", "jail‹U+00AD›break"),
        ("a\u{3164}\u{115F}\u{FFA0}\u{2800}b", "a‹U+3164›‹U+115F›‹U+FFA0›‹U+2800›b"),
        ("\u{FFF9}\u{2028}\u{E000}", "‹U+FFF9›‹U+2028›‹U+E000›"),
        ("a\u{A0}\u{A0}\u{A0}b\u{3000}c", "a‹U+00A0 ×3›b‹U+3000›c"),
        ("x\u{E0069}\u{E0067}\u{E0020}y", "x‹tags: \"ig \"›y"),
        ("a\u{E0100}\u{E0101}\u{FE0F}", "a‹3 variation selectors›"),
        ("\u{301}abc", "◌\u{301}abc"),
        ("e\u{301}", "e\u{301}"),
        ("👩\u{200D}🔬!", "👩⁺²!"),
        ("❤\u{FE0F}1\u{FE0F}\u{20E3}", "❤⁺1⁺²"),
        ("👍🏽", "👍⁺"),
        ("🇫🇮🇸", "‹flag FI›‹flag S›"),
        ("🏽", "‹U+1F3FD›"),
        ("a\u{200D}b", "a‹U+200D›b"),
        ("❤\u{FE0F}\u{200D}b", "❤⁺‹U+200D›b"),
        ("漢字", "漢字"),
        ("שלום مرحبا", "שלום مرحبا"),
        ("‹U+202E› ␛ ‹quoted›", "‹U+2039›U+202E› ‹U+241B› ‹quoted›"),
        ("[red]%s${x}<b>", "[red]%s${x}<b>"),
    ])
    func `what is hidden becomes visible`(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test func `a flood of combining marks is cut after four and counted`() {
        let text = SafeText(UntrustedText("a" + String(repeating: "\u{301}", count: 400) + "b"))
        #expect(text.description == "a\u{301}\u{301}\u{301}\u{301}‹+396 marks›b")
        #expect(text.findings.hidden == 396)
    }

    @Test func `bytes that are no text are kept and counted`() {
        let text = SafeText(UntrustedText(decoding: [0x61, 0x9B, 0x62]))
        #expect(text.description == "a\u{FFFD}b")
        #expect(text.findings.replaced == 1)
        #expect(text.findings.hidden == 0)
    }

    @Test(arguments: [
        ("\u{1B}[31m", "^[[31m"), ("a\u{7F}", "a^?"), ("\u{202E}", "<U+202E>"), ("é", "<U+00E9>"), ("a\nb", "a^Jb"),
        ("\u{E0061}\u{E0001}", "<tags: \"a^A\">"), ("\u{A0}\u{A0}", "<U+00A0 x2>"), ("\u{FFFD}", "<U+FFFD>"),
        ("a\u{301}", "a<U+0301>"), ("👍🏽", "<U+1F44D><+1>"),
    ])
    func `in ASCII everything is printable ASCII`(text: String, expected: String) {
        let safe = SafeText(UntrustedText(text), as: .asciiLine)
        #expect(safe.description == expected)
        #expect(safe.pieces.allSatisfy { $0.scalar.value >= 0x20 && $0.scalar.value < 0x7F })
    }

    @Test func `a reader gets lines of its own, and tabs and line breaks are not called hidden`() {
        let lines = SafeText.lines(of: UntrustedText("one\r\n\ttwo\n\nfour\u{200B}"))
        #expect(lines.map(\.description) == ["one␍", "␉two", "", "four‹U+200B›"])
        #expect(lines.map(\.findings.hidden) == [0, 0, 0, 1])
        #expect(UntrustedText("one\r\n\ttwo\n\nfour\u{200B}").hiddenCount == 1)
    }

    @Test func `width counts wide characters twice and combining marks not at all`() {
        #expect(SafeText(UntrustedText("漢a")).width == 3)
        #expect(SafeText(UntrustedText("e\u{301}")).width == 1)
        #expect(SafeText(UntrustedText("👩\u{200D}🔬")).width == 4)
        #expect(SafeText(UntrustedText("ｶﾞ")).width == 2)
        #expect(SafeText(UntrustedText("±×…")).width == 3)
    }

    @Test func `a long field costs what is asked of it`() {
        let long = UntrustedText(String(repeating: "x\u{301}", count: 2_000_000))
        let clock = ContinuousClock()
        var text = SafeText()
        let time = clock.measure { text = SafeText(long, limit: 80) }
        #expect(text.width == 80)
        #expect(text.isClipped)
        #expect(time < .milliseconds(50))
        #expect(SafeText(UntrustedText("short"), limit: 5).isClipped == false)
    }

    @Test(arguments: [
        ("\u{430}cct", true), ("account счёт", false), ("p\u{200B}\u{430}y", true), ("наш", false), ("ａcct", true),
        ("naïve", false), ("χ2 test", false),
    ])
    func `a word of two scripts that look alike is noticed`(text: String, mixed: Bool) {
        #expect(SafeText(UntrustedText(text)).findings.isMixedScript == mixed)
    }

    @Test func `our own text passes the same door`() {
        let safe: SafeText = "a\u{1B}[2J\(3) · \(SafeText(UntrustedText("\u{202E}")))"
        #expect(safe.description == "a␛[2J3 · ‹U+202E›")
    }

    @Test func `nothing that is drawn is refused by the gate behind it`() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for piece in SafeText(UntrustedText(String(scalar))).pieces { #expect(piece.scalar.isDrawable) }
        }
    }
}
