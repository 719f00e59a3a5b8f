/// What a field of a record can plausibly hold. A client of the platform chooses many of them, and what lies beyond would
/// only serve to fill memory or to make sums overflow.
enum FieldLimits {
    /// The longest id, of an exchange or an account, in bytes. A longer one refuses the record.
    static let longestID = 1_024
    /// The longest other name, such as a model or a user agent, in bytes. A longer one counts as not available.
    static let longestName = 8_192
    /// The largest count, such as tokens: sums over any number of exchanges that fits a disk stay below 2⁶³.
    static let largestCount = 1 << 32
    /// The largest magnitude of a number with a fraction, such as a cost.
    static let largestNumber = 1e12

    /// Refuses an id that is longer than ids are.
    static func check(id: String, field: String) throws(RecordProblem) {
        guard id.utf8.count <= longestID else {
            throw RecordProblem(field: field, reason: .longField(bytes: id.utf8.count, limit: longestID))
        }
    }
}

extension JSONValue {
    /// The text that it is, or the spelling of the number that it is, unless it is longer than names are.
    var name: String? {
        label.flatMap { $0.utf8.count <= FieldLimits.longestName ? $0 : nil }
    }

    /// The whole number that it is, unless it is negative or larger than counts are.
    var count: Int? {
        integer.flatMap { (0...FieldLimits.largestCount).contains($0) ? $0 : nil }
    }

    /// The number that it is, unless it is larger than costs and parameters are.
    var measure: Double? {
        double.flatMap { $0.magnitude <= FieldLimits.largestNumber ? $0 : nil }
    }
}
