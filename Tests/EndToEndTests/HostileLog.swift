import Foundation
import Testing

/// A simulated log in whose accounts every field that a client can choose attacks the terminal.
///
/// The n-th account carries the n-th payload, in turn as escapes and as raw bytes, before its own values.
struct HostileLog {
    /// The lines, as `ingest` takes them.
    let lines: Data
    /// How many of them are exchanges.
    let exchanges: Int

    /// Takes a log as `simulate` writes it, one exchange a line.
    init(from simulated: Data, payloads: [Payload]) {
        var carried: [Data: Data] = [:]
        var output = Data()
        var count = 0
        for line in simulated.split(separator: UInt8(ascii: "\n")) {
            defer { output += Data("\n".utf8) }
            guard let account = Self.value(of: "account", in: line) else {
                output += line
                continue
            }
            let number = carried.count
            let payload = payloads[number / 2 % payloads.count]
            let form = number.isMultiple(of: 2) ? payload.escaped : payload.raw
            let text = carried[account] ?? Data("\(payload.name) ".utf8) + form + Data("END\(payload.name) ".utf8)
            carried[account] = text
            output += Self.spliced(line, text)
            count += 1
        }
        lines = output
        exchanges = count
    }

    private static let fields = [
        #""account":""#, #""model":""#, #""user_agent":""#, #""tools":[{"name":""#, #""response":""#,
    ].map { Data($0.utf8) }

    private static func value(of field: String, in line: Data) -> Data? {
        guard let start = line.range(of: Data("\"\(field)\":\"".utf8)) else { return nil }
        return line[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    }

    private static func spliced(_ line: Data, _ text: Data) -> Data {
        var line = line
        for field in fields {
            if let place = line.range(of: field) { line.insert(contentsOf: text, at: place.upperBound) }
        }
        if let place = line.range(of: Data(#""role":"user","content":""#.utf8), options: .backwards) {
            line.insert(contentsOf: text, at: place.upperBound)
        }
        return line
    }
}
