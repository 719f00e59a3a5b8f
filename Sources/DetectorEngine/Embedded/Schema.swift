import GRDB

/// The tables of the embedded engine. Names of clients' things are BLOBs of their UTF-8, so that every byte counts.
enum Schema {
    /// Brings a database to this version's schema.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 exchanges, feed, events, tokens") { db in
            try db.execute(sql: exchanges)
            try db.execute(sql: feed)
            try db.execute(sql: events)
            try db.execute(sql: access)
        }
        migrator.registerMigration("2 outcomes", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: outcomes)
        }
        migrator.registerMigration("3 blocks", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: blocks)
            try BlockMigration(in: db).run()
        }
        // Nothing is moved: bodies that are spelt stay so. Versions before cannot read those that are packed.
        migrator.registerMigration("4 packed bodies") { _ in }
        return migrator
    }

    /// Exchanges, and the records of the feed of which there are many, in blocks.
    ///
    /// `keys` is a hash of each id, 8 bytes each; `ended` a bit for each record of whose thing the feed says something newer;
    /// `low` and `high` the exchanges that a block speaks of.
    private static let blocks = """
        CREATE TABLE exchangeBlock (
          first INTEGER PRIMARY KEY CHECK (first > 0),
          count INTEGER NOT NULL CHECK (count > 0 AND length(keys) = 8 * count),
          keys BLOB NOT NULL,
          exchanges BLOB NOT NULL
        ) STRICT;
        CREATE TABLE exchangeTextAnew (
          exchange INTEGER PRIMARY KEY,
          text BLOB NOT NULL
        ) STRICT;
        CREATE TABLE exchangeUnknown (
          exchange INTEGER PRIMARY KEY,
          fields BLOB NOT NULL
        ) STRICT;
        CREATE TABLE feedBlock (
          first INTEGER PRIMARY KEY CHECK (first > 0),
          last INTEGER NOT NULL CHECK (last >= first),
          kind TEXT NOT NULL,
          live INTEGER NOT NULL CHECK (live >= 0 AND live <= last - first + 1),
          ended BLOB,
          low INTEGER,
          high INTEGER
        ) STRICT;
        CREATE TABLE feedContent (
          block INTEGER PRIMARY KEY REFERENCES feedBlock(first),
          records BLOB NOT NULL
        ) STRICT;
        """

    /// `core` is the exchange without its text as JSON, `findings` what a score made of it; both together are its document.
    private static let exchanges = """
        CREATE TABLE exchange (
          number INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE,
          at INTEGER NOT NULL,
          digest BLOB NOT NULL CHECK (length(digest) = 16),
          core BLOB NOT NULL,
          unknownFields BLOB,
          findings BLOB,
          isExemplar INTEGER NOT NULL DEFAULT 0 CHECK (isExemplar IN (0, 1)),
          sequence INTEGER UNIQUE,
          revision INTEGER NOT NULL DEFAULT 0,
          CHECK ((sequence IS NULL) = (revision = 0)),
          CHECK ((sequence IS NULL) = (findings IS NULL))
        ) STRICT;
        CREATE TABLE exchangeText (
          exchange INTEGER PRIMARY KEY REFERENCES exchange(number) ON DELETE CASCADE,
          text BLOB NOT NULL
        ) STRICT;
        CREATE TABLE modelRelease (
          model BLOB PRIMARY KEY,
          releasedAt INTEGER NOT NULL
        ) STRICT;
        """

    /// The newest revision of everything in the feed but exchanges, which carry their sequence themselves.
    private static let feed = """
        CREATE TABLE counter (
          name TEXT PRIMARY KEY,
          value INTEGER NOT NULL
        ) STRICT;
        INSERT INTO counter VALUES ('sequence', 0), ('score', 0);
        CREATE TABLE state (
          name TEXT PRIMARY KEY,
          value BLOB NOT NULL
        ) STRICT;
        CREATE TABLE feedRecord (
          sequence INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          id BLOB NOT NULL,
          revision INTEGER NOT NULL CHECK (revision > 0),
          document BLOB,
          UNIQUE (kind, id)
        ) STRICT;
        """

    private static let events = """
        CREATE TABLE event (
          id TEXT PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('label', 'mute')),
          analyst BLOB NOT NULL,
          receivedAt INTEGER NOT NULL,
          document BLOB NOT NULL
        ) STRICT;
        CREATE TABLE activity (
          hash TEXT PRIMARY KEY,
          analyst BLOB NOT NULL,
          number INTEGER NOT NULL CHECK (number > 0),
          previous TEXT NOT NULL,
          receivedAt INTEGER NOT NULL,
          document BLOB NOT NULL
        ) STRICT;
        CREATE INDEX activityByPrevious ON activity(previous);
        CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
        CREATE TRIGGER eventIsNeverRemoved BEFORE DELETE ON event
          BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
        CREATE TRIGGER activityIsNeverChanged BEFORE UPDATE ON activity
          BEGIN SELECT RAISE(ABORT, 'activity is only ever added'); END;
        CREATE TRIGGER activityIsNeverRemoved BEFORE DELETE ON activity
          BEGIN SELECT RAISE(ABORT, 'activity is only ever added'); END;
        """

    /// Events may be outcomes too. The table is made anew, since SQLite cannot widen a CHECK.
    private static let outcomes = """
        CREATE TABLE eventAnew (
          id TEXT PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('label', 'mute', 'outcome')),
          analyst BLOB NOT NULL,
          receivedAt INTEGER NOT NULL,
          document BLOB NOT NULL
        ) STRICT;
        INSERT INTO eventAnew SELECT * FROM event ORDER BY rowid;
        DROP TABLE event;
        ALTER TABLE eventAnew RENAME TO event;
        CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
        CREATE TRIGGER eventIsNeverRemoved BEFORE DELETE ON event
          BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
        """

    private static let access = """
        CREATE TABLE token (
          number INTEGER PRIMARY KEY,
          name BLOB NOT NULL,
          hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
          scopes TEXT NOT NULL,
          createdAt INTEGER NOT NULL,
          expiresAt INTEGER,
          revokedAt INTEGER
        ) STRICT;
        CREATE TABLE audit (
          number INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          who BLOB NOT NULL,
          action TEXT NOT NULL,
          subject BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER auditIsNeverChanged BEFORE UPDATE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
        CREATE TRIGGER auditIsNeverRemoved BEFORE DELETE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
        """
}
