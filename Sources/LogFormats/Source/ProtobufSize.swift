/// How much memory a trace export in protobuf would take, before it is decoded.
///
/// An empty span is two bytes on the wire and hundreds in memory, so that a body within its limit could exhaust any machine.
enum ProtobufSize {
    /// The most that an export may hold, in values: a field is one, a span eight more, an event four more.
    static let limit = 4_000_000

    /// A message of the export whose fields are walked.
    private enum Kind {
        case export, resourceSpans, resource, scopeSpans, span, event, keyValue, anyValue, values, pairs

        /// The message that a field of this one holds; `nil` for plain fields.
        func inner(_ field: UInt64) -> Kind? {
            switch (self, field) {
            case (.export, 1): .resourceSpans
            case (.resourceSpans, 1): .resource
            case (.resourceSpans, 2), (.resourceSpans, 1000): .scopeSpans
            case (.scopeSpans, 2): .span
            case (.span, 9), (.event, 3), (.resource, 1), (.pairs, 1): .keyValue
            case (.span, 11): .event
            case (.keyValue, 2), (.values, 1): .anyValue
            case (.anyValue, 5): .values
            case (.anyValue, 6): .pairs
            default: nil
            }
        }

        var cost: Int {
            switch self {
            case .span: 8
            case .event: 4
            default: 1
            }
        }
    }

    /// Whether the export holds no more than ``limit``. What is malformed fits: the decoder says so. O(bytes).
    static func fits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var total = 0
        var open: [(kind: Kind, end: Int)] = [(.export, bytes.count)]
        var place = 0
        while let (kind, end) = open.last {
            guard place < end else {
                open.removeLast()
                continue
            }
            guard let tag = varint(bytes, &place, end) else { return true }
            total += 1
            guard total <= limit else { return false }
            switch tag & 7 {
            case 0: guard varint(bytes, &place, end) != nil else { return true }
            case 1: place += 8
            case 5: place += 4
            case 2:
                guard let length = varint(bytes, &place, end), length <= UInt64(end - place) else { return true }
                if let inner = kind.inner(tag >> 3), open.count < 128 {
                    total += inner.cost
                    open.append((inner, place + Int(length)))
                } else {
                    place += Int(length)
                }
            case 3, 4: break  // Groups are long out of use; what stands in one is walked as if it stood outside.
            default: return true
            }
        }
        return true
    }

    private static func varint(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ end: Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard place < end else { return nil }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }
}
