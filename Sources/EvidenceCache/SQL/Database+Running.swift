import GRDB
import GRDBSQLite
import HostileText

/// Tells SQLite to copy what is bound.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Database {
    /// Runs a statement that returns nothing. Statements are prepared once and reused.
    func run(_ sql: String, _ values: [SQLValue] = []) throws {
        try step(sql, values) { _ in false }
    }

    /// All rows of a query.
    func rows<Value>(_ sql: String, _ values: [SQLValue] = [], _ read: (SQLRow) throws -> Value) throws -> [Value] {
        var found: [Value] = []
        try step(sql, values) { row in
            found.append(try read(row))
            return true
        }
        return found
    }

    /// The first row of a query, if there is one.
    func row<Value>(_ sql: String, _ values: [SQLValue] = [], _ read: (SQLRow) throws -> Value) throws -> Value? {
        var found: Value?
        try step(sql, values) { row in
            found = try read(row)
            return false
        }
        return found
    }

    /// One whole number; 0 where there is no row.
    func count(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try row(sql, values) { $0.int(0) } ?? 0
    }

    /// Steps through a statement until it ends or `body` returns `false`. `body` must not run the same statement.
    func step(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Bool) throws {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (place, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw problem(code) }
        }
        let row = SQLRow(statement: statement)
        while true {
            let code = sqlite3_step(statement)
            switch code {
            case SQLITE_ROW: if try !body(row) { return }
            case SQLITE_DONE: return
            default: throw problem(code)
            }
        }
    }

    private func problem(_ code: Int32) -> CacheProblem {
        CacheProblem(code: code, message: sqliteConnection.map { String(cString: sqlite3_errmsg($0)) } ?? "")
    }
}

extension SQLValue {
    /// Binds by length, so that U+0000 in a text does not end it.
    func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, number)
        case .real(let number): return sqlite3_bind_double(statement, place, number)
        case .text(let text):
            var string = text.verbatim
            return string.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(statement, place, "", 0, transient)
                    }
                    return sqlite3_bind_text(statement, place, start, Int32(characters.count), transient)
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { raw in
                guard let start = raw.baseAddress, !raw.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, place, 0)
                }
                return sqlite3_bind_blob(statement, place, start, Int32(raw.count), transient)
            }
        }
    }
}
