/// How the records of a source are told apart. It is read from the first bytes, never from a header or a file's name.
enum Framing {
    /// One record a line.
    case lines
    /// JSON values that do not keep to lines: an array, or documents printed over many lines.
    case values
    /// An OTLP trace export in protobuf.
    case protobuf
    /// Something that is not read here.
    case foreign(ForeignShape)

    /// How far the first line is looked for.
    private static let reach = 1 << 20

    /// Looks at the beginning of a source.
    static func sniffed(_ window: ByteWindow) throws -> Framing {
        try window.fill(to: 64 * 1024)
        if let shape = ForeignShape(window.bytes) { return .foreign(shape) }
        if ProtobufShape.isTraceExport(window.bytes) { return .protobuf }
        let space = window.bytes.prefix { $0 <= 0x20 || $0 == 0xef || $0 == 0xbb || $0 == 0xbf }.count
        guard space < window.bytes.count else { return .lines }
        if window.bytes[space] == UInt8(ascii: "[") { return .values }
        guard window.bytes[space] == UInt8(ascii: "{") else { return .lines }
        return try objectFraming(window, from: space)
    }

    /// A first line that is no whole object is the beginning of a printed document, unless another object follows it.
    private static func objectFraming(_ window: ByteWindow, from start: Int) throws -> Framing {
        var size = 64 * 1024
        while true {
            let bytes = window.bytes
            guard let end = bytes[start...].firstIndex(of: 0x0a) else {
                if window.isAtEnd || bytes.count >= reach { return .lines }
                size = max(size, bytes.count) * 2
                try window.fill(to: size)
                if window.bytes.count == bytes.count { return .lines }
                continue
            }
            guard endsEarly(UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return .lines }
            try window.fill(to: end + 4096)
            let rest = window.bytes[(end + 1)...].drop { $0 == 0x0a || $0 == 0x0d }
            return rest.isEmpty || rest.first == UInt8(ascii: "{") ? .lines : .values
        }
    }

    private static func endsEarly(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        do throws(JSONProblem) {
            _ = try JSONParser.value(of: line)
            return false
        } catch {
            return error.kind == .endsEarly
        }
    }
}
