import Evidence
import GRDBSQLite
import HostileText

/// The row that a statement stands on. Good until the statement steps on.
///
/// Text is read by its length, since GRDB's own reading ends at U+0000, which a client can put into an id.
struct SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
    func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }
    func flag(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }
    func instant(_ column: Int32) -> Instant { Instant(milliseconds: int64(column)) }

    func string(_ column: Int32) -> String {
        let count = Int(sqlite3_column_bytes(statement, column))
        guard count > 0, let bytes = sqlite3_column_text(statement, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func untrusted(_ column: Int32) -> UntrustedText { UntrustedText(string(column)) }
    func id<Thing>(_ column: Int32) -> Identifier<Thing> { Identifier(string(column)) }

    func bytes(_ column: Int32) -> [UInt8] {
        let count = Int(sqlite3_column_bytes(statement, column))
        guard count > 0, let start = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    func optional<Value>(_ column: Int32, _ read: (Int32) -> Value) -> Value? {
        isNull(column) ? nil : read(column)
    }

    func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(int64(column))
        case SQLITE_FLOAT: .real(double(column))
        case SQLITE_TEXT: .text(untrusted(column))
        case SQLITE_BLOB: .blob(bytes(column))
        default: .null
        }
    }
}

extension SQLRow {
    var columnCount: Int32 { sqlite3_column_count(statement) }
}
