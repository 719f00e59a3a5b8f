import GRDB

extension EvidenceCache {
    /// The schema's versions. A version that was released never changes; the next one alters it.
    static var schema: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: Schema.dictionaries)
            try db.execute(sql: Schema.exchanges)
            try db.execute(sql: Schema.findings)
            try db.execute(sql: Schema.rollups)
            try db.execute(sql: Schema.feed)
            try db.execute(sql: Schema.decisions)
            try db.execute(sql: Schema.cases)
            try db.execute(sql: Schema.guards)
            try db.execute(sql: Schema.views)
            for target in CapabilityCode.all {
                try db.run(
                    "INSERT INTO targetName(code, name) VALUES (?, ?)", [SQLValue(target.code), SQLValue(target.word)])
            }
        }
        // None touches a reference: to check all of them would take ten times as long as the rest.
        migrator.registerMigration("2", foreignKeyChecks: .immediate) { db in try db.execute(sql: Schema.outcomes) }
        migrator.registerMigration("3", foreignKeyChecks: .immediate) { db in try db.execute(sql: Schema.indexes) }
        migrator.registerMigration("4", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: Schema.outcomesTakenBack)
        }
        return migrator
    }
}

/// The SQL of the schema, a part a file. docs/cache.md describes it for those who open the file with other programs.
enum Schema {}
