import Foundation
import Testing

/// A text that attacks terminals, as it stands inside a JSON string.
struct Payload {
    /// What it is called.
    let name: String
    /// The string's body with escapes only.
    let escaped: Data
    /// The string's body with its own bytes wherever JSON allows them.
    let raw: Data

    /// Some of each class. The whole corpus is read as well where `STILLWATCH_SHARED` names a folder that has it.
    static func all() throws -> [Payload] {
        let own = try bodies.enumerated().map { try Payload(name: "P\($0)", body: $1) }
        guard let folder = ProcessInfo.processInfo.environment["STILLWATCH_SHARED"] else { return own }
        let corpus = try String(contentsOfFile: folder + "/hostile/corpus.json", encoding: .utf8)
        let entry = /"id":\s*"(?<name>[^"]+)".*?"payload":\s*"(?<body>(?:[^"\\]|\\.)*)"/.dotMatchesNewlines()
        let read = try corpus.matches(of: entry).map { try Payload(name: String($0.name), body: String($0.body)) }
        try #require(read.count > 100, "the corpus has another shape than this test reads")
        return own + read
    }

    /// Bodies of JSON strings. A lone `\udcXX` stands for the byte XX that is no UTF-8.
    private static let bodies = [
        #"\u0000"#, #"\u0007\u0007"#, #"approved\b\b\b\b\b\b\b\bdenied"#, #"score=0.99\rscore=0.01"#, #"row\nFAKE ROW"#,
        #"a\tb"#,
        #"\u001bc"#, #"\u001b[2J\u001b[H"#, #"\u001b]0;PWN\u0007"#, #"\u001b]52;c;UFdOCg==\u0007"#,
        #"\u001bP$q\u001b\\"#,
        #"\u009b31m"#, #"\udc9b31m"#, #"\udced\udca0\udc80"#, #"\ud800"#, #"acct_\u202e321_gpj.exe"#,
        #"jail\u200bbreak"#,
        #"a\ufeffb"#, #"\u2028\u2029"#, #"hello\udb40\udc69\udb40\udc67"#,
        #"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"#,
        #"a\u3164b"#, #"a\u2800b"#, #"\ud83d\udc69\u200d\ud83d\udd2c"#, #"\u2764\ufe0f"#, #"[red]x[-]"#, #"%s%n"#,
        #"=HYPERLINK(\"http://PWN\")"#, #"$(touch PWN)"#,
    ]

    private init(name: String, body: String) throws {
        self.name = name
        escaped = Data(body.utf8)
        raw = try Payload.bytes(of: body)
    }

    /// Decodes the escapes, but for what a JSON string must not hold as it is.
    private static func bytes(of body: String) throws -> Data {
        var units: [UInt16] = []
        var rest = Substring(body)
        while let character = rest.popFirst() {
            let kind = character == "\\" ? rest.popFirst() : nil
            guard kind == "u" else {
                units += "\(character)\(kind.map(String.init) ?? "")".utf16
                continue
            }
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            let unit = try #require(UInt16(digits, radix: 16))
            units += unit < 0x20 || unit == 0x22 || unit == 0x5C ? Array("\\u\(digits)".utf16) : [unit]
        }
        return bytes(of: units)
    }

    private static func bytes(of units: [UInt16]) -> Data {
        var data = Data()
        var start = units.startIndex
        for (number, unit) in units.enumerated() where UTF16.isTrailSurrogate(unit) {
            guard number == 0 || !UTF16.isLeadSurrogate(units[number - 1]), (0xDC80...0xDCFF).contains(unit) else {
                continue
            }
            data += Data(String(decoding: units[start..<number], as: UTF16.self).utf8) + [UInt8(unit & 0xFF)]
            start = number + 1
        }
        return data + Data(String(decoding: units[start...], as: UTF16.self).utf8)
    }
}
