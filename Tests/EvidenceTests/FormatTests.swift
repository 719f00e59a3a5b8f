import Evidence
import Testing

@Suite struct FormatTests {
    @Test func `counts have thin groups and their nouns`() {
        #expect(Count.text(24_103) == "24,103")
        #expect(Count.text(-1_000) == "-1,000")
        #expect(Count.text(1, "account") == "1 account")
        #expect(Count.text(412, "account") == "412 accounts")
        #expect(Count.text(30, of: 242) == "30 of 242")
    }

    @Test func `short counts fit four columns`() {
        for (number, text) in [
            (812, "812"), (4_096, "4.1k"), (38_211, "38k"), (999_400, "999k"), (999_999, "1.0M"), (1_300_000, "1.3M"),
        ] {
            #expect(Count.short(number) == text)
        }
    }

    @Test func `decimals round half away from zero`() {
        #expect(Count.decimal(0.975, 2) == "0.98")
        #expect(Count.decimal(-0.05, 1) == "-0.1")
        #expect(Count.decimal(1_234.5, 0) == "1,235")
        #expect(Count.decimal(.nan, 2) == "–")
    }

    @Test func `shares say no more than they know`() {
        #expect(Count.percent(0.94) == "94 %")
        #expect(Count.percent(0.998) == "99.8 %")
        #expect(Count.percent(0.0001) == "<0.1 %")
        #expect(Count.percent(0) == "0 %")
        #expect(Count.percent(1) == "100 %")
    }

    @Test func `the age of data changes its word four times`() {
        let last = Instant(milliseconds: 0)
        let words = [0, 59, 60, 299, 300, 899, 900].map { seconds in
            Age.ofData(since: last, now: Instant(milliseconds: Int64(seconds) * 1_000)).rawValue
        }
        #expect(words == ["now", "now", "1 min", "1 min", "5 min", "5 min", "stale"])
    }
}
