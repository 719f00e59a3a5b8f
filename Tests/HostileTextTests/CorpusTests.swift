import Foundation
import HostileText
import Testing

/// The corpus of hostile payloads, where it is at hand: `STILLWATCH_SHARED` names the directory that holds `hostile/`.
@Suite struct CorpusTests {
    @Test(.enabled(if: Corpus.path != nil, "STILLWATCH_SHARED is not set"))
    func `every payload is visible, told apart, and nothing of it reaches a terminal`() throws {
        let payloads = try Corpus.payloads()
        #expect(payloads.count >= 126)
        var seen: [String: Int] = [:]
        for (index, payload) in payloads.enumerated() {
            let safe = SafeText(UntrustedText(decoding: payload), limit: 5_000)
            #expect(safe.width > 0)
            for scalar in safe.description.unicodeScalars { #expect(Corpus.isHarmless(scalar)) }
            #expect(seen.updateValue(index, forKey: safe.description) == nil, "payload \(index + 1) looks like another")
            let ascii = SafeText(UntrustedText(decoding: payload), as: .asciiLine, limit: 5_000)
            #expect(ascii.description.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }
}

private enum Corpus {
    static var path: String? {
        ProcessInfo.processInfo.environment["STILLWATCH_SHARED"].map { $0 + "/hostile/corpus.json" }
    }

    /// The bytes of each payload. The file spells a raw byte as a lone surrogate, which no strict parser takes.
    static func payloads() throws -> [[UInt8]] {
        let text = try String(contentsOfFile: path ?? "", encoding: .utf8)
        return text.components(separatedBy: "\"payload\": \"").dropFirst().map { unescape($0) }
    }

    private static func unescape(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var units: [UInt16] = []
        var rest = Array(text.utf8)[...]
        func flush() {
            bytes += Array(String(decoding: units, as: UTF16.self).utf8)
            units = []
        }
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
                units.append(UInt16(byte))
                continue
            }
            switch kind {
            case UInt8(ascii: "n"): units.append(10)
            case UInt8(ascii: "r"): units.append(13)
            case UInt8(ascii: "t"): units.append(9)
            case UInt8(ascii: "b"): units.append(8)
            case UInt8(ascii: "f"): units.append(12)
            case UInt8(ascii: "u"):
                let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) ?? 0
                rest = rest.dropFirst(4)
                let isLone = units.last.map { !(0xD800...0xDBFF).contains($0) } ?? true
                if (0xDC80...0xDCFF).contains(unit), isLone {
                    flush()
                    bytes.append(UInt8(unit - 0xDC00))
                } else {
                    units.append(unit)
                }
            default: units.append(UInt16(kind))
            }
        }
        flush()
        return bytes
    }

    /// What the terminal could obey, reorder or swallow.
    static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E: false
        case 0x2060...0x206F, 0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC: false
        case 0xE0000...0xE0FFF: false
        default: true
        }
    }
}
