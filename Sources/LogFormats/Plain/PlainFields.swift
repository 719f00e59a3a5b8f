import Evidence
import HostileText

/// The fields of one plain record, each at its place, read by type.
///
/// A field that is missing, `null` or an empty text is not available. An optional field of a type that cannot be used is
/// not available either, and is noted.
struct PlainFields {
    /// How the log is read.
    let options: LogOptions
    /// Where each field's value goes.
    let table = PlainFieldTable.shared
    /// Optional fields whose values could not be used.
    private(set) var unusable: [String] = []
    /// Members that are none of these fields, in their order.
    private(set) var unknown = JSONObject()
    /// `null` where there is none.
    private var values: [JSONValue]
    /// The places of the values that are there, a bit each.
    private var filled: UInt64 = 0
    /// How the fields of the surroundings are spelt, as long as nothing more is known of them.
    private(set) var spelling = Surroundings.Spelling()
    /// Whether all fields of the surroundings are in `spelling`, and not among the values.
    private(set) var isSpelt = false
    /// Whether an account is spelt.
    private var accountIsSpelt = false

    /// Has no values yet.
    init(_ options: LogOptions) {
        self.options = options
        values = Array(repeating: .null, count: PlainField.allCases.count)
    }

    /// Forgets everything, for the next line.
    mutating func clear() {
        while filled != 0 {
            values[filled.trailingZeroBitCount] = .null
            filled &= filled - 1
        }
        unusable.removeAll()
        unknown.members.removeAll()
        spelling.clear()
        isSpelt = true
        accountIsSpelt = false
    }

    /// Takes the members of an object.
    init(_ object: JSONObject, _ options: LogOptions) {
        self.init(options)
        for member in object.members {
            var name = member.name
            if let place = name.withUTF8({ PlainFieldTable.shared.place(of: $0) }) {
                set(member.value, at: place)
            } else {
                unknown.members.append(member)
            }
        }
    }

    /// Takes a field's value; of two the last counts.
    mutating func set(_ value: JSONValue, at place: Int) {
        if PlainField.ofSurroundings & 1 << place != 0 { readSpelling() }
        values[place] = value
        filled |= 1 << place
    }

    /// Takes how a field of the surroundings is spelt; of two the last counts.
    mutating func spell(_ literal: UnsafeBufferPointer<UInt8>, at place: Int) {
        if place == PlainField.account.rawValue { accountIsSpelt = !literal.isNull }
        spelling.add(literal, at: place)
    }

    /// Makes values of what is spelt only.
    mutating func readSpelling() {
        guard isSpelt else { return }
        isSpelt = false
        let spelling = spelling
        spelling.forEach { place, literal in set(literal.value, at: place) }
    }

    /// Whether there is an account.
    var hasAccount: Bool { isSpelt ? accountIsSpelt : self[.account] != nil }

    /// Takes a member that is none of these fields.
    mutating func add(unknown member: JSONObject.Member) {
        unknown.members.append(member)
    }

    /// The value of a field, `nil` if there is none or it is `null`.
    subscript(field: PlainField) -> JSONValue? {
        if case .null = values[field.rawValue] { nil } else { values[field.rawValue] }
    }

    /// Notes a field whose value could not be used.
    mutating func note(_ field: PlainField) {
        unusable.append(field.name)
    }

    /// Notes fields whose values could not be used, when they were read for another exchange.
    mutating func note(_ fields: [String]) {
        if !fields.isEmpty { unusable += fields }
    }

    /// Takes the notes back that `read` makes.
    mutating func withoutNotes<Value>(
        _ read: (inout PlainFields) throws(RecordProblem) -> Value
    ) throws(RecordProblem) -> (value: Value, notes: [String]) {
        let before = unusable
        unusable = []
        let value = try read(&self)
        defer { unusable = before }
        return (value, unusable)
    }

    private mutating func read<Value>(_ field: PlainField, _ read: (JSONValue) -> Value?) -> Value? {
        guard let value = self[field], !value.isBlank else { return nil }
        if let value = read(value) { return value }
        note(field)
        return nil
    }

    /// A name; a number is taken as it is spelt.
    mutating func text(_ field: PlainField) -> UntrustedText? {
        read(field) { $0.name.map { UntrustedText($0) } }
    }

    /// A whole number that is not negative, up to 2³².
    mutating func count(_ field: PlainField) -> Int? {
        read(field) { $0.count }
    }

    /// A number, up to a million million.
    mutating func number(_ field: PlainField) -> Double? {
        read(field) { $0.measure }
    }

    /// A truth value.
    mutating func truth(_ field: PlainField) -> Bool? {
        read(field) { $0.bool }
    }

    /// A time; a number is one of milliseconds.
    mutating func time(_ field: PlainField) -> LogTime? {
        read(field) { [options] in LogTime($0, unit: .milliseconds, zone: options.zone) }
    }

    /// A text without which the record is refused.
    func requiredText(_ field: PlainField) throws(RecordProblem) -> UntrustedText {
        guard let value = self[field], !value.isBlank else { throw RecordProblem(field: field.name, reason: .missing) }
        guard let text = value.label else { throw RecordProblem(field: field.name, reason: .wrongType("a text")) }
        try FieldLimits.check(id: text, field: field.name)
        return UntrustedText(text)
    }

    /// A time without which the record is refused.
    func requiredTime(_ value: JSONValue?, name: String) throws(RecordProblem) -> LogTime {
        guard let value, !value.isBlank else { throw RecordProblem(field: name, reason: .missing) }
        guard let time = LogTime(value, unit: .milliseconds, zone: options.zone) else {
            throw RecordProblem(field: name, reason: .wrongType("a time between 1970 and 9999"))
        }
        return time
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a value that was stepped over is read as `null`: it begins as no text, number or truth value does.
    fileprivate var isNull: Bool {
        switch first {
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): true
        default: false
        }
    }

    /// A value that was stepped over.
    fileprivate var value: JSONValue {
        do throws(JSONProblem) {
            return try JSONParser.value(of: self)
        } catch {
            return .null  // It would have been no value when it was stepped over.
        }
    }
}
