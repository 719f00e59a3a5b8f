import Evidence
import HostileText

/// Turns the records of one source into items, each by its format.
struct RecordReader {
    let format: LogFormat
    let options: LogOptions
    let source: UntrustedText
    private(set) var summary = ReadSummary()
    /// The fields of the line that was read last.
    private var fields: PlainFields
    private var known: KnownSurroundings

    init(format: LogFormat, options: LogOptions, source: UntrustedText, hiding hide: LogReader.Hiding?) {
        self.format = format
        self.options = options
        self.source = source
        fields = PlainFields(options)
        known = KnownSurroundings(hiding: hide)
    }

    /// Reads one line or one value of a document.
    mutating func read(_ cut: Cut, _ each: (LogItem) throws -> Void) throws {
        if let excess = cut.excess {
            let reason = Refusal.Reason.tooLong(bytes: excess.length, limit: excess.limit)
            return try refuse(
                RecordProblem(reason: reason), at: place(cut), Array(cut.bytes.prefix(LineCutter.sampleOfTooLong)), each
            )
        }
        if fields.read(cut.bytes, in: format) {
            return try readPlain(named: nil, at: place(cut), Array(cut.bytes), each)
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

    /// Hands over the plain record whose fields were read.
    private mutating func readPlain(
        named: String?, at place: LogPlace, _ bytes: @autoclosure () -> [UInt8], _ each: (LogItem) throws -> Void
    ) throws {
        let exchange: LoggedExchange
        do throws(RecordProblem) {
            exchange = try PlainRecord.exchange(&fields, named: named, knowing: &known)
        } catch {
            return try refuse(error, at: place, bytes(), each)
        }
        try hand(over: .exchange(exchange, at: place), unusable: fields.unusable, each)
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

    /// Notes that a gzip stream broke off at a byte, after so many records; what came out of it before is read.
    mutating func refuseDamagedGzip(after record: Int, at offset: Int, _ each: (LogItem) throws -> Void) throws {
        let place = LogPlace(source: source, record: record + 1, offset: offset)
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
            fields = PlainFields(object, options)
            if PlainRecord.isRelease(object, fields) {
                return try take(at: place, bytes(), each) { [fields] () throws(RecordProblem) in
                    (.release(try PlainRecord.release(object, fields), at: place), [])
                }
            }
            let named = options.accountField.flatMap { value.at(path: $0)?.nonEmptyLabel }
            try readPlain(named: named, at: place, bytes(), each)
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
        try hand(over: made.item, unusable: made.unusable, each)
    }

    private mutating func hand(
        over item: LogItem, unusable fields: [String], _ each: (LogItem) throws -> Void
    ) throws {
        if case .release = item { summary.releases += 1 } else { summary.exchanges += 1 }
        for field in fields { summary.unusableFields[field, default: 0] += 1 }
        try each(item)
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
