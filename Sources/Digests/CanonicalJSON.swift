/// A JSON value that has one spelling only (RFC 8785): what is hashed, chained and signed.
public enum CanonicalJSON: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number. Beyond ±2⁵³ other readers may round it: spell it as a string there.
    case integer(Int64)
    /// A finite number; infinities and NaN, which JSON lacks, are spelt `null`.
    case number(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([CanonicalJSON])
    /// An object.
    case object([String: CanonicalJSON])

    /// A member of an object; `nil` for anything else.
    public subscript(name: String) -> CanonicalJSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// An object without one of its members; any other value unchanged.
    public func removing(_ name: String) -> CanonicalJSON {
        guard case .object(var members) = self else { return self }
        members[name] = nil
        return .object(members)
    }
}

extension CanonicalJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// An array.
    public init(arrayLiteral elements: CanonicalJSON...) { self = .array(elements) }
    /// An object; of two members with one name the last counts.
    public init(dictionaryLiteral members: (String, CanonicalJSON)...) {
        self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
    }
}
