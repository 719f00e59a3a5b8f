extension Refusal {
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
        case .longField(let bytes, let limit): "\(what) has \(bytes) bytes; at most \(limit) are taken."
        case .tooManyValues(let limit): "The record holds more than \(limit) values."
        case .foreign(let name, _): "The log is \(name), which is not read."
        case .notProtobuf: "The body is no OTLP trace export in protobuf."
        case .damagedGzip: "The gzip stream is damaged or ends early; what came before it was read."
        }
    }

    /// What whoever keeps the log can do about it, as one sentence. The rest of the log was read all the same, and reading
    /// it again changes nothing that is stored.
    public var advice: String {
        switch reason {
        case .notJSON: "Write the record again as one JSON object in UTF-8, then ingest it again."
        case .notAnObject: "A record is one JSON object; write one a line, or a list of them."
        case .otherFormat: "Name the format that it has with --format, or leave it to auto."
        case .missing: field == "account" ? Refusal.accountAdvice : "Have the log carry it, then ingest it again."
        case .wrongType where field.map(Refusal.isTime) ?? false:
            "Write it as RFC 3339, such as 2026-05-21T03:14:07Z, or in the unit that the format has."
        case .wrongType: "Have the log carry it so, then ingest it again."
        case .tooLong: "Write shorter records, or leave their images and files out."
        case .longField: "Have the gateway shorten it: nobody is called that."
        case .tooManyValues: "Send it in parts."
        case .foreign(_, let advice): advice
        case .notProtobuf: "Send what the exporter wrote, whole; protobuf and JSON are told apart by their bytes."
        case .damagedGzip: "Copy the file again and ingest it again; what was stored stays as it is."
        }
    }

    private static let accountAdvice = "Have the log carry it, or name the field that does with --account-field."

    private static func isTime(_ field: String) -> Bool {
        ["time", "released", "startTime", "startTimeUnixNano"].contains(field)
    }
}
