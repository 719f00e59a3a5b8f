/// A record that could not be taken, with everything that is needed to look into it.
public struct Refusal: Hashable, Sendable {
    /// Where it stood.
    public var place: LogPlace
    /// The field that is at fault, if it is one.
    public var field: String?
    /// Why.
    public var reason: Reason
    /// The record as it came, up to ``longestSample``; of one that is too long, its first 64 KiB.
    public var bytes: [UInt8]
    /// How much of a refused record is kept at most, in bytes.
    public static let longestSample = 1 << 20

    /// Makes a refusal.
    public init(place: LogPlace, field: String? = nil, reason: Reason, bytes: [UInt8]) {
        self.place = place
        self.field = field
        self.reason = reason
        self.bytes = bytes
    }

    /// Why a record cannot be taken.
    public enum Reason: Hashable, Sendable {
        /// It is no JSON: why, and at which byte of the record.
        case notJSON(String, at: Int)
        /// It is JSON, but no object.
        case notAnObject
        /// It is no record of the format that was asked for.
        case otherFormat(LogFormat)
        /// A required field is missing, null or empty.
        case missing
        /// A required field has a value of the wrong type; says what it should be.
        case wrongType(String)
        /// It is longer than allowed, in bytes.
        case tooLong(bytes: Int, limit: Int)
        /// A field is longer than allowed, in bytes.
        case longField(bytes: Int, limit: Int)
        /// It holds more values than are taken at once.
        case tooManyValues(limit: Int)
        /// The whole source has an encoding or packing that is not read: its name, and what to do.
        case foreign(String, advice: String)
        /// It is no trace export in protobuf.
        case notProtobuf
        /// The gzip stream ends early or is damaged here; what came before was read.
        case damagedGzip
    }
}

/// Why a record cannot be taken, before it is known where it stood.
struct RecordProblem: Error {
    var field: String?
    var reason: Refusal.Reason
}
