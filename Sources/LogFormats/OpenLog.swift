import HostileText
import Synchronization

/// A source that was opened. If it keeps to lines, several threads may read it, each portion after portion.
package final class OpenLog: Sendable {
    /// Whether it keeps to lines.
    package let isOfLines: Bool
    private let reader: LogReader
    private let source: LogSource
    private let state: Mutex<State?>

    private struct State {
        let window: ByteWindow
        let framing: Framing
        var cutter: LineCutter
        var portions = 0
        var isOver = false

        mutating func nextPortion(lines: Int, bytes: Int) -> LinePortion? {
            guard !isOver else { return nil }
            var portion = LinePortion(number: portions)
            portions += 1
            do {
                while portion.count < lines, portion.byteCount < bytes {
                    if try cutter.next({ portion.add($0) }) { continue }
                    isOver = true
                    if window.isDamaged { portion.end = .damaged(line: cutter.line, offset: window.offset) }
                    break
                }
            } catch {
                isOver = true
                portion.end = .failed(error)
            }
            return portion
        }
    }

    /// Opens a source, and looks at its beginning.
    ///
    /// - Throws: ``LogSourceError``.
    package init(_ source: LogSource, by reader: LogReader) throws {
        self.reader = reader
        self.source = source
        let window = ByteWindow(try ByteInput(source, limit: reader.options.maximumSourceBytes))
        let framing = try Framing.sniffed(window)
        if case .lines = framing { isOfLines = true } else { isOfLines = false }
        let cutter = LineCutter(window, limit: reader.options.maximumRecordBytes)
        state = Mutex(State(window: window, framing: framing, cutter: cutter))
    }

    /// A lane for one of the threads that read.
    ///
    /// - Parameter hide: hashes private details once for all exchanges of the lane that have them alike.
    package func lane(hiding hide: LogReader.Hiding?) -> LogLane {
        // The name is each lane's own: threads that count the holders of one copy would wait for each other.
        let name = UntrustedText(decoding: Array(source.name.verbatim.utf8))
        return LogLane(RecordReader(format: reader.format, options: reader.options, source: name, hiding: hide))
    }

    /// The next lines of a source that keeps to them, at most so many and about so many bytes; `nil` once there are none. Cutting is
    /// quick, and nobody else cuts meanwhile.
    package func nextPortion(lines: Int, bytes: Int) -> LinePortion? {
        state.withLock { $0?.nextPortion(lines: lines, bytes: bytes) }
    }

    /// Reads what does not keep to lines, from beginning to end. Once: then nothing is left.
    func read(_ records: inout RecordReader, _ each: (LogItem) throws -> Void) throws {
        guard let state = state.withLock({ $0.take() }) else { return }
        try LogReader.read(state.window, state.framing, &records, each)
    }
}

/// Reads portions of a source, or all of it, for one of the threads that do.
package struct LogLane {
    private var records: RecordReader

    init(_ records: RecordReader) {
        self.records = records
    }

    /// What was read in this lane.
    package var summary: ReadSummary { records.summary }

    /// Reads a portion.
    ///
    /// - Throws: ``LogSourceError`` where the source broke off after it, and whatever `each` throws.
    package mutating func read(_ portion: LinePortion, each: (LogItem) throws -> Void) throws {
        try portion.forEach { try records.read($0, each) }
        switch portion.end {
        case .none: return
        case .damaged(let line, let offset): try records.refuseDamagedGzip(after: line, at: offset, each)
        case .failed(let error): throw error
        }
    }

    /// Reads all of a source.
    ///
    /// - Throws: ``LogSourceError`` when the source cannot be read, and whatever `each` throws.
    package mutating func read(_ log: OpenLog, each: (LogItem) throws -> Void) throws {
        try log.read(&records, each)
    }
}
