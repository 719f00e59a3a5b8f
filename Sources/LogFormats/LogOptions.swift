public import Foundation

/// How logs are read.
public struct LogOptions: Sendable {
    /// A field that names the account before all others, as a dotted path such as `metadata.user_api_key_team_alias`.
    public var accountField: String?
    /// The zone of times that name none.
    public var zone = TimeZone(secondsFromGMT: 0) ?? .current
    /// The longest line, or element of an array, in bytes. Longer ones are refused.
    public var maximumRecordBytes = 32 << 20
    /// The longest document that is not one record a line, in bytes. Longer ones are refused.
    public var maximumDocumentBytes = 256 << 20
    /// The most bytes that a source may have after inflating, against a body that is made to grow without end.
    public var maximumSourceBytes = Int.max

    /// The defaults.
    public init() {}
}
