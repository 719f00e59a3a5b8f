/// Texts that are no texts.
enum HostileBytes {
    /// The bytes that a careless writer would leave of an escaped JSON string: control characters raw, a surrogate `\udcXX`
    /// as the byte that it stands for, any other lone surrogate as three bytes that are no UTF-8. Quotes, backslashes and
    /// line ends stay escaped, since a record would end at them.
    static func raw(escaped: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var units: [UInt16] = []
        var rest = escaped
        func flush(_ bytes: inout [UInt8]) {
            var place = 0
            while place < units.count {
                let unit = units[place]
                place += 1
                if UTF16.isLeadSurrogate(unit), place < units.count, UTF16.isTrailSurrogate(units[place]) {
                    bytes += Array(String(decoding: [unit, units[place]], as: UTF16.self).utf8)
                    place += 1
                } else if (0xdc80...0xdcff).contains(unit) {
                    bytes.append(UInt8(unit & 0xff))
                } else if (0xd800...0xdfff).contains(unit) {
                    bytes += [0xed, UInt8(0x80 | unit >> 6 & 0x3f), UInt8(0x80 | unit & 0x3f)]
                } else if unit == 0x0a || unit == 0x22 || unit == 0x5c {
                    bytes += Array(unit == 0x0a ? "\\n".utf8 : unit == 0x22 ? "\\\"".utf8 : "\\\\".utf8)
                } else {
                    bytes += Array(String(decoding: [unit], as: UTF16.self).utf8)
                }
            }
        }
        while let character = rest.unicodeScalars.first {
            rest.unicodeScalars.removeFirst()
            guard character == "\\", let letter = rest.unicodeScalars.first else {
                units += Array(String(Character(character)).utf16)
                continue
            }
            rest.unicodeScalars.removeFirst()
            switch letter {
            case "u":
                units.append(UInt16(rest.prefix(4), radix: 16) ?? 0)
                rest = rest.dropFirst(4)
            case "n": units.append(0x0a)
            case "t": units.append(0x09)
            case "r": units.append(0x0d)
            case "b": units.append(0x08)
            case "f": units.append(0x0c)
            default: units += Array(String(Character(letter)).utf16)
            }
        }
        flush(&bytes)
        return bytes
    }
}
