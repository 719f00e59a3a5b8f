import Foundation

/// The ids of traces and spans, which JSON carries in hexadecimal or in base64.
enum TraceID {
    /// Lower-case hexadecimal digits; an id of zeros only is none.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        var isZero = true
        for byte in bytes {
            if byte != 0 { isZero = false }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return isZero ? "" : String(decoding: text, as: UTF8.self)
    }

    /// The id that a JSON value spells, in lower-case hexadecimal; anything that is neither is taken as it is.
    static func hex(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text):
            if text.utf8.count == 24 || text.utf8.count == 12, let bytes = Data(base64Encoded: text) {
                return hex(bytes)
            }
            return text.utf8.allSatisfy { $0 == 0x30 } ? "" : text.lowercased()
        case .object(let object):
            guard let data = object["data"]?.array else { return "" }
            return hex(data.compactMap { $0.integer.map { UInt8(truncatingIfNeeded: $0) } })
        default: return ""
        }
    }
}
