extension IntegrityCheck {
    private static let day = "(e.at - ((e.at % 86400000) + 86400000) % 86400000) / 86400000"

    /// The hour of the week from Monday: 1970-01-01 was a Thursday, 72 hours into its week.
    private static let hour =
        "((((e.at - ((e.at % 3600000) + 3600000) % 3600000) / 3600000 + 72) % 168) + 168) % 168"

    private static let recounts: [(table: String, sql: String)] = [
        (
            "dailyCount",
            """
            SELECT e.account, \(day), e.target, ifnull(e.model, 0), count(*), ifnull(sum(e.inputTokens), 0),
            ifnull(sum(e.outputTokens), 0) FROM exchangeFact e GROUP BY 1, 2, 3, 4
            """
        ),
        ("hourlyCount", "SELECT e.account, \(hour), count(*) FROM exchangeFact e GROUP BY 1, 2"),
        ("targetCount", "SELECT e.account, e.target, count(*) FROM exchangeFact e GROUP BY 1, 2"),
        ("modelCount", "SELECT e.account, ifnull(e.model, 0), count(*) FROM exchangeFact e GROUP BY 1, 2"),
        (
            "templateCount",
            "SELECT e.account, e.template, count(*) FROM exchangeFact e WHERE e.template IS NOT NULL GROUP BY 1, 2"
        ),
        ("originCount", "SELECT e.account, e.origin, count(*) FROM exchangeFact e GROUP BY 1, 2"),
        (
            "(SELECT * FROM textCount WHERE texts <> 0)",
            """
            SELECT e.account, count(*), sum(x.hidden > 0), sum(x.hidden) FROM exchangeText x
            JOIN exchangeFact e ON e.key = x.exchange GROUP BY 1
            """
        ),
    ]

    private static let totals: [(kind: String, sql: String)] = [
        ("account", "SELECT count(*) FROM accountFact WHERE revision > 0"),
        ("organisation", "SELECT count(*) FROM organisation"),
        ("exchange", "SELECT count(*) FROM exchangeFact"),
        ("conversation", "SELECT count(*) FROM conversationFact WHERE revision > 0"),
        ("template", "SELECT count(*) FROM templateFact WHERE revision > 0"),
        ("indicator", "SELECT count(*) FROM indicator"), ("flag", "SELECT count(*) FROM flagFact"),
        ("signal", "SELECT count(*) FROM signal"), ("cluster", "SELECT count(*) FROM cluster"),
        ("membership", "SELECT count(*) FROM membership"), ("edge", "SELECT count(*) FROM edge"),
        ("release", "SELECT count(*) FROM release"), ("text", "SELECT count(*) FROM exchangeText"),
        ("label", "SELECT count(*) FROM eventArrival WHERE kind = 'label'"),
        ("mute", "SELECT count(*) FROM eventArrival WHERE kind = 'mute'"),
        ("outcome", "SELECT count(*) FROM eventArrival WHERE kind = 'outcome'"),
    ]

    /// Every rollup and total is what a recount finds.
    mutating func checkCounts() throws {
        for (table, recount) in IntegrityCheck.recounts {
            let wrong = try db.count(
                """
                SELECT (SELECT count(*) FROM (SELECT * FROM \(table) EXCEPT \(recount)))
                + (SELECT count(*) FROM (\(recount) EXCEPT SELECT * FROM \(table)))
                """)
            if wrong > 0 { note("counts", "\(wrong) rows of \(table) differ from a recount.", IntegrityCheck.resync) }
        }
        for (kind, sql) in IntegrityCheck.totals {
            let counted = try db.count(sql)
            counts[kind] = counted
            let kept = try Tally.count(kind, in: db)
            if kept != counted {
                note("counts", "\(kept) of \(kind) are counted, \(counted) are there.", IntegrityCheck.resync)
            }
        }
    }

    /// The index knows each text.
    mutating func checkSearch() throws {
        let indexed = try db.count("SELECT count(*) FROM textIndex_docsize")
        let texts = try db.count("SELECT count(*) FROM exchangeText")
        if indexed != texts {
            note("search", "\(indexed) texts are indexed, \(texts) are there.", IntegrityCheck.resync)
        }
        let heads = try db.count(
            """
            SELECT count(*) FROM labelHead h LEFT JOIN labelEvent e ON e.id = h.event
            WHERE e.id IS NULL OR e.subject <> h.subject OR e.analyst <> h.analyst OR e.label IS NOT h.label
            """)
        if heads > 0 { note("labels", "\(heads) labels that hold differ from their events.", IntegrityCheck.resync) }
    }
}
