import Foundation
import GRDBSQLite
import HostileText

/// A handle of SQLite's C library that can only read, asks leave for everything, and gives up after a while.
final class ReadOnlyHandle {
    private let database: OpaquePointer
    private let gate: ReadGate
    private let timeLimit: Int

    init(path: String, viewer: Viewer, timeLimit: Int) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw CacheProblem.cannotOpen(path: path, reason: String(cString: sqlite3_errstr(code)))
        }
        database = opened
        gate = ReadGate()
        self.timeLimit = timeLimit
        sqlite3_busy_timeout(database, 5_000)
        sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 100_000)
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 << 20)
        try blind(for: viewer)
        sqlite3_set_authorizer(database, ReadGate.callback, Unmanaged.passUnretained(gate).toOpaque())
        sqlite3_progress_handler(database, 10_000, ReadGate.progress, Unmanaged.passUnretained(gate).toOpaque())
    }

    deinit {
        sqlite3_close_v2(database)
    }

    /// Puts what the viewer may see before the tables of labels, in tables of the handle's own; the gate closes the others.
    private func blind(for viewer: Viewer) throws {
        guard viewer.sight == .own else {
            gate.isBlind = false
            return
        }
        let me = "'" + viewer.analyst.verbatim.replacing("'", with: "''") + "'"
        try run("PRAGMA temp_store = MEMORY")
        for (table, condition) in ReadGate.blindTables {
            let seen = condition.replacing("?", with: me)
            try run("CREATE TEMP TABLE \(table) AS SELECT * FROM main.\(table) WHERE \(seen)")
        }
        for view in ["flag", "flagQueue"] {
            let sql = try prepare("SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = '\(view)'")
            defer { sqlite3_finalize(sql) }
            guard sqlite3_step(sql) == SQLITE_ROW else { throw problem() }
            try run(
                SQLRow(statement: sql).string(0).replacing("CREATE VIEW", with: "CREATE TEMP VIEW", maxReplacements: 1))
        }
    }

    private func run(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw problem() }
    }

    func answer(_ sql: String, rowLimit: Int) throws -> SQLResult {
        gate.deadline = DispatchTime.now().uptimeNanoseconds + UInt64(max(1, timeLimit)) * 1_000_000
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        let count = sqlite3_column_count(statement)
        let names = (0..<count).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" }
        var result = SQLResult(names: names, rows: [], isTruncated: false)
        let row = SQLRow(statement: statement)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW where result.rows.count == rowLimit:
                result.isTruncated = true
                return result
            case SQLITE_ROW:
                let columns = names.enumerated().map { (name: $0.element, value: row.value(Int32($0.offset))) }
                result.rows.append(SQLResultRow(columns: columns))
            case SQLITE_DONE: return result
            case SQLITE_INTERRUPT: throw SQLProblem.tooSlow(limit: timeLimit)
            default: throw problem()
            }
        }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let rest: String? = sql.withCString { start in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(database, start, -1, &statement, &tail)
            return code == SQLITE_OK ? tail.map { String(cString: $0) } ?? "" : nil
        }
        if let denied = gate.denied {
            sqlite3_finalize(statement)
            throw SQLProblem.denied(denied)
        }
        guard let rest else { throw problem() }
        guard let statement else { throw SQLProblem.notOneStatement }
        let isAlone = rest.allSatisfy { $0.isWhitespace || $0 == ";" }
        guard isAlone, sqlite3_stmt_readonly(statement) != 0 else {
            sqlite3_finalize(statement)
            throw isAlone ? SQLProblem.denied("a statement that writes") : SQLProblem.notOneStatement
        }
        return statement
    }

    private func problem() -> any Error {
        let words = String(cString: sqlite3_errmsg(database))
        let problem = CacheProblem(code: sqlite3_errcode(database), message: words)
        if case .database = problem { return SQLProblem.syntax(words) }
        return problem
    }
}

/// Says what a statement may do, and when it has taken too long.
private final class ReadGate {
    /// Tables that tell of labels, and which of their rows an analyst sees who is blind; `?` is the analyst.
    static let blindTables = [
        "labelEvent": "analyst = ?", "labelHead": "analyst = ?",
        "activity": "actor = ? OR action NOT IN ('labelled', 'unlabelled')",
    ]

    var deadline: UInt64 = .max
    var denied: String?
    var isBlind = true

    /// Called by SQLite for each thing that a statement would do.
    static let callback:
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
            UnsafePointer<CChar>?
        ) -> Int32 = { context, action, first, second, database, _ in
            guard let context else { return SQLITE_DENY }
            let gate = Unmanaged<ReadGate>.fromOpaque(context).takeUnretainedValue()
            func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
            return gate.rule(action, text(first), text(second), database: text(database))
        }

    /// Called by SQLite every so many steps; anything but 0 ends the statement.
    static let progress: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
        guard let context else { return 1 }
        let gate = Unmanaged<ReadGate>.fromOpaque(context).takeUnretainedValue()
        return DispatchTime.now().uptimeNanoseconds > gate.deadline ? 1 : 0
    }

    private func rule(_ action: Int32, _ first: String, _ second: String, database: String) -> Int32 {
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_READ:
            let isClosed = isBlind && database == "main" && ReadGate.blindTables[first] != nil
            return isClosed ? deny("main.\(first), where others' labels are,") : SQLITE_OK
        case SQLITE_FUNCTION:
            let isSafe = !["load_extension", "fts3_tokenizer", "writefile", "readfile", "edit"].contains(
                second.lowercased())
            return isSafe ? SQLITE_OK : deny("the function \(second)")
        case SQLITE_PRAGMA:
            let isQuestion = ["table_info", "table_list", "table_xinfo", "index_list", "index_info"].contains(
                first.lowercased())
            return isQuestion ? SQLITE_OK : deny("PRAGMA \(first)")
        case SQLITE_ATTACH, SQLITE_DETACH: return deny("ATTACH")
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return deny("a transaction")
        default: return deny("a statement that writes")
        }
    }

    private func deny(_ what: String) -> Int32 {
        denied = denied ?? what
        return SQLITE_DENY
    }
}
