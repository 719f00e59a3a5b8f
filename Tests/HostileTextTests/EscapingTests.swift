import HostileText
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("a\",\"b\r\nc", "\"a\"\",\"\"b\nc\""),
        ("=HYPERLINK(\"http://example.com\")", "\"'=HYPERLINK(\"\"http://example.com\"\")\""), ("-1", "'-1"),
        ("+1", "'+1"),
        ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'␍x"), ("a\u{1B}[m", "a␛[m"), (" a", "\" a\""), ("", ""),
    ])
    func `a CSV field is quoted and computes nothing`(text: String, expected: String) {
        #expect(CSVField.encoded(UntrustedText(text)) == expected)
    }

    @Test func `a raw CSV field is only quoted`() {
        #expect(CSVField.encoded(UntrustedText("=1\u{202E}"), raw: true) == "=1\u{202E}")
    }

    @Test func `HTML cannot be broken out of`() {
        #expect(
            Markup.html(UntrustedText("<img src=x onerror='1'>&\"`\u{202E}"))
                == "&lt;img src=x onerror=&#39;1&#39;&gt;&amp;&quot;&#96;‹U+202E›")
    }

    @Test func `Markdown is spelt out, and links and rows are no more`() {
        #expect(
            Markup.markdown(UntrustedText("![](http://x.example) # a\n| <b>"))
                == "\\!\\[\\]\\(http\\://x\\.example\\) \\# a \\| &lt;b&gt;")
        #expect(Markup.markdownBlock(UntrustedText("a\n```\nb")) == "````text\na\n```\nb\n````\n")
    }

    @Test func `a log line is ASCII and loses nothing`() {
        #expect(LogLine.json(UntrustedText("a\"\\\n\u{1B}é😀")) == "\"a\\\"\\\\\\u000a\\u001b\\u00e9\\ud83d\\ude00\"")
        #expect(LogLine.json(UntrustedText("abcdef"), limit: 3) == "\"abc\\u2026\"")
        #expect(LogLine.plain(UntrustedText("a\nb\u{9B}"), limit: 80) == "a␊b‹U+009B›")
        #expect(LogLine.plain(UntrustedText("abcdef"), limit: 3) == "abc…")
    }

    @Test(arguments: [
        ("$(touch PWN);../../x\n.csv", "touch-PWN-x-csv"), ("../..", "unnamed"), (".hidden", "hidden"),
        ("acct-7f3a", "acct-7f3a"),
        ("nul.txt", "_nul.txt"), ("COM1", "_COM1"), ("漢字", "unnamed"), ("a..b", "a.b"), ("-rf", "rf"),
    ])
    func `a file name is made of what is harmless`(text: String, expected: String) {
        #expect(FileName.safe(UntrustedText(text)) == expected)
    }

    @Test func `a file name has its limit`() {
        #expect(FileName.safe(UntrustedText(String(repeating: "x", count: 500))).utf8.count == 80)
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
