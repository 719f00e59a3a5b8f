public import Evidence
import GRDB
public import HostileText

/// Exchanges in time, as a stacked histogram.
public struct Timeline: Hashable, Sendable {
    /// Where the first bucket begins.
    public var from: Instant
    /// How long a bucket is, in milliseconds.
    public var width: Int64
    /// One series a target or model, largest first.
    public var series: [Series]

    /// The exchanges in all.
    public var total: Int { series.reduce(0) { $0 + $1.total } }

    /// The exchanges of one target or model.
    public struct Series: Hashable, Sendable {
        /// Which.
        public var name: Name
        /// A number for each bucket.
        public var counts: [Int]
        /// Their sum.
        public var total: Int { counts.reduce(0, +) }
    }

    /// What a series is of.
    public enum Name: Hashable, Sendable {
        /// A capability target.
        case target(CapabilityTarget)
        /// A model; `nil` where no log named one.
        case model(UntrustedText?)
    }

    /// What bars are stacked by.
    public enum Stacking: Hashable, Sendable {
        /// Capability targets.
        case target
        /// Models.
        case model
    }
}

extension EvidenceCache {
    /// The histogram of a scope from one time to another (exclusive), in buckets of `width` milliseconds.
    ///
    /// Buckets of whole UTC days come from rollups; finer ones count the scope's exchanges in that time, by index.
    /// - Throws: `CacheProblem.refused` for more than 20,000 buckets.
    public func timeline(
        of scope: Scope, from: Instant, to end: Instant, width: Int64, by stacking: Timeline.Stacking = .target
    ) throws -> Timeline {
        let both = try timelines(of: scope, from: from, to: end, width: width)
        return stacking == .target ? both.byTarget : both.byModel
    }

    /// The same histogram stacked both ways, at the cost of one.
    public func timelines(
        of scope: Scope, from: Instant, to end: Instant, width: Int64
    ) throws -> (byTarget: Timeline, byModel: Timeline) {
        let buckets = width > 0 ? (max(0, end - from) + width - 1) / width : 0
        guard width > 0, buckets <= 20_000 else { throw CacheProblem.refused("A timeline has at most 20,000 buckets.") }
        return try read { db in
            let counts = TimelineCounts(
                accounts: AccountSet(scope), from: from, end: end, width: width, buckets: Int(buckets))
            let isWholeDays = width % Instant.day == 0 && from.milliseconds % Instant.day == 0
            let (targets, models) = isWholeDays ? try counts.fromRollups(in: db) : try counts.fromExchanges(in: db)
            return (
                counts.timeline(targets) { .target(CapabilityCode.target(of: Int($0))) },
                try counts.timeline(models) { key in
                    .model(
                        try db.row("SELECT name FROM modelName WHERE key = ?", [.integer(key)]) { $0.untrusted(0) })
                }
            )
        }
    }

    /// The first and last exchange of a scope, by whole days for more than one account; `nil` without any.
    public func span(of scope: Scope) throws -> (first: Instant, last: Instant)? {
        try read { db in
            let whose = AccountSet(scope).contains("key")
            return try db.row(
                "SELECT min(firstAt), max(lastAt) FROM accountFact WHERE revision > 0 AND \(whose.sql)", whose.values
            ) { $0.isNull(0) ? nil : ($0.instant(0), $0.instant(1)) } ?? nil
        }
    }

    /// Releases of models, oldest first, for the marks on a timeline.
    public func releases() throws -> [Release] {
        try read { db in try db.rows("SELECT document FROM release ORDER BY releasedAt, model") { try $0.document(0) } }
    }

    /// Exchanges by hour of the week in UTC: 168 numbers from Monday 00:00.
    public func hours(of scope: Scope) throws -> [Int] {
        try read { db in try Rollups.hours(of: AccountSet(scope), in: db) }
    }
}

/// Breaks ties between series of one size, so that colours do not jump.
private func order(_ series: Timeline.Series) -> String {
    switch series.name {
    case .target(let target): target.rawValue
    case .model(let model): model?.verbatim ?? ""
    }
}

private struct TimelineCounts {
    let accounts: AccountSet
    let from: Instant
    let end: Instant
    let width: Int64
    let buckets: Int

    /// For each target or model, the counts of the buckets.
    typealias Counts = [Int64: [Int]]

    func fromRollups(in db: Database) throws -> (targets: Counts, models: Counts) {
        let whose = accounts.contains("account")
        return try fold(
            """
            SELECT day, target, model, sum(exchanges) FROM dailyCount
            WHERE \(whose.sql) AND day >= ? AND day < ? GROUP BY 1, 2, 3
            """, whose.values + [SQLValue(from.day), SQLValue((end + (Instant.day - 1)).day)], in: db
        ) { ($0 - from.day) / Int(width / Instant.day) }
    }

    func fromExchanges(in db: Database) throws -> (targets: Counts, models: Counts) {
        let whose = accounts.containsEach("account")
        return try fold(
            """
            SELECT (at - ?) / ?, target, ifnull(model, 0), count(*) FROM exchangeFact
            WHERE \(whose.sql) AND at >= ? AND at < ? GROUP BY 1, 2, 3
            """, [SQLValue(from), .integer(width)] + whose.values + [SQLValue(from), SQLValue(end)], in: db
        ) { $0 }
    }

    private func fold(
        _ sql: String, _ values: [SQLValue], in db: Database, bucket: (Int) -> Int
    ) throws -> (Counts, Counts) {
        var targets: Counts = [:]
        var models: Counts = [:]
        let none = Array(repeating: 0, count: buckets)
        try db.step(sql, values) { row in
            let (bucket, count) = (bucket(row.int(0)), row.int(3))
            targets[row.int64(1), default: none][bucket] += count
            models[row.int64(2), default: none][bucket] += count
            return true
        }
        return (targets, models)
    }

    func timeline(_ counts: Counts, name: (Int64) throws -> Timeline.Name) rethrows -> Timeline {
        let series = try counts.map { Timeline.Series(name: try name($0.key), counts: $0.value) }
        return Timeline(
            from: from, width: width, series: series.sorted { ($0.total, order($1)) > ($1.total, order($0)) })
    }
}
