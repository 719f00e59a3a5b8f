extension Schema {
    /// Words that exchanges refer to by number.
    static let dictionaries = """
        CREATE TABLE targetName(code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE modelName(key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        -- Where requests came from and whose key they bore, each combination once; digest is 16 bytes over all columns.
        CREATE TABLE origin(
            key INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE CHECK(length(digest) = 16),
            range TEXT, asn INTEGER, country TEXT, userAgent TEXT, tlsFingerprint TEXT,
            keyHash TEXT, payment TEXT, emailDomain TEXT
        ) STRICT;
        CREATE INDEX originByRange ON origin(range);
        CREATE INDEX originByAsn ON origin(asn);
        CREATE INDEX originByCountry ON origin(country);
        CREATE INDEX originByUserAgent ON origin(userAgent);
        CREATE INDEX originByFingerprint ON origin(tlsFingerprint);
        CREATE INDEX originByKey ON origin(keyHash);
        CREATE INDEX originByPayment ON origin(payment);
        CREATE INDEX originByDomain ON origin(emailDomain);
        -- How requests were made, each combination once: JSON of provider, operation, parameters, finish reason, tools.
        CREATE TABLE manner(key INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE) STRICT;
        """

    /// Accounts, conversations, templates and exchanges: short rows, since there are many.
    ///
    /// `revision` 0 marks a thing that others name and that has not come itself.
    static let exchanges = """
        CREATE TABLE accountFact(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            organisation TEXT, pathway TEXT, plan TEXT, createdAt INTEGER, country TEXT, asn INTEGER,
            score REAL CHECK(score BETWEEN 0 AND 1), isFlagged INTEGER NOT NULL DEFAULT 0 CHECK(isFlagged IN (0, 1)),
            cluster TEXT, exchanges INTEGER NOT NULL DEFAULT 0, conversations INTEGER NOT NULL DEFAULT 0,
            keys INTEGER NOT NULL DEFAULT 0, inputTokens INTEGER, outputTokens INTEGER, firstAt INTEGER, lastAt INTEGER,
            revision INTEGER NOT NULL DEFAULT 0, sequence INTEGER NOT NULL DEFAULT 0, document BLOB
        ) STRICT;
        CREATE INDEX accountByScore ON accountFact(score, id);
        CREATE INDEX accountByOrganisation ON accountFact(organisation);
        CREATE TABLE conversationFact(
            key INTEGER PRIMARY KEY, idHash INTEGER NOT NULL, id TEXT NOT NULL,
            account INTEGER REFERENCES accountFact(key), firstAt INTEGER, lastAt INTEGER,
            turns INTEGER NOT NULL DEFAULT 0, isInferred INTEGER NOT NULL DEFAULT 0 CHECK(isInferred IN (0, 1)),
            revision INTEGER NOT NULL DEFAULT 0, sequence INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX conversationByHash ON conversationFact(idHash);
        CREATE INDEX conversationByAccount ON conversationFact(account, firstAt);
        CREATE TABLE templateFact(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, target TEXT, accounts INTEGER, exchanges INTEGER,
            revision INTEGER NOT NULL DEFAULT 0, sequence INTEGER NOT NULL DEFAULT 0, document BLOB
        ) STRICT;
        CREATE TABLE exchangeFact(
            key INTEGER PRIMARY KEY, idHash INTEGER NOT NULL, id TEXT NOT NULL,
            account INTEGER NOT NULL REFERENCES accountFact(key),
            conversation INTEGER REFERENCES conversationFact(key),
            at INTEGER NOT NULL, model INTEGER REFERENCES modelName(key),
            inputTokens INTEGER, outputTokens INTEGER, status INTEGER CHECK(status BETWEEN 0 AND 2),
            target INTEGER NOT NULL REFERENCES targetName(code), template INTEGER REFERENCES templateFact(key),
            origin INTEGER NOT NULL REFERENCES origin(key), manner INTEGER NOT NULL REFERENCES manner(key),
            revision INTEGER NOT NULL CHECK(revision > 0), sequence INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX exchangeByHash ON exchangeFact(idHash);
        CREATE INDEX exchangeByAccount ON exchangeFact(account, at);
        -- The whole document of an exchange whose text came: gzip, its length before, and the SHA-256 of that.
        CREATE TABLE exchangeText(
            exchange INTEGER PRIMARY KEY REFERENCES exchangeFact(key), document BLOB NOT NULL,
            bytes INTEGER NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32), hidden INTEGER NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE textIndex USING fts5(words, content = '', tokenize = 'trigram');
        """

    /// Counts that the sync keeps up, so that no screen scans exchanges. Model 0 is an unknown model.
    static let rollups = """
        CREATE TABLE dailyCount(
            account INTEGER NOT NULL, day INTEGER NOT NULL, target INTEGER NOT NULL, model INTEGER NOT NULL,
            exchanges INTEGER NOT NULL CHECK(exchanges >= 0), inputTokens INTEGER NOT NULL, outputTokens INTEGER NOT NULL,
            PRIMARY KEY(account, day, target, model)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hourlyCount(
            account INTEGER NOT NULL, hour INTEGER NOT NULL CHECK(hour BETWEEN 0 AND 167),
            exchanges INTEGER NOT NULL CHECK(exchanges >= 0), PRIMARY KEY(account, hour)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE targetCount(
            account INTEGER NOT NULL, target INTEGER NOT NULL, exchanges INTEGER NOT NULL CHECK(exchanges >= 0),
            PRIMARY KEY(account, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE modelCount(
            account INTEGER NOT NULL, model INTEGER NOT NULL, exchanges INTEGER NOT NULL CHECK(exchanges >= 0),
            PRIMARY KEY(account, model)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE templateCount(
            account INTEGER NOT NULL, template INTEGER NOT NULL, exchanges INTEGER NOT NULL CHECK(exchanges >= 0),
            PRIMARY KEY(account, template)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX templateCountByTemplate ON templateCount(template);
        CREATE TABLE originCount(
            account INTEGER NOT NULL, origin INTEGER NOT NULL, exchanges INTEGER NOT NULL CHECK(exchanges >= 0),
            PRIMARY KEY(account, origin)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX originCountByOrigin ON originCount(origin);
        CREATE TABLE textCount(
            account INTEGER PRIMARY KEY, texts INTEGER NOT NULL, hiddenTexts INTEGER NOT NULL, hidden INTEGER NOT NULL
        ) STRICT;
        -- How many things of each kind there are.
        CREATE TABLE tally(name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """
}
