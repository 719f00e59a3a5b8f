import Evidence
import HostileText

/// The fields of one record, read by name and type.
///
/// A field that is missing, `null` or an empty text is not available. An optional field of a type that cannot be used is
/// not available either, and is noted.
struct Fields {
    /// The record.
    let object: JSONObject
    /// How the log is read.
    let options: LogOptions
    /// Optional fields whose values could not be used.
    private(set) var unusable: [String] = []

    init(_ object: JSONObject, _ options: LogOptions) {
        self.object = object
        self.options = options
    }

    /// The value of the first of these fields that has one.
    func value(_ names: [String]) -> (name: String, value: JSONValue)? {
        for name in names {
            if let value = object[name], !value.isBlank { return (name, value) }
        }
        return nil
    }

    /// Notes a field whose value could not be used.
    mutating func note(_ name: String) {
        unusable.append(name)
    }

    /// The first of these fields that has a usable value, read by `read`.
    private mutating func first<Value>(_ names: [String], _ read: (JSONValue) -> Value?) -> Value? {
        for name in names {
            guard let value = object[name], !value.isBlank else { continue }
            if let value = read(value) { return value }
            note(name)
        }
        return nil
    }

    /// A name; a number is taken as it is spelt.
    mutating func text(_ names: String...) -> UntrustedText? { text(names) }

    /// A name; a number is taken as it is spelt.
    mutating func text(_ names: [String]) -> UntrustedText? {
        first(names) { $0.name.map { UntrustedText($0) } }
    }

    /// A whole number that is not negative, up to 2³².
    mutating func count(_ names: String...) -> Int? { count(names) }

    /// A whole number that is not negative, up to 2³².
    mutating func count(_ names: [String]) -> Int? {
        first(names) { $0.count }
    }

    /// A number, up to a million million.
    mutating func number(_ names: String...) -> Double? { number(names) }

    /// A number, up to a million million.
    mutating func number(_ names: [String]) -> Double? {
        first(names) { $0.measure }
    }

    /// A truth value.
    mutating func truth(_ names: String...) -> Bool? { truth(names) }

    /// A truth value.
    mutating func truth(_ names: [String]) -> Bool? {
        first(names) { $0.bool }
    }

    /// A time.
    mutating func time(_ names: String..., unit: LogTime.Unit) -> LogTime? {
        let zone = options.zone
        return first(names) { LogTime($0, unit: unit, zone: zone) }
    }

    /// A text without which the record is refused.
    func requiredText(_ name: String) throws(RecordProblem) -> UntrustedText {
        guard let value = object[name], !value.isBlank else { throw RecordProblem(field: name, reason: .missing) }
        guard let text = value.label else { throw RecordProblem(field: name, reason: .wrongType("a text")) }
        try FieldLimits.check(id: text, field: name)
        return UntrustedText(text)
    }

    /// A time without which the record is refused.
    func requiredTime(_ name: String, unit: LogTime.Unit) throws(RecordProblem) -> LogTime {
        guard let value = object[name], !value.isBlank else { throw RecordProblem(field: name, reason: .missing) }
        guard let time = LogTime(value, unit: unit, zone: options.zone) else {
            throw RecordProblem(field: name, reason: .wrongType("a time between 1970 and 9999"))
        }
        return time
    }
}

extension JSONValue {
    /// Whether there is nothing in it: an empty text.
    var isBlank: Bool {
        if case .string(let text) = self { text.isEmpty } else { false }
    }

    /// The text that it is, or the spelling of the number that it is: ids are sometimes numbers.
    var label: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}
