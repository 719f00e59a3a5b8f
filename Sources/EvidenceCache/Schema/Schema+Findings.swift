extension Schema {
    /// What the detector asserts. `document` is the JSON as it came; the other columns are read from it.
    static let findings = """
        CREATE TABLE organisation(
            id TEXT PRIMARY KEY, accounts INTEGER NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE TABLE indicator(
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, accounts INTEGER NOT NULL,
            ordinaryAccounts INTEGER NOT NULL, rarity REAL NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE TABLE flagFact(
            id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('account', 'cluster')), subject TEXT NOT NULL,
            score REAL NOT NULL CHECK(score BETWEEN 0 AND 1), status TEXT NOT NULL, version TEXT NOT NULL,
            at INTEGER NOT NULL, confirmedAt INTEGER NOT NULL, exchanges INTEGER NOT NULL, cluster TEXT,
            urgency REAL NOT NULL, reasons TEXT NOT NULL, targets TEXT NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE INDEX flagByUrgency ON flagFact(urgency, id);
        CREATE INDEX flagByScore ON flagFact(score, id);
        CREATE INDEX flagByTime ON flagFact(at, id);
        CREATE INDEX flagByExchanges ON flagFact(exchanges, id);
        CREATE INDEX flagBySubject ON flagFact(subject, kind);
        CREATE TABLE signal(
            kind TEXT NOT NULL CHECK(kind IN ('account', 'cluster')), subject TEXT NOT NULL, name TEXT NOT NULL,
            value REAL, unit TEXT NOT NULL, ordinary REAL, percentile REAL CHECK(percentile BETWEEN 0 AND 100),
            contribution REAL NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY(subject, kind, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cluster(
            id TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, score REAL NOT NULL,
            exchanges INTEGER NOT NULL, firstAt INTEGER NOT NULL, lastAt INTEGER NOT NULL, kinds TEXT NOT NULL,
            targets TEXT NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE TABLE membership(
            cluster TEXT NOT NULL, account TEXT NOT NULL, weight REAL NOT NULL, kinds TEXT NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY(cluster, account)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX membershipByAccount ON membership(account);
        -- Which accounts and clusters a shared value was named for, and by what: a membership, a cluster, a signal.
        CREATE TABLE indicatorUse(
            subject TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, indicator TEXT NOT NULL,
            PRIMARY KEY(subject, kind, source, indicator)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX indicatorUseByIndicator ON indicatorUse(indicator, kind);
        CREATE TABLE edge(
            a TEXT NOT NULL, b TEXT NOT NULL, kinds TEXT NOT NULL, weight REAL NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY(a, b), CHECK(a <= b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edgeByOther ON edge(b);
        CREATE TABLE release(
            id TEXT PRIMARY KEY, model TEXT NOT NULL, releasedAt INTEGER NOT NULL,
            revision INTEGER NOT NULL, sequence INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        """

    /// How far the feed was read, what ended, what was before, and what this version does not know.
    static let feed = """
        CREATE TABLE feedState(
            id INTEGER PRIMARY KEY CHECK(id = 1), epoch TEXT NOT NULL, cursor TEXT, withheld INTEGER NOT NULL DEFAULT 0,
            records INTEGER NOT NULL DEFAULT 0, syncedAt INTEGER NOT NULL, isCaughtUp INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE tombstone(
            kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY(kind, id)
        ) STRICT, WITHOUT ROWID;
        -- Revisions that were replaced, with the sequences from and to (exclusive) which they held.
        CREATE TABLE pastRevision(
            kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
            fromSequence INTEGER NOT NULL, toSequence INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY(kind, id, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE unknownRecord(
            kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, sequence INTEGER NOT NULL,
            document BLOB NOT NULL, PRIMARY KEY(kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE unknownField(
            kind TEXT NOT NULL, field TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(kind, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE syncLease(
            id INTEGER PRIMARY KEY CHECK(id = 1), holder TEXT NOT NULL, until INTEGER NOT NULL
        ) STRICT;
        """
}
