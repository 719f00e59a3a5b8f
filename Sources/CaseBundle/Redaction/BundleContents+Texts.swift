import Evidence
import HostileText

extension BundleContents {
    /// Redacts what people and programs wrote by all rules; places that a signal matched move along.
    mutating func redactTexts(by redactor: inout Redactor) {
        matter.title.redact(by: &redactor)
        for index in notes.indices { notes[index].text.redact(by: &redactor) }
        for index in labels.indices { labels[index].note?.redact(by: &redactor) }
        for index in exchanges.indices { exchanges[index].redact(by: &redactor) }
        for index in templates.indices {
            for piece in templates[index].pieces.indices { templates[index].pieces[piece].redact(by: &redactor) }
        }
    }
}

extension EvidenceExchange {
    fileprivate mutating func redact(by redactor: inout Redactor) {
        exchange.error?.redact(by: &redactor)
        guard var text = exchange.text else { return }
        if let edits = text.system?.redact(by: &redactor) { move(.system, by: edits) }
        for index in text.messages.indices {
            move(.message(index), by: text.messages[index].content.redact(by: &redactor))
        }
        if let edits = text.response?.redact(by: &redactor) { move(.response, by: edits) }
        exchange.text = text
    }

    private mutating func move(_ part: TextMatch.Part, by edits: [Redactor.Edit]) {
        guard !edits.isEmpty else { return }
        for index in matches.indices where matches[index].part == part {
            matches[index].start = Redactor.moved(matches[index].start, by: edits, toEnd: false)
            matches[index].end = Redactor.moved(matches[index].end, by: edits, toEnd: true)
        }
    }
}

extension Template.Piece {
    fileprivate mutating func redact(by redactor: inout Redactor) {
        switch self {
        case .fixed(var text):
            text.redact(by: &redactor)
            self = .fixed(text)
        case .slot(var fillings):
            for index in fillings.indices { fillings[index].redact(by: &redactor) }
            self = .slot(fillings)
        }
    }
}

extension UntrustedText {
    @discardableResult
    fileprivate mutating func redact(by redactor: inout Redactor) -> [Redactor.Edit] {
        let (text, edits) = redactor.redacted(verbatim, rules: RedactionRule.allCases)
        if !edits.isEmpty { self = UntrustedText(text) }
        return edits
    }
}
