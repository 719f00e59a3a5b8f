/// One row of a question in SQL: the columns in order, with their names.
public struct SQLResultRow: Hashable, Sendable {
    /// The values, each with the name of its column.
    public var columns: [(name: String, value: SQLValue)]

    /// Equal when names and values are.
    public static func == (left: SQLResultRow, right: SQLResultRow) -> Bool {
        left.columns.elementsEqual(right.columns) { $0 == $1 }
    }

    /// Hashes names and values.
    public func hash(into hasher: inout Hasher) {
        for column in columns {
            hasher.combine(column.name)
            hasher.combine(column.value)
        }
    }
}

/// The answer to a question in SQL.
public struct SQLResult: Hashable, Sendable {
    /// The names of the columns, also where there is no row.
    public var names: [String]
    /// The rows, at most as many as were asked for.
    public var rows: [SQLResultRow]
    /// Whether there are more rows than were asked for.
    public var isTruncated: Bool
}

/// Why a question in SQL has no answer.
public enum SQLProblem: Error, Hashable, Sendable {
    /// SQLite does not understand it; its words.
    case syntax(String)
    /// It is more than one statement, or none.
    case notOneStatement
    /// It would change something, or reach outside the cache; what it tried.
    case denied(String)
    /// It took longer than this many milliseconds.
    case tooSlow(limit: Int)
    /// The cache is in memory, where there is no second handle.
    case noFile

    /// What happened, and what to do next.
    public var sentence: String {
        switch self {
        case .syntax(let words): "SQLite says: \(words)."
        case .notOneStatement: "Ask one SELECT at a time."
        case .denied(let what): "Only SELECT on the documented tables is allowed here; \(what) is not."
        case .tooSlow(let limit): "The question took longer than \(limit / 1_000) s; narrow it, or raise the limit."
        case .noFile: "A cache in memory takes no SQL."
        }
    }
}

extension EvidenceCache {
    /// Answers a SELECT on the documented tables and views, on a handle of its own that cannot write.
    ///
    /// Others' labels are absent unless the viewer's sight was opened: `labelEvent` shows one's own.
    /// - Parameters:
    ///   - rowLimit: how many rows at most.
    ///   - timeLimit: how many milliseconds at most.
    /// - Throws: ``SQLProblem`` or ``CacheProblem``.
    public func answer(
        sql: String, for viewer: Viewer, rowLimit: Int = 100_000, timeLimit: Int = 30_000
    ) throws -> SQLResult {
        guard let path else { throw SQLProblem.noFile }
        let handle = try ReadOnlyHandle(path: path, viewer: viewer, timeLimit: timeLimit)
        return try handle.answer(sql, rowLimit: rowLimit)
    }
}
