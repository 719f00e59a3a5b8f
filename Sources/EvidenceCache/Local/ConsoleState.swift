extension EvidenceCache {
    /// A value that the console keeps from one start to the next, such as the state string of the last view.
    public func consoleState(_ key: String) throws -> String? {
        try read { db in
            try db.row("SELECT value FROM consoleState WHERE key = ?", [SQLValue(key)]) { $0.string(0) }
        }
    }

    /// Keeps a value; `nil` forgets it.
    public func setConsoleState(_ key: String, to value: String?) throws {
        try write { db in
            guard let value else {
                try db.run("DELETE FROM consoleState WHERE key = ?", [SQLValue(key)])
                return
            }
            try db.run(
                "INSERT OR REPLACE INTO consoleState(key, value) VALUES (?, ?)", [SQLValue(key), SQLValue(value)])
        }
    }
}
