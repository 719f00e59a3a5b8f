import Evidence
import HostileText

/// Turns the records of one source into items, each by its format.
struct RecordReader {
    let format: LogFormat
    let options: LogOptions
    let source: UntrustedText
    private(set) var summary = ReadSummary()

    init(format: LogFormat, options: LogOptions, source: UntrustedText) {
        self.format = format
        self.options = options
        self.source = source
    }

    /// Reads one line or one value of a document.
    mutating func read(_ cut: Cut, _ each: (LogItem) throws -> Void) throws {
        if let excess = cut.excess {
            let reason = Refusal.Reason.tooLong(bytes: excess.length, limit: excess.limit)
            return try refuse(
                RecordProblem(reason: reason), at: place(cut), Array(cut.bytes.prefix(LineCutter.sampleOfTooLong)), each
            )
        }
        if var fields = PlainFields.read(cut.bytes, in: format, options) {
            let place = place(cut)
            return try take(at: place, Array(cut.bytes), each) { () throws(RecordProblem) in
                (.exchange(try PlainRecord.exchange(&fields), at: place), fields.unusable)
            }
        }
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONParser.value(of: cut.bytes)
        } catch {
            var reason = Refusal.Reason.notJSON(error.phrase, at: error.offset)
            if case .tooManyValues(let limit) = error.kind { reason = .tooManyValues(limit: limit) }
            return try refuse(RecordProblem(reason: reason), at: place(cut), Array(cut.bytes), each)
        }
        guard case .array(let elements) = value else {
            return try read(value, at: place(cut), Array(cut.bytes), each)
        }
        for (index, element) in elements.enumerated() {
            try read(element, at: place(cut, part: index + 1), Array(element.text.utf8), each)
        }
    }

    /// Reads a trace export in protobuf.
    mutating func readProtobuf(_ cut: Cut, _ each: (LogItem) throws -> Void) throws {
        guard cut.bytes.count <= options.maximumDocumentBytes else {
            let reason = Refusal.Reason.tooLong(bytes: cut.bytes.count, limit: options.maximumDocumentBytes)
            let sample = Array(cut.bytes.prefix(LineCutter.sampleOfTooLong))
            return try refuse(RecordProblem(reason: reason), at: place(cut), sample, each)
        }
        guard format == .auto || format == .otlp else {
            return try refuse(RecordProblem(reason: .otherFormat(format)), at: place(cut), Array(cut.bytes), each)
        }
        guard ProtobufSize.fits(cut.bytes) else {
            let sample = Array(cut.bytes.prefix(Refusal.longestSample))
            return try refuse(
                RecordProblem(reason: .tooManyValues(limit: ProtobufSize.limit)), at: place(cut), sample, each)
        }
        guard let spans = TraceSpan.spans(protobuf: cut.bytes) else {
            return try refuse(RecordProblem(reason: .notProtobuf), at: place(cut), Array(cut.bytes), each)
        }
        try read(spans, of: cut.number, offset: cut.offset, each)
    }

    /// Notes that a gzip stream broke off at a byte; what came out of it before is read.
    mutating func refuseDamagedGzip(at offset: Int, _ each: (LogItem) throws -> Void) throws {
        let place = LogPlace(source: source, record: summary.exchanges + summary.refused + 1, offset: offset)
        try refuse(RecordProblem(reason: .damagedGzip), at: place, [], each)
    }

    /// Refuses a whole source that is not read here.
    mutating func refuse(_ shape: ForeignShape, _ sample: [UInt8], _ each: (LogItem) throws -> Void) throws {
        let place = LogPlace(source: source, record: 1, offset: 0)
        try refuse(RecordProblem(reason: .foreign(shape.rawValue, advice: shape.advice)), at: place, sample, each)
    }

    private mutating func read(
        _ value: JSONValue, at place: LogPlace, _ bytes: @autoclosure () -> [UInt8], _ each: (LogItem) throws -> Void
    ) throws {
        guard let object = value.object else {
            return try refuse(RecordProblem(reason: .notAnObject), at: place, bytes(), each)
        }
        switch RecordKind(of: object, in: format) {
        case .traceExport:
            try read(TraceSpan.spans(json: object, options: options), of: place.record, offset: place.offset, each)
        case .langfuse:
            try read(LangfuseTrace.spans(object, options: options), of: place.record, offset: place.offset, each)
        case .litellm:
            var record = LiteLLMRecord(Fields(object, options))
            try take(at: place, bytes(), each) { () throws(RecordProblem) in
                (.exchange(try record.exchange(), at: place), record.unusable)
            }
        case .plain:
            var fields = PlainFields(object, options)
            let named = options.accountField.flatMap { value.at(path: $0)?.nonEmptyLabel }
            try take(at: place, bytes(), each) { () throws(RecordProblem) in
                if let release = try PlainRecord.release(object, &fields) { return (.release(release, at: place), []) }
                return (.exchange(try PlainRecord.exchange(&fields, named: named), at: place), fields.unusable)
            }
        case .none:
            try refuse(RecordProblem(reason: .otherFormat(format)), at: place, bytes(), each)
        }
    }

    private mutating func read(
        _ spans: [TraceSpan], of record: Int, offset: Int, _ each: (LogItem) throws -> Void
    ) throws {
        let group = SpanGroup(spans)
        summary.contextSpans += group.contextSpans
        summary.mergedSpans += group.mergedSpans
        for call in group.calls {
            let place = LogPlace(source: source, record: record, part: call.part, offset: offset)
            var exchange = SpanExchange(call.span, around: group.around(call), options: options)
            try take(at: place, call.span.origin.bytes, each) { () throws(RecordProblem) in
                (.exchange(try exchange.exchange(), at: place), exchange.unusable)
            }
        }
    }

    /// Hands over what `make` makes, or the refusal that its problem is.
    private mutating func take(
        at place: LogPlace, _ bytes: @autoclosure () -> [UInt8], _ each: (LogItem) throws -> Void,
        _ make: () throws(RecordProblem) -> (LogItem, unusable: [String])
    ) throws {
        let made: (item: LogItem, unusable: [String])
        do throws(RecordProblem) {
            made = try make()
        } catch {
            return try refuse(error, at: place, bytes(), each)
        }
        if case .release = made.item { summary.releases += 1 } else { summary.exchanges += 1 }
        for field in made.unusable { summary.unusableFields[field, default: 0] += 1 }
        try each(made.item)
    }

    private mutating func refuse(
        _ problem: RecordProblem, at place: LogPlace, _ bytes: @autoclosure () -> [UInt8],
        _ each: (LogItem) throws -> Void
    ) throws {
        summary.refused += 1
        let refusal = Refusal(
            place: place, field: problem.field, reason: problem.reason,
            bytes: Array(bytes().prefix(Refusal.longestSample)))
        try each(.refused(refusal))
    }

    private func place(_ cut: Cut, part: Int? = nil) -> LogPlace {
        LogPlace(source: source, record: cut.number, part: part, offset: cut.offset)
    }
}
