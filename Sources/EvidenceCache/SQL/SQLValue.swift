import Evidence
public import HostileText

/// A value that SQLite stores or returns.
public enum SQLValue: Hashable, Sendable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int64)
    /// A floating-point number.
    case real(Double)
    /// Text, byte for byte: U+0000 inside is kept.
    case text(UntrustedText)
    /// Bytes.
    case blob([UInt8])
}

extension SQLValue {
    init(_ text: String?) { self = text.map { .text(UntrustedText($0)) } ?? .null }
    init(_ text: UntrustedText?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
    init(_ number: Double?) { self = number.map { .real($0) } ?? .null }
    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
    init(_ time: Instant?) { self = time.map { .integer($0.milliseconds) } ?? .null }
    init<Thing>(_ id: Identifier<Thing>?) { self = id.map { .text($0.text) } ?? .null }
    init(_ bytes: some Collection<UInt8>) { self = .blob(Array(bytes)) }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Text of our own.
    public init(stringLiteral value: String) { self = .text(UntrustedText(value)) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
}
