extension Schema {
    /// What analysts decide: labels, mutes, claims, the activity log, and the outbox that carries them to the detector.
    static let decisions = """
        CREATE TABLE labelEvent(
            id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('account', 'cluster')), subject TEXT NOT NULL,
            label TEXT, analyst TEXT NOT NULL, at INTEGER NOT NULL,
            confidence INTEGER NOT NULL CHECK(confidence BETWEEN 1 AND 3), supersedes TEXT,
            isLocal INTEGER NOT NULL CHECK(isLocal IN (0, 1)),
            document BLOB NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32)
        ) STRICT;
        CREATE INDEX labelEventBySubject ON labelEvent(subject, kind, analyst);
        CREATE INDEX labelEventByTime ON labelEvent(at, id);
        -- The label that holds, folded from the events; `label` is NULL after it was taken back.
        CREATE TABLE labelHead(
            subject TEXT NOT NULL, kind TEXT NOT NULL, analyst TEXT NOT NULL, event TEXT NOT NULL,
            label TEXT, at INTEGER NOT NULL, confidence INTEGER NOT NULL, isLocal INTEGER NOT NULL,
            PRIMARY KEY(subject, kind, analyst)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX labelHeadByLabel ON labelHead(label, analyst);
        CREATE TABLE muteEvent(
            id TEXT PRIMARY KEY, indicator TEXT NOT NULL, isMuted INTEGER NOT NULL CHECK(isMuted IN (0, 1)),
            analyst TEXT NOT NULL, at INTEGER NOT NULL, document BLOB NOT NULL
        ) STRICT;
        CREATE INDEX muteEventByIndicator ON muteEvent(indicator, at, id);
        -- Which of the events above the feed has brought, so that they count in the digest.
        CREATE TABLE eventArrival(
            kind TEXT NOT NULL CHECK(kind IN ('label', 'mute')), id TEXT NOT NULL, revision INTEGER NOT NULL,
            sequence INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE claim(
            flag TEXT PRIMARY KEY, analyst TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE activity(
            number INTEGER PRIMARY KEY CHECK(number > 0), at INTEGER NOT NULL, actor TEXT NOT NULL,
            action TEXT NOT NULL, subject TEXT, details TEXT NOT NULL,
            previous TEXT NOT NULL CHECK(length(previous) = 64), hash TEXT NOT NULL UNIQUE CHECK(length(hash) = 64)
        ) STRICT;
        CREATE INDEX activityBySubject ON activity(subject);
        CREATE TABLE outbox(
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK(kind IN ('label', 'mute', 'activity')),
            id TEXT NOT NULL UNIQUE, queuedAt INTEGER NOT NULL,
            outcome TEXT CHECK(outcome IN ('stored', 'known', 'refused')), reason TEXT
        ) STRICT;
        CREATE INDEX outboxWaiting ON outbox(number) WHERE outcome IS NULL;
        CREATE TABLE countersignature(
            number INTEGER PRIMARY KEY, head TEXT NOT NULL, signature TEXT NOT NULL, publicKey TEXT NOT NULL
        ) STRICT;
        CREATE TABLE consoleState(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE identity(id INTEGER PRIMARY KEY CHECK(id = 1), chain TEXT NOT NULL) STRICT;
        INSERT INTO identity(id, chain) VALUES (1, lower(hex(randomblob(16))));
        """

    /// Cases. They stay local until they are exported.
    static let cases = """
        CREATE TABLE caseFile(
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            status TEXT NOT NULL CHECK(status IN ('open', 'closed')), analyst TEXT NOT NULL,
            createdAt INTEGER NOT NULL, changedAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE caseItem(
            caseFile TEXT NOT NULL REFERENCES caseFile(id),
            kind TEXT NOT NULL CHECK(kind IN ('account', 'cluster', 'conversation', 'exchange')), subject TEXT NOT NULL,
            analyst TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(caseFile, kind, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX caseItemBySubject ON caseItem(subject, kind);
        CREATE TABLE caseNote(
            number INTEGER PRIMARY KEY AUTOINCREMENT, caseFile TEXT NOT NULL REFERENCES caseFile(id),
            text TEXT NOT NULL, analyst TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        """

    /// History is added to and never rewritten.
    static let guards = ["labelEvent", "muteEvent", "activity", "caseNote"].map { table in
        """
        CREATE TRIGGER \(table)Kept BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)Unchanged BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        """
    }.joined(separator: "\n")
}
