import Evidence
import GRDB

/// The counts that a page changes, gathered before they are written.
struct RollupChanges {
    struct Day: Hashable {
        var account: Int64
        var day: Int
        var target: Int
        var model: Int64
    }
    struct Pair: Hashable {
        var account: Int64
        var other: Int64
    }
    struct Amount {
        var exchanges = 0
        var input = 0
        var output = 0
    }
    struct Texts {
        var texts = 0
        var hiddenTexts = 0
        var hidden = 0
    }

    private var days: [Day: Amount] = [:]
    private var pairs: [String: [Pair: Int]] = [:]
    private var texts: [Int64: Texts] = [:]

    /// Counts an exchange in (`by` 1) or out (`by` -1).
    mutating func count(_ facts: ExchangeFacts, by sign: Int) {
        let day = Day(account: facts.account, day: facts.at.day, target: facts.target, model: facts.model ?? 0)
        var amount = days[day] ?? Amount()
        amount.exchanges += sign
        amount.input += sign * (facts.inputTokens ?? 0)
        amount.output += sign * (facts.outputTokens ?? 0)
        days[day] = amount
        let hour = Int64(facts.at.dayOfWeek * 24 + facts.at.hourOfDay)
        add("hourlyCount", facts.account, hour, sign)
        add("targetCount", facts.account, Int64(facts.target), sign)
        add("modelCount", facts.account, facts.model ?? 0, sign)
        if let template = facts.template { add("templateCount", facts.account, template, sign) }
        add("originCount", facts.account, facts.origin, sign)
    }

    /// Counts a cached text in or out.
    mutating func countText(account: Int64, hidden: Int, by sign: Int) {
        texts[account, default: Texts()].texts += sign
        texts[account, default: Texts()].hiddenTexts += hidden > 0 ? sign : 0
        texts[account, default: Texts()].hidden += sign * hidden
    }

    private mutating func add(_ table: String, _ account: Int64, _ other: Int64, _ sign: Int) {
        pairs[table, default: [:]][Pair(account: account, other: other), default: 0] += sign
    }

    private static let columns = [
        "hourlyCount": "hour", "targetCount": "target", "modelCount": "model", "templateCount": "template",
        "originCount": "origin",
    ]

    func write(to db: Database) throws {
        for (day, amount) in days { try write(day, amount, to: db) }
        for (table, changes) in pairs {
            guard let column = RollupChanges.columns[table] else { continue }
            for (pair, change) in changes where change != 0 {
                try write(pair, change, table, column, to: db)
            }
        }
        for (account, change) in texts {
            try db.run(
                """
                INSERT INTO textCount(account, texts, hiddenTexts, hidden) VALUES (?, ?, ?, ?) ON CONFLICT(account) DO UPDATE
                SET texts = texts + excluded.texts, hiddenTexts = hiddenTexts + excluded.hiddenTexts,
                    hidden = hidden + excluded.hidden
                """,
                [.integer(account), SQLValue(change.texts), SQLValue(change.hiddenTexts), SQLValue(change.hidden)])
        }
    }

    /// Rows whose count falls to 0 go, so that a recount finds the same rows.
    private func write(_ day: Day, _ amount: Amount, to db: Database) throws {
        let place: [SQLValue] = [.integer(day.account), SQLValue(day.day), SQLValue(day.target), .integer(day.model)]
        let change = [SQLValue(amount.exchanges), SQLValue(amount.input), SQLValue(amount.output)]
        guard amount.exchanges <= 0 else {
            try db.run(
                """
                INSERT INTO dailyCount(account, day, target, model, exchanges, inputTokens, outputTokens)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET exchanges = exchanges + excluded.exchanges,
                inputTokens = inputTokens + excluded.inputTokens, outputTokens = outputTokens + excluded.outputTokens
                """, place + change)
            return
        }
        try db.run(
            """
            UPDATE dailyCount SET exchanges = exchanges + ?, inputTokens = inputTokens + ?, outputTokens = outputTokens + ?
            WHERE account = ? AND day = ? AND target = ? AND model = ?
            """, change + place)
        try db.run(
            "DELETE FROM dailyCount WHERE account = ? AND day = ? AND target = ? AND model = ? AND exchanges = 0", place
        )
    }

    private func write(_ pair: Pair, _ change: Int, _ table: String, _ column: String, to db: Database) throws {
        let place: [SQLValue] = [.integer(pair.account), .integer(pair.other)]
        guard change < 0 else {
            try db.run(
                """
                INSERT INTO \(table)(account, \(column), exchanges) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET exchanges = exchanges + excluded.exchanges
                """, place + [SQLValue(change)])
            return
        }
        try db.run(
            "UPDATE \(table) SET exchanges = exchanges + ? WHERE account = ? AND \(column) = ?",
            [SQLValue(change)] + place)
        try db.run("DELETE FROM \(table) WHERE account = ? AND \(column) = ? AND exchanges = 0", place)
    }
}
