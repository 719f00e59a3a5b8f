/// Cuts a source where its JSON values end, whatever lines they stand on: documents printed over many lines, and the
/// elements of an array, one by one. Memory is bounded by the longest value that is allowed.
struct ValueCutter {
    let window: ByteWindow
    let elementLimit: Int
    let documentLimit: Int
    /// The values that were cut so far.
    private(set) var number = 0
    private var isInArray = false

    init(_ window: ByteWindow, elementLimit: Int, documentLimit: Int) {
        self.window = window
        self.elementLimit = elementLimit
        self.documentLimit = documentLimit
    }

    /// The longest value that is allowed here, in bytes.
    private var limit: Int { isInArray ? elementLimit : documentLimit }

    /// Hands each value to `body`; of a top-level array, each element.
    mutating func forEach(_ body: (Cut) throws -> Void) throws {
        try skipByteOrderMark()
        while let byte = try nextByte() {
            switch byte {
            case UInt8(ascii: "[") where !isInArray:
                isInArray = true
                window.consume(1)
            case UInt8(ascii: "]") where isInArray:
                isInArray = false
                window.consume(1)
            case UInt8(ascii: ",") where isInArray:
                window.consume(1)
            default: try cut(body)
            }
        }
    }

    private func skipByteOrderMark() throws {
        try window.fill(to: 3)
        if window.bytes.starts(with: [0xef, 0xbb, 0xbf]) { window.consume(3) }
    }

    /// Steps over white space and record separators.
    private func nextByte() throws -> UInt8? {
        while true {
            let bytes = window.bytes
            guard let place = bytes.firstIndex(where: { $0 > 0x20 || $0 == 0 }) else {
                window.consume(bytes.count)
                if try !window.fill() { return nil }
                continue
            }
            let byte = bytes[place]
            window.consume(place)
            return byte
        }
    }

    private mutating func cut(_ body: (Cut) throws -> Void) throws {
        number += 1
        var scan = ValueScan(isInArray: isInArray)
        var length = 0
        while true {
            let bytes = window.bytes
            if let end = scan.end(in: bytes, from: length) {
                length = end
                break
            }
            length = bytes.count
            if length > limit { return try skipTooLong(scan, body) }
            if try !window.fill() { break }
        }
        let value = UnsafeBufferPointer(rebasing: window.bytes[..<length])
        let excess = length > limit ? Cut.Excess(length: length, limit: limit) : nil
        try body(Cut(bytes: value, offset: window.offset, number: number, excess: excess))
        window.consume(length)
    }

    private func skipTooLong(_ begun: ValueScan, _ body: (Cut) throws -> Void) throws {
        var scan = begun
        let offset = window.offset
        let sample = Array(window.bytes.prefix(LineCutter.sampleOfTooLong))
        var length = window.bytes.count
        window.consume(length)
        while try window.fill() {
            let bytes = window.bytes
            let end = scan.end(in: bytes, from: 0)
            length += end ?? bytes.count
            window.consume(end ?? bytes.count)
            if end != nil { break }
        }
        try sample.withUnsafeBufferPointer {
            try body(Cut(bytes: $0, offset: offset, number: number, excess: Cut.Excess(length: length, limit: limit)))
        }
    }
}

/// Finds where a JSON value ends, by its brackets and quotes only; it may be fed piece by piece.
struct ValueScan {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isScalar = false
    private let isInArray: Bool

    init(isInArray: Bool) {
        self.isInArray = isInArray
    }

    /// The place behind the value's last byte; `nil` if it goes on.
    mutating func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        for place in start..<max(start, bytes.count) {
            let byte = bytes[place]
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 { return place + 1 }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return isScalar && isInArray ? place : place + 1 }
                depth -= 1
                if depth == 0 { return place + 1 }
            case UInt8(ascii: ",") where depth == 0:
                return isScalar ? place : place + 1
            case 0x09, 0x0a, 0x0d, 0x20:
                if depth == 0, isScalar { return place }
            default: isScalar = true
            }
        }
        return nil
    }
}
