import Foundation

/// Cuts a source at its line ends. Memory is bounded by the longest line that is allowed.
struct LineCutter {
    /// How many bytes of a line that is too long are kept to show what it was.
    static let sampleOfTooLong = 64 * 1024

    let window: ByteWindow
    let limit: Int
    /// The lines that were cut so far.
    private(set) var line = 0

    init(_ window: ByteWindow, limit: Int) {
        self.window = window
        self.limit = limit
    }

    /// Hands each line that is not blank to `body`, without its line end.
    mutating func forEach(_ body: (Cut) throws -> Void) throws {
        while try next(body) {}
    }

    /// Hands the next line to `body`, unless it is blank.
    ///
    /// - Returns: whether there was one.
    mutating func next(_ body: (Cut) throws -> Void) throws -> Bool {
        guard let end = try lineEnd() else { return false }
        line += 1
        let bytes = window.bytes
        if end > limit {
            try skipTooLong(body)
            return true
        }
        let text = trimmed(UnsafeBufferPointer(rebasing: bytes[..<end]))
        if !text.isEmpty {
            try body(Cut(bytes: text, offset: window.offset, number: line, excess: nil))
        }
        window.consume(min(end + 1, bytes.count))
        return true
    }

    /// The number of bytes before the next line end or the end; `nil` when nothing is left. More than `limit` says that
    /// the line is too long.
    private func lineEnd() throws -> Int? {
        var searched = 0
        while true {
            let bytes = window.bytes
            if let found = LineCutter.newline(in: bytes, from: searched) { return found }
            if bytes.count > limit { return bytes.count }
            searched = bytes.count
            if try !window.fill() { return searched == 0 ? nil : searched }
        }
    }

    private func skipTooLong(_ body: (Cut) throws -> Void) throws {
        let offset = window.offset
        let known = LineCutter.newline(in: window.bytes, from: 0) ?? window.bytes.count
        let sample = Array(window.bytes.prefix(min(known, LineCutter.sampleOfTooLong)))
        var length = 0
        while true {
            let bytes = window.bytes
            if let end = LineCutter.newline(in: bytes, from: 0) {
                length += end
                window.consume(end + 1)
                break
            }
            length += bytes.count
            window.consume(bytes.count)
            if try !window.fill() { break }
        }
        try sample.withUnsafeBufferPointer {
            try body(Cut(bytes: $0, offset: offset, number: line, excess: Cut.Excess(length: length, limit: limit)))
        }
    }

    private static func newline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, 0x0a, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Without white space, a byte order mark or a record separator (RFC 7464) around it.
    private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var text = bytes[...]
        if line == 1, text.starts(with: [0xef, 0xbb, 0xbf]) { text = text.dropFirst(3) }
        while let first = text.first, first <= 0x20, first != 0 { text = text.dropFirst() }
        while let last = text.last, last <= 0x20, last != 0 { text = text.dropLast() }
        return UnsafeBufferPointer(rebasing: text)
    }
}
