import Evidence
import HostileText

extension DocumentWriter {
    /// Spells an exchange's document.
    mutating func value(_ document: ExchangeDocument) throws {
        try object { writer in
            writer.name("exchange")
            try writer.value(document.exchange)
            writer.findings(document.target, document.template, document.matches)
        }
    }

    /// Spells the members of an exchange's document that come after the exchange.
    mutating func findings(_ target: CapabilityTarget, _ template: TemplateID?, _ matches: [TextMatch]) {
        name("matches")
        list(matches) { $0.value($1) }
        member("target", target.rawValue)
        member("template", template?.text)
    }

    private mutating func value(_ match: TextMatch) {
        object { writer in
            writer.member("end", match.end)
            writer.name("part")
            switch match.part {
            case .system: writer.value("system")
            case .message(let number): writer.value(Int64(number))
            case .response: writer.value("response")
            }
            writer.member("signal", match.signal?.rawValue)
            writer.member("start", match.start)
            writer.member("target", match.target?.rawValue)
        }
    }
}

extension DocumentReader {
    /// Reads an exchange's document.
    mutating func exchangeDocument() throws(OtherSpelling) -> ExchangeDocument {
        try open()
        try need("exchange")
        let exchange = try exchange()
        try need("matches")
        let matches = try list { (reader) throws(OtherSpelling) in try reader.match() }
        try need("target")
        let target: CapabilityTarget = try word()
        let template = try text("template").map { TemplateID($0) }
        try close()
        return ExchangeDocument(exchange: exchange, target: target, template: template, matches: matches)
    }

    private mutating func match() throws(OtherSpelling) -> TextMatch {
        try open()
        try need("end")
        let end = Int(try integer())
        try need("part")
        let part = try part()
        let signal: SignalName? = try word("signal")
        try need("start")
        let start = Int(try integer())
        let target: CapabilityTarget? = try word("target")
        try close()
        return TextMatch(part: part, start: start, end: end, signal: signal, target: target)
    }

    private mutating func part() throws(OtherSpelling) -> TextMatch.Part {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return .message(Int(try integer())) }
        switch try string() {
        case "system": return .system
        case "response": return .response
        default: throw OtherSpelling()
        }
    }
}
