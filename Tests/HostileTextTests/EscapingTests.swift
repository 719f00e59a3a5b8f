import HostileText
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("a\",\"b\r\nc", "\"a\"\",\"\"b␍␊c\""),
        ("=HYPERLINK(\"http://example.com\")", "\"'=HYPERLINK(\"\"http://example.com\"\")\""), ("-1", "'-1"),
        ("+1", "'+1"),
        ("@x", "'@x"), ("\tx", "'␉x"), ("\rx", "'␍x"), ("a\u{1B}[m", "a␛[m"), (" a", "\" a\""), ("", ""),
    ])
    func `a CSV field is quoted and computes nothing`(text: String, expected: String) {
        #expect(CSVField.encoded(UntrustedText(text)) == expected)
    }

    @Test func `a CSV field for a program keeps its formula and shows what was hidden`() {
        #expect(CSVField.encoded(UntrustedText("=1\u{202E}"), guardsFormulas: false) == "=1‹U+202E›")
    }

    @Test func `HTML cannot be broken out of`() {
        #expect(
            Markup.html(SafeText(UntrustedText("<img src=x onerror='1'>&\"`\u{202E}")))
                == "&lt;img src=x onerror=&#39;1&#39;&gt;&amp;&quot;&#96;<span class=\"hidden\">‹U+202E›</span>")
    }

    @Test func `Markdown is spelt out, and links and rows are no more`() {
        #expect(
            Markup.markdown(SafeText(UntrustedText("![](http://x.example) | <b>")))
                == "!\\[\\](http\\://x.example) \\| &lt;b&gt;")
        #expect(Markup.markdown(SafeText(UntrustedText("# a"))) == "\\# a")
        #expect(Markup.markdown(SafeText(UntrustedText("12. a"))) == "12\\. a")
    }

    @Test func `JSON is ASCII and loses nothing`() {
        #expect(JSONText.string("a\"\\\n\u{1B}é😀") == "\"a\\\"\\\\\\n\\u001b\\u00e9\\ud83d\\ude00\"")
        #expect(JSONText.inASCII("{\"a\":\"é\u{9B}\"}") == "{\"a\":\"\\u00e9\\u009b\"}")
    }

    @Test func `what is exported keeps its lines and tabs and shows what was hidden`() {
        #expect(UntrustedText("a\r\n\tb\u{200B}\u{0}\n").visible == "a\n\tb‹U+200B›␀\n")
        #expect(UntrustedText("a\rb").visible == "a␍b")
    }

    @Test func `a word is found though characters hide in it`() {
        let text = UntrustedText("A jail\u{200B}b\u{301}reak, JAILBREAK and jail break")
        let ranges = text.ranges(of: UntrustedText("jailbreak"))
        #expect(ranges == [2..<16, 18..<27])
        #expect(
            SafeText(text).parts(marking: ranges.map { ($0, true) })[1].text.description == "jail‹U+200B›b\u{301}reak")
        #expect(text.ranges(of: UntrustedText("")).isEmpty)
        #expect(!text.contains(UntrustedText("outbreak")))
    }

    @Test func `code points are listed by name`() {
        let list = UntrustedText("a\u{202E}\u{7}\u{E0041}").codePoints(onlyHidden: true)
        #expect(list.map(\.codePoint.description) == ["U+202E", "U+0007", "U+E0041"])
        #expect(list.map(\.name.description) == ["RIGHT-TO-LEFT OVERRIDE", "<control>", "TAG LATIN CAPITAL LETTER A"])
        #expect(list.map(\.offset) == [1, 4, 5])
    }

    @Test func `a paste becomes one line for typing`() {
        #expect(UntrustedText("a\r\nb\tc\u{1B}[m").asTyped == "a  b c[m")
    }
}
