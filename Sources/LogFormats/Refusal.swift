/// A record that could not be taken, with everything that is needed to look into it.
public struct Refusal: Hashable, Sendable {
    /// Where it stood.
    public var place: LogPlace
    /// The field that is at fault, if it is one.
    public var field: String?
    /// Why.
    public var reason: Reason
    /// The record as it came; of one that is too long, its first 64 KiB.
    public var bytes: [UInt8]

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
        /// It is no trace export in protobuf.
        case notProtobuf
        /// The gzip stream ends early or is damaged here; what came before was read.
        case damagedGzip
    }

    /// Why, as one sentence.
    public var sentence: String {
        let what = field.map { "The field \($0)" } ?? "The record"
        return switch reason {
        case .notJSON(let phrase, let offset): "The record is no JSON: \(phrase), at byte \(offset)."
        case .notAnObject: "The record is no JSON object."
        case .otherFormat(let format): "The record is none of the format \(format.rawValue)."
        case .missing: "\(what) is missing or empty."
        case .wrongType(let type): "\(what) is not \(type)."
        case .tooLong(let bytes, let limit): "The record has \(bytes) bytes; at most \(limit) are taken."
        case .notProtobuf: "The body is no OTLP trace export in protobuf."
        case .damagedGzip: "The gzip stream is damaged or ends early; what came before it was read."
        }
    }
}

/// Why a record cannot be taken, before it is known where it stood.
struct RecordProblem: Error {
    var field: String?
    var reason: Refusal.Reason
}
