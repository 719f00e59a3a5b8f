import Foundation
import GRDB
import Synchronization

/// The local evidence cache: everything that the console shows, and everything that analysts decide, in one SQLite file.
///
/// Reads never wait for a sync's write. All methods may be called from any thread; they block for as long as SQLite takes,
/// so the console calls them off its main actor. They throw ``CacheProblem``.
public final class EvidenceCache: Sendable {
    let writer: any DatabaseWriter
    /// Where the file is; `nil` for a cache in memory.
    public let path: String?
    /// Names this handle in the sync lease.
    let holder: String

    init(writer: any DatabaseWriter, path: String?) throws {
        self.writer = writer
        self.path = path
        holder = "process \(ProcessInfo.processInfo.processIdentifier)/\(UUID().uuidString.prefix(8))"
    }

    /// Opens the cache in a file, and makes it with its directory where there is none: mode 0600 in a 0700 directory.
    ///
    /// - Parameter readsOnly: opens an existing cache without the right to change it, for files of others.
    /// - Throws: ``CacheProblem``.
    public static func open(at path: String, readsOnly: Bool = false) throws -> EvidenceCache {
        do {
            if !readsOnly { try PrivateFile.prepare(path) }
            var configuration = EvidenceCache.configuration
            configuration.readonly = readsOnly
            let pool = try DatabasePool(path: path, configuration: configuration)
            if !readsOnly {
                guard try !pool.read({ try schema.hasBeenSuperseded($0) }) else {
                    throw CacheProblem.newerVersion(path: path)
                }
                // What was acknowledged survives a power cut, too; GRDB would set NORMAL.
                try pool.writeWithoutTransaction { try $0.execute(sql: writerSettings) }
                try migrate(pool)
                try PrivateFile.restrict(path)
            }
            return try EvidenceCache(writer: pool, path: path)
        } catch let problem as CacheProblem {
            throw problem
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            throw CacheProblem.cannotOpen(path: path, reason: error.message ?? "no such file")
        } catch let error as CocoaError {
            throw CacheProblem.cannotOpen(path: path, reason: error.localizedDescription)
        } catch {
            throw CacheProblem(error)
        }
    }

    /// Brings the schema up to date.
    ///
    /// Each migration is a transaction, but which ones are still to do is read before: where a sync and a console open a new
    /// cache at once, one of them fails at what the other has just made, and has the rest to do.
    private static func migrate(_ pool: DatabasePool) throws {
        for _ in 1..<schema.migrations.count {
            do {
                return try schema.migrate(pool)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
                continue
            }
        }
        try schema.migrate(pool)
    }

    /// Makes an empty cache in memory, for tests and trials.
    public static func inMemory() throws -> EvidenceCache {
        do {
            let queue = try DatabaseQueue(configuration: configuration)
            try schema.migrate(queue)
            return try EvidenceCache(writer: queue, path: nil)
        } catch {
            throw CacheProblem(error)
        }
    }

    private static let writerSettings =
        "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864"

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            db.add(function: saysText)
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000; PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Reads a consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try writer.read(body)
        } catch {
            throw CacheProblem(error)
        }
    }

    /// Changes the cache in one transaction: all of it or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try writer.write(body)
        } catch {
            throw CacheProblem(error)
        }
    }
}
