import Evidence
import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("The report")
struct ReportTests {
    private func report(_ contents: BundleContents) throws -> (markdown: String, html: String) {
        let redacted = try contents.ordered().redacted(by: .none(reason: "test"), key: [1])
        let export = ExportFacts(
            name: "case-7_x", at: SampleCase.now, analyst: UntrustedText("alice"), organisation: nil,
            redaction: .none(reason: "test"))
        let report = Report(contents, export, redacted)
        return (MarkdownRendering.text(of: report), HTMLRendering.text(of: report))
    }

    private static let hostile = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</pre></article><h1>x</h1>", "\" onmouseover=\"x",
        "' x='",
        "[click](javascript:alert(1))", "![x](https://example.com/x.png)", "| cell | cell |\n|---|---|", "```\ncode",
        "# heading",
        "\u{1B}[31mred\u{1B}[0m", "\u{202E}reversed", "a\u{200B}b", "\u{E0041}\u{E0042}", "<!-- -->", "&lt;b&gt;",
        "**bold** _x_ `y`",
        "<style>*{display:none}</style>", "<https://example.com>", "bob@example.com", "https://example.com/x",
    ]

    /// The sample with one hostile text wherever a client or an analyst can write.
    func spoilt(_ text: String) -> BundleContents {
        var contents = SampleCase.contents(prompt: text)
        let bad = UntrustedText(text)
        contents.matter.title = bad
        contents.matter.analyst = bad
        contents.notes[0].text = bad
        contents.accounts[0].id = AccountID(bad)
        contents.accounts[0].organisation = OrganisationID(bad)
        contents.indicators[0].value = bad
        contents.labels[1].note = bad
        contents.labels[1].reasons = [text]
        contents.clusters[0].reasons = [text]
        contents.signals[0].note = text
        contents.exchanges[0].exchange.model = bad
        contents.exchanges[0].exchange.text?.response = bad
        contents.exchanges[0].exchange.text?.messages[0].tool = bad
        contents.audit[0].subject = bad
        return contents
    }

    @Test(arguments: hostile)
    func `no hostile text becomes an element, an attribute or a control character of the page`(text: String) throws {
        let plain = try tags(of: report(spoilt(String(repeating: "x", count: 30))).html).union([
            "<span class=\"hidden\">"
        ])
        let html = try report(spoilt(text)).html
        #expect(tags(of: html).isSubset(of: plain))
        #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || $0.isDrawable })
    }

    @Test(arguments: hostile)
    func `no hostile text becomes markup of Markdown`(text: String) throws {
        let markdown = try report(spoilt(text)).markdown
        #expect(markdown.unicodeScalars.allSatisfy { $0 == "\n" || $0.isDrawable })
        // Without what is escaped, nothing that the text brought is left.
        let bare = markdown.replacing(/\\[!-\/:-@\[-`{-~]/, with: "").split(separator: "\n").filter {
            !$0.hasPrefix("    ")
        }
        .joined(separator: "\n")
        for mark in ["<", "](", "`", "![", "\u{1B}"] { #expect(!bare.contains(mark), "\(mark)") }
        let headings = bare.split(separator: "\n").filter { $0.hasPrefix("#") }.count
        let expected = try report(spoilt("x")).markdown.split(separator: "\n").filter { $0.hasPrefix("#") }.count
        #expect(headings == expected)
    }

    @Test func `no payload of the shared corpus becomes an element, or reaches a terminal, or is lost`() throws {
        guard let shared = ProcessInfo.processInfo.environment["STILLWATCH_SHARED"],
            let data = FileManager.default.contents(atPath: shared + "/hostile/corpus.json")
        else {
            print("skipped: STILLWATCH_SHARED names no corpus")
            return
        }
        struct Payload: Decodable {
            var id: String
            var payload: String
        }
        // Lone surrogates, which no decoder of JSON takes, come to us as U+FFFD.
        let pairOrLone = /\\u[dD][89abAB].{2}\\u[dD][c-fC-F].{2}|\\u[dD][89a-fA-F].{2}/
        let text = String(decoding: data, as: UTF8.self).replacing(pairOrLone) { match in
            match.output.count == 12 ? String(match.output) : "\\ufffd"
        }
        let plain = try tags(of: report(spoilt(String(repeating: "x", count: 30))).html).union([
            "<span class=\"hidden\">"
        ])
        for payload in try JSONDecoder().decode([Payload].self, from: Data(text.utf8)) {
            let (markdown, html) = try report(spoilt(payload.payload))
            #expect(tags(of: html).isSubset(of: plain), "\(payload.id)")
            for text in [markdown, html] {
                #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isDrawable }, "\(payload.id)")
            }
        }
    }

    @Test func `hidden characters are visible and boxed`() throws {
        let html = try report(spoilt("pay\u{202E}load")).html
        #expect(html.contains("pay<span class=\"hidden\">‹U+202E›</span>load"))
    }

    @Test func `the page loads nothing and runs nothing`() throws {
        let html = try report(SampleCase.contents()).html
        #expect(!html.contains("<script"))
        #expect(!html.contains("src="))
        #expect(!html.contains("href="))
        #expect(!html.contains("url("))
        #expect(html.contains("default-src 'none'"))
    }

    @Test func `observed, inferred and attributed stand apart, in this order`() throws {
        let markdown = try report(SampleCase.contents()).markdown
        let places = try [
            "## Summary", "## Observed", "## Inferred", "## Judged and attributed", "## Chain of custody",
            "## How to verify",
        ]
        .map { try #require(markdown.range(of: $0)?.lowerBound) }
        #expect(places == places.sorted())
        let observed = markdown[places[1]..<places[2]]
        #expect(!observed.contains("0.97"))
        #expect(markdown.contains("This case holds 2 accounts, seen from 2026-05-21 to 2026-05-24."))
        #expect(markdown.contains("None. Naming who is behind these accounts"))
    }

    @Test func `a signal has its company, a label its confidence, and a count its whole`() throws {
        let markdown = try report(SampleCase.contents()).markdown
        #expect(
            markdown.contains(
                #"| shared template | 411 | 1 | accounts | 99.9 | \+2.25 | template in 411 accounts |"#))
        #expect(markdown.contains("| distillation | high, blind | alice |"))
        #expect(markdown.contains("replaced later"))
        #expect(markdown.contains("2 of 812"))
    }

    @Test func `a long exemplar is clipped around what matched, and says so`() throws {
        var contents = SampleCase.contents(
            prompt: String(repeating: "ä", count: 4_000) + "needle" + String(repeating: "ö", count: 4_000))
        contents.exchanges[0].matches = [TextMatch(part: .message(0), start: 8_000, end: 8_006, signal: .injectedSpan)]
        let html = try report(contents).html
        #expect(html.contains("ä<mark>needle</mark>ö"))
        #expect(html.contains("bytes 7,700 to 9,200 of 16,006"))
    }

    private func tags(of html: String) -> Set<String> {
        Set(html.matches(of: /<[^>]*>/.matchingSemantics(.unicodeScalar)).map { String($0.output) })
    }
}
