import Evidence
import Feed
import Foundation
import GRDB

/// Lays temporary views over the tables of a connection, so that every question is answered as of a moment: SQLite looks
/// for a name among temporary things first.
///
/// Findings are those that held then. Counts are those of now less what came later. Labels, mutes, outcomes and
/// claims are those of the time. Facts of an account, such as its plan, are those of now: their past is not kept.
struct AsOfViews {
    let moment: AsOf
    let db: Database

    private var sequence: SQLValue { .integer(moment.sequence) }

    /// Makes them. Takes one pass over the exchanges: about 0.2 s a million.
    func make() throws {
        for (kind, table) in FindingTable.all.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try layFinding(kind, table)
        }
        try layDecisions()
        try layExchanges()
        try layTally()
    }

    private func view(_ name: String, _ select: String) throws {
        try db.execute(sql: "CREATE TEMP VIEW \(name) AS \(select)")
    }

    private func layFinding(_ kind: FeedKind, _ table: FindingTable) throws {
        let present = "SELECT * FROM main.\(table.name) WHERE sequence <= \(moment.sequence)"
        guard table.keepsPast else { return try view(table.name, present) }
        let past = "past_\(table.name)"
        try db.execute(sql: "CREATE TEMP TABLE \(past) AS SELECT * FROM main.\(table.name) WHERE 0")
        let decoder = JSONDecoder()
        let sql = """
            SELECT id, revision, fromSequence, document FROM main.pastRevision
            WHERE kind = ? AND fromSequence <= ? AND toSequence > ?
            """
        let held = try db.rows(sql, [SQLValue(kind.rawValue), sequence, sequence]) {
            (revision: $0.int64(1), from: $0.int64(2), document: Data($0.bytes(3)))
        }
        let columns = table.keys + table.columns + ["revision", "sequence", "document"]
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let insert = "INSERT INTO temp.\(past)(\(columns.joined(separator: ", "))) VALUES (\(places))"
        for row in held {
            let values = try table.read(row.document, decoder)
            try db.run(insert, values + [.integer(row.revision), .integer(row.from), SQLValue(row.document)])
        }
        try view(table.name, present + " UNION ALL SELECT * FROM temp.\(past)")
    }

    private func layDecisions() throws {
        let time = moment.time.milliseconds
        try view("labelEvent", "SELECT * FROM main.labelEvent WHERE at <= \(time)")
        try view("muteEvent", "SELECT * FROM main.muteEvent WHERE at <= \(time)")
        try view("outcomeEvent", "SELECT * FROM main.outcomeEvent WHERE at <= \(time)")
        try view("claim", "SELECT * FROM main.claim WHERE at <= \(time) AND until > \(time)")
        try view("activity", "SELECT * FROM main.activity WHERE at <= \(time)")
        try db.execute(
            sql: """
                CREATE TEMP TABLE labelHead AS
                    SELECT subject, kind, analyst, id AS event, label, at, confidence, isLocal FROM (
                        SELECT *, row_number() OVER (PARTITION BY subject, kind, analyst ORDER BY at DESC, id DESC) AS n
                        FROM main.labelEvent WHERE at <= \(time)) WHERE n = 1;
                CREATE INDEX temp.headBySubject ON labelHead(subject, kind, analyst);
                """)
    }

    private func layExchanges() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE late AS SELECT key, account, at, target, ifnull(model, 0) AS model, template, origin,
                    ifnull(inputTokens, 0) AS inputTokens, ifnull(outputTokens, 0) AS outputTokens
                FROM main.exchangeFact WHERE sequence > \(moment.sequence);
                CREATE TEMP TABLE lateDaily AS SELECT account, at / 86400000 AS day, target, model, count(*) AS exchanges,
                    sum(inputTokens) AS inputTokens, sum(outputTokens) AS outputTokens FROM late GROUP BY 1, 2, 3, 4;
                CREATE INDEX temp.lateDailyByKey ON lateDaily(account, day, target, model);
                """)
        try view("exchangeFact", "SELECT * FROM main.exchangeFact WHERE sequence <= \(moment.sequence)")
        try view(
            "dailyCount",
            """
            SELECT d.account, d.day, d.target, d.model, d.exchanges - ifnull(l.exchanges, 0) AS exchanges,
                d.inputTokens - ifnull(l.inputTokens, 0) AS inputTokens,
                d.outputTokens - ifnull(l.outputTokens, 0) AS outputTokens
            FROM main.dailyCount d LEFT JOIN temp.lateDaily l
                ON l.account = d.account AND l.day = d.day AND l.target = d.target AND l.model = d.model
            WHERE d.exchanges > ifnull(l.exchanges, 0)
            """)
        try layCount("hourlyCount", "hour", from: "(at / 3600000 + 72) % 168")
        try layCount("targetCount", "target", from: "target")
        try layCount("modelCount", "model", from: "model")
        try layCount("templateCount", "template", from: "template")
        try layCount("originCount", "origin", from: "origin")
    }

    /// A count by account and one more column, less what came later.
    private func layCount(_ table: String, _ column: String, from expression: String) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE late_\(table) AS SELECT account, \(expression) AS \(column), count(*) AS exchanges
                FROM late WHERE \(expression) IS NOT NULL GROUP BY 1, 2;
                CREATE INDEX temp.late_\(table)_byKey ON late_\(table)(account, \(column));
                """)
        try view(
            table,
            """
            SELECT d.account, d.\(column), d.exchanges - ifnull(l.exchanges, 0) AS exchanges
            FROM main.\(table) d LEFT JOIN temp.late_\(table) l ON l.account = d.account AND l.\(column) = d.\(column)
            WHERE d.exchanges > ifnull(l.exchanges, 0)
            """)
    }

    private func layTally() throws {
        try db.execute(sql: "CREATE TEMP TABLE tally AS SELECT * FROM main.tally")
        for (name, table) in [
            ("flag", "flagFact"), ("cluster", "cluster"), ("membership", "membership"), ("signal", "signal"),
            ("edge", "edge"),
        ] {
            try db.execute(sql: "UPDATE temp.tally SET count = (SELECT count(*) FROM \(table)) WHERE name = '\(name)'")
        }
        try db.execute(sql: "UPDATE temp.tally SET count = count - (SELECT count(*) FROM late) WHERE name = 'exchange'")
    }
}
