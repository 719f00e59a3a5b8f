import Digests
public import Evidence
import Feed
import Foundation
import GRDB

/// The engine inside one process: SQLite for everything, signals computed in Swift over all exchanges.
///
/// Any number of processes may have one state open. SQLite lets one of them write at a time and gives every reader a page
/// boundary of its own, so that a page of the feed is never half of a score.
public final class EmbeddedEngine: Engine, Sendable {
    /// Where the state is.
    public let directory: StateDirectory
    /// The feed's epoch, made with the state.
    public let epoch: String

    let database: DatabasePool
    let pseudonyms: Pseudonyms
    let idKey: IDKey
    /// The exchanges by their ids.
    let seen = SeenExchanges()
    let signingKey: SigningKey
    let now: @Sendable () -> Instant

    /// What time it is, by this engine's clock.
    public func clock() -> Instant { now() }

    /// Opens a state.
    ///
    /// - Parameters:
    ///   - directory: where it is.
    ///   - mayCreate: whether to make it where there is none.
    ///   - keepsAddresses: whether clients' addresses stay beside their hashes, from now on.
    ///   - now: the clock.
    /// - Throws: ``StateError``, or GRDB's error for a database that cannot be read.
    public init(
        _ directory: StateDirectory, mayCreate: Bool, keepsAddresses: Bool = false,
        now: @escaping @Sendable () -> Instant
    ) throws {
        guard mayCreate || directory.exists else { throw StateError.missing(directory: directory.path) }
        try directory.prepare()
        self.directory = directory
        self.now = now
        pseudonyms = Pseudonyms(key: try directory.secret(at: directory.key), keepsAddresses: keepsAddresses)
        signingKey = try SigningKey(bytes: try directory.secret(at: directory.signingKey))
        database = try EmbeddedEngine.open(directory)
        (epoch, idKey) = try database.write { (try EmbeddedEngine.epoch(in: $0), try IDKey(in: $0)) }
    }

    /// Pages that a connection keeps at most, in kB.
    private static let cacheKilobytes = 16 << 10

    private static func open(_ directory: StateDirectory) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // What was acknowledged outlives a power cut, not only the end of the process.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes); PRAGMA wal_autocheckpoint = 8192")
        }
        let migrator = Schema.migrator
        do {
            let pool = try DatabasePool(path: directory.database, configuration: configuration)
            guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else {
                throw StateError.newer(path: directory.database)
            }
            try migrator.migrate(pool)
            return pool
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
        {
            throw StateError.damaged(path: directory.database, reason: error.message ?? "it is no database")
        }
    }

    private static func epoch(in db: Database) throws -> String {
        if let bytes = try Data.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'epoch'") {
            return String(decoding: bytes, as: UTF8.self)
        }
        let epoch = String(UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(16))
        try db.execute(sql: "INSERT INTO state VALUES ('epoch', ?)", arguments: [Data(epoch.utf8)])
        return epoch
    }

    /// How much there is of everything.
    public func census() async throws -> Census {
        try await database.read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            func records(_ kind: FeedKind) throws -> Int {
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM feedRecord WHERE kind = ? AND document IS NOT NULL",
                    arguments: [kind.rawValue]) ?? 0
            }
            return Census(
                exchanges: Int(try ExchangeTable(in: db).count()),
                exchangesInFeed: try FeedBlockTable(db: db).count(of: .exchange),
                accounts: try records(.account), flags: try records(.flag), clusters: try records(.cluster),
                labels: try count("SELECT count(*) FROM event WHERE kind = 'label'"),
                mutes: try count("SELECT count(*) FROM event WHERE kind = 'mute'"),
                sequence: try Counter.sequence.value(in: db), scores: Int(try Counter.score.value(in: db)))
        }
    }

    /// Whether an error says that another process is writing the database for longer than was waited.
    public static func isBusy(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
    }

    /// The highest sequence of the feed so far, 0 for an empty one.
    public func newestSequence() async throws -> Int64 {
        try await database.read { try Counter.sequence.value(in: $0) }
    }
}

/// A number that only goes up.
enum Counter: String {
    /// The highest sequence given to a record of the feed.
    case sequence
    /// The number of scores stored.
    case score

    func value(in db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT value FROM counter WHERE name = ?", arguments: [rawValue]) ?? 0
    }

    func set(_ value: Int64, in db: Database) throws {
        try db.execute(sql: "UPDATE counter SET value = ? WHERE name = ?", arguments: [value, rawValue])
    }
}
