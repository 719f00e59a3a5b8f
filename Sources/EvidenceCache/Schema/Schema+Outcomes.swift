extension Schema {
    /// What became of accounts, and the places where such events are counted and queued.
    ///
    /// Two tables are made anew, since SQLite cannot widen a CHECK.
    static let outcomes = """
        CREATE TABLE outcomeEvent(
            id TEXT PRIMARY KEY, account TEXT NOT NULL,
            what TEXT NOT NULL CHECK(what IN ('banned', 'limited', 'appealed', 'reinstated')),
            at INTEGER NOT NULL, analyst TEXT NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE INDEX outcomeEventByAccount ON outcomeEvent(account, at, id);
        CREATE TRIGGER outcomeEventKept BEFORE DELETE ON outcomeEvent
            BEGIN SELECT RAISE(ABORT, 'outcomeEvent is append-only'); END;
        CREATE TRIGGER outcomeEventUnchanged BEFORE UPDATE ON outcomeEvent
            BEGIN SELECT RAISE(ABORT, 'outcomeEvent is append-only'); END;
        CREATE TABLE eventArrivalAnew(
            kind TEXT NOT NULL CHECK(kind IN ('label', 'mute', 'outcome')), id TEXT NOT NULL, revision INTEGER NOT NULL,
            sequence INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(kind, id)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO eventArrivalAnew SELECT * FROM eventArrival;
        DROP TABLE eventArrival;
        ALTER TABLE eventArrivalAnew RENAME TO eventArrival;
        CREATE TABLE outboxAnew(
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK(kind IN ('label', 'mute', 'activity', 'outcome')),
            id TEXT NOT NULL UNIQUE, queuedAt INTEGER NOT NULL,
            outcome TEXT CHECK(outcome IN ('stored', 'known', 'refused')), reason TEXT
        ) STRICT;
        INSERT INTO outboxAnew SELECT * FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE outboxAnew RENAME TO outbox;
        CREATE INDEX outboxWaiting ON outbox(number) WHERE outcome IS NULL;
        """

    /// Which event an event takes back: history only grows, and what was recorded by mistake no longer counts.
    static let outcomesTakenBack = """
        ALTER TABLE outcomeEvent ADD COLUMN takesBack TEXT;
        CREATE INDEX outcomeEventByTaken ON outcomeEvent(takesBack) WHERE takesBack IS NOT NULL;
        """
}
