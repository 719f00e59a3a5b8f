import GRDB
import GRDBSQLite

/// Why the cache could not do what was asked.
public enum CacheProblem: Error, Hashable, Sendable {
    /// The file cannot be opened or made; the system's reason.
    case cannotOpen(path: String, reason: String)
    /// The file was made by a newer version of the program.
    case newerVersion(path: String)
    /// No room is left on the disk.
    case diskFull
    /// The file or its directory may only be read.
    case readOnly
    /// Another program holds the cache, and did not let go in five seconds.
    case busy
    /// A page of the file is damaged; SQLite's words.
    case damaged(String)
    /// Another console on this cache is syncing, until this moment in ms since 1970 unless it goes on.
    case syncHeld(by: String, until: Int64)
    /// The page belongs to another epoch than the cache.
    case otherEpoch(known: String, came: String)
    /// There is nothing of that kind with that id.
    case notFound(kind: String, id: String)
    /// What was asked breaks a rule of the cache; the rule.
    case refused(String)
    /// A rule of the schema refuses a value; SQLite's words.
    case constraint(String)
    /// Anything else that SQLite says.
    case database(code: Int32, String)

    init(code: Int32, message: String) {
        switch code & 0xff {
        case SQLITE_FULL: self = .diskFull
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR: self = .damaged(message)
        case SQLITE_CONSTRAINT: self = .constraint(message)
        default: self = .database(code: code, message)
        }
    }

    /// The problem behind an error, whatever layer threw it.
    init(_ error: any Error) {
        switch error {
        case let problem as CacheProblem: self = problem
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .database(code: SQLITE_ERROR, String(describing: error))
        }
    }
}

extension CacheProblem {
    /// What happened, and what to do next.
    public var sentence: String {
        switch self {
        case .cannotOpen(let path, let reason): "The cache \(path) cannot be opened: \(reason)."
        case .newerVersion(let path):
            "The cache \(path) was made by a newer stillwatch; use that one, or another --cache."
        case .diskFull: "The disk is full. Nothing acknowledged is lost; make room and try again."
        case .readOnly: "The cache may only be read. Check the owner and mode of its file and directory."
        case .busy: "Another program holds the cache. Try again in a moment."
        case .damaged(let words):
            "The cache is damaged (\(words)). Run stillwatch fsck; labels can be saved with stillwatch labels export."
        case .syncHeld(let holder, _): "\(holder) is syncing this cache. Wait, or stop it."
        case .otherEpoch: "The detector started a new feed; the cache has to be built again."
        case .notFound(let kind, let id): "There is no \(kind) \(id.debugDescription) in the cache."
        case .refused(let rule): rule
        case .constraint(let words): "A rule of the cache refuses this: \(words)."
        case .database(_, let words): "SQLite says: \(words)."
        }
    }
}
