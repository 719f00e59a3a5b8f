/// Tells an OTLP trace export in protobuf from text by its wire format.
enum ProtobufShape {
    /// Whether the first bytes of a source are a trace export's: resource spans with nothing but their known fields inside.
    ///
    /// The first byte, 0x0a, is also a line end, and a length may look like a bracket: so the first message is walked
    /// as far as it is there, and JSON never fits.
    static func isTraceExport(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = field(bytes[...]), first.number == 1, first.length > 0 else { return false }
        var inner = bytes[first.start...].prefix(first.length)
        let isWhole = inner.count == first.length
        var hasField = false
        while !inner.isEmpty {
            guard let member = field(inner) else { return hasField && !isWhole }
            guard [1, 2, 3, 1000].contains(member.number) else { return false }
            guard member.start - inner.startIndex + member.length <= inner.count else { return !isWhole }
            inner = inner[(member.start + member.length)...]
            hasField = true
        }
        return hasField
    }

    /// The length-delimited field that begins a slice; `nil` for any other kind of field or a cut one.
    private static func field(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (number: UInt64, start: Int, length: Int)? {
        var place = bytes.startIndex
        guard let tag = varint(bytes, &place), tag & 7 == 2, let length = varint(bytes, &place),
            length <= UInt64(Int32.max)
        else { return nil }
        return (tag >> 3, place, Int(length))
    }

    private static func varint(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ place: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            guard place < bytes.endIndex else { return nil }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }
}
