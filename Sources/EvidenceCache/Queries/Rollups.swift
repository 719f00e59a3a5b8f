import Evidence
import GRDB

/// Reads the counts that the sync keeps up.
enum Rollups {
    /// The day of the newest exchange that ever came; 0 in an empty cache.
    static func newestDay(in db: Database) throws -> Int {
        try db.row("SELECT count FROM tally WHERE name = 'newestAt'") { $0.instant(0).day } ?? 0
    }

    /// Exchanges a day, from one day through another.
    static func days(of accounts: AccountSet, from first: Int, through last: Int, in db: Database) throws -> [Int] {
        var days = Array(repeating: 0, count: max(0, last - first + 1))
        let whose = accounts.contains("account")
        try db.step(
            "SELECT day, sum(exchanges) FROM dailyCount WHERE \(whose.sql) AND day BETWEEN ? AND ? GROUP BY day",
            whose.values + [SQLValue(first), SQLValue(last)]
        ) { row in
            days[row.int(0) - first] = row.int(1)
            return true
        }
        return days
    }

    /// Hidden characters in all cached texts.
    static func hidden(of accounts: AccountSet, in db: Database) throws -> Int {
        let whose = accounts.contains("account")
        return try db.count("SELECT ifnull(sum(hidden), 0) FROM textCount WHERE \(whose.sql)", whose.values)
    }

    /// Exchanges by hour of the week in UTC, 168 numbers from Monday 00:00.
    static func hours(of accounts: AccountSet, in db: Database) throws -> [Int] {
        var hours = Array(repeating: 0, count: 168)
        let whose = accounts.contains("account")
        try db.step(
            "SELECT hour, sum(exchanges) FROM hourlyCount WHERE \(whose.sql) GROUP BY hour", whose.values
        ) { row in
            hours[row.int(0)] = row.int(1)
            return true
        }
        return hours
    }
}

/// How many things of each kind there are, kept up by the sync.
enum Tally {
    static func count(_ name: String, in db: Database) throws -> Int {
        try db.row("SELECT count FROM tally WHERE name = ?", [SQLValue(name)]) { $0.int(0) } ?? 0
    }
}
