import HostileText

/// A piece of SQL that is true or false, with the values of its question marks in order.
struct SQLCondition {
    var sql: String
    var values: [SQLValue]

    init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }

    static let always = SQLCondition("1")
    static let never = SQLCondition("0")

    static func all(_ conditions: [SQLCondition]) -> SQLCondition { joined(conditions, " AND ", empty: .always) }
    static func any(_ conditions: [SQLCondition]) -> SQLCondition { joined(conditions, " OR ", empty: .never) }

    /// What is not known to be true counts as false, so that `-score>0.5` finds what has no score.
    static func not(_ condition: SQLCondition) -> SQLCondition {
        SQLCondition("NOT ifnull((\(condition.sql)), 0)", condition.values)
    }

    private static func joined(_ conditions: [SQLCondition], _ word: String, empty: SQLCondition) -> SQLCondition {
        guard let first = conditions.first else { return empty }
        guard conditions.count > 1 else { return first }
        return SQLCondition(
            conditions.map { "(\($0.sql))" }.joined(separator: word), conditions.flatMap(\.values))
    }

    /// Wraps the condition, keeping its values.
    func inside(_ before: String, _ after: String) -> SQLCondition {
        SQLCondition(before + sql + after, values)
    }

    /// True where the text holds the needle, letters A to Z in either case.
    static func contains(_ expression: String, _ needle: String) -> SQLCondition {
        SQLCondition("instr(lower(\(expression)), lower(?)) > 0", [SQLValue(UntrustedText(needle))])
    }
}
