public import Evidence

/// Reads logs of one format, or of any, record by record in bounded memory.
///
/// A record that cannot be taken becomes a ``Refusal`` and the rest goes in. What a client of the platform put into a
/// record cannot make the reader fail.
public struct LogReader: Sendable {
    /// The format.
    public let format: LogFormat
    /// How logs are read.
    public let options: LogOptions

    /// Hashes the private details of what was read.
    public typealias Hiding = (LoggedExchange) -> Exchange

    /// Makes a reader.
    public init(format: LogFormat = .auto, options: LogOptions = LogOptions()) {
        self.format = format
        self.options = options
    }

    /// Reads a source to its end and hands over what it finds, in order.
    ///
    /// - Parameter hide: hashes private details once for all exchanges that have them alike. Those that it is not asked about
    ///   stay as they are, so whoever takes the exchanges hashes them.
    /// - Throws: ``LogSourceError`` when the source cannot be read, and whatever `each` throws, which ends the reading.
    @discardableResult
    public func read(
        _ source: LogSource, hiding hide: Hiding? = nil, each: (LogItem) throws -> Void
    ) throws -> ReadSummary {
        let window = ByteWindow(try ByteInput(source, limit: options.maximumSourceBytes))
        var records = RecordReader(format: format, options: options, source: source.name, hiding: hide)
        try LogReader.read(window, try Framing.sniffed(window), &records, each)
        return records.summary
    }

    /// Reads what a window moves over to its end.
    static func read(
        _ window: ByteWindow, _ framing: Framing, _ records: inout RecordReader, _ each: (LogItem) throws -> Void
    ) throws {
        let options = records.options
        var last = 0
        switch framing {
        case .lines:
            var cutter = LineCutter(window, limit: options.maximumRecordBytes)
            try cutter.forEach { try records.read($0, each) }
            last = cutter.line
        case .values:
            var cutter = ValueCutter(
                window, elementLimit: options.maximumRecordBytes, documentLimit: options.maximumDocumentBytes)
            try cutter.forEach { try records.read($0, each) }
            last = cutter.number
        case .protobuf:
            try window.fill(to: min(options.maximumDocumentBytes, Int.max - 1) + 1)
            try records.readProtobuf(Cut(bytes: window.bytes, offset: 0, number: 1, excess: nil), each)
            last = 1
        case .foreign(let shape): try records.refuse(shape, Array(window.bytes.prefix(Refusal.longestSample)), each)
        }
        if window.isDamaged { try records.refuseDamagedGzip(after: last, at: window.offset, each) }
    }
}
