import Evidence
import HostileText

// Signals and conversations: after exchanges, what there is most of.

extension DocumentWriter {
    /// Spells a signal.
    mutating func value(_ signal: Signal) throws {
        try object { writer in
            writer.name("contribution")
            try writer.value(signal.contribution)
            writer.name("evidence")
            writer.list(signal.evidence) { $0.value($1) }
            writer.member("name", signal.name.rawValue)
            writer.member("note", signal.note)
            try writer.member("ordinary", signal.ordinary)
            try writer.member("percentile", signal.percentile)
            writer.name("subject")
            writer.object { writer in
                writer.member("id", signal.subject.text)
                writer.member("kind", signal.subject.kind.rawValue)
            }
            writer.member("unit", signal.unit)
            try writer.member("value", signal.value)
        }
    }

    private mutating func value(_ reference: EvidenceReference) {
        object { writer in
            switch reference {
            case .exchange(let id): writer.member("exchange", id.text)
            case .template(let id): writer.member("template", id.text)
            case .indicator(let id): writer.member("indicator", id.text)
            case .account(let id): writer.member("account", id.text)
            case .period(let from, let to):
                writer.member("from", from)
                writer.member("to", to)
            }
        }
    }

    /// Spells a conversation.
    mutating func value(_ conversation: Conversation) {
        object { writer in
            writer.member("account", conversation.account.text)
            writer.member("firstAt", conversation.firstAt)
            writer.member("id", conversation.id.text)
            writer.member("isInferred", conversation.isInferred)
            writer.member("lastAt", conversation.lastAt)
            writer.member("turns", conversation.turns)
        }
    }
}

extension DocumentReader {
    /// Reads a signal.
    mutating func signal() throws(OtherSpelling) -> Signal {
        try open()
        try need("contribution")
        let contribution = try number()
        try need("evidence")
        let evidence = try list { (reader) throws(OtherSpelling) in try reader.reference() }
        try need("name")
        let name: SignalName = try word()
        let note = try string("note")
        let ordinary = try number("ordinary")
        let percentile = try number("percentile")
        try need("subject")
        let subject = try subject()
        try need("unit")
        let unit = try string()
        let value = try number("value")
        try close()
        return Signal(
            subject: subject, name: name, value: value, unit: unit, ordinary: ordinary, percentile: percentile,
            contribution: contribution, evidence: evidence, note: note)
    }

    private mutating func subject() throws(OtherSpelling) -> Subject {
        try open()
        try need("id")
        let id = UntrustedText(try string())
        try need("kind")
        let kind: Subject.Kind = try word()
        try close()
        return Subject(kind, id)
    }

    private mutating func reference() throws(OtherSpelling) -> EvidenceReference {
        try open()
        let reference: EvidenceReference
        if let id = try text("exchange") {
            reference = .exchange(ExchangeID(id))
        } else if let id = try text("template") {
            reference = .template(TemplateID(id))
        } else if let id = try text("indicator") {
            reference = .indicator(IndicatorID(id))
        } else if let id = try text("account") {
            reference = .account(AccountID(id))
        } else {
            try need("from")
            let from = Instant(milliseconds: try integer())
            try need("to")
            reference = .period(from: from, to: Instant(milliseconds: try integer()))
        }
        try close()
        return reference
    }

    /// Reads a conversation.
    mutating func conversation() throws(OtherSpelling) -> Conversation {
        try open()
        try need("account")
        let account = AccountID(UntrustedText(try string()))
        try need("firstAt")
        let firstAt = Instant(milliseconds: try integer())
        try need("id")
        let id = ConversationID(UntrustedText(try string()))
        try need("isInferred")
        let isInferred = try truth()
        try need("lastAt")
        let lastAt = Instant(milliseconds: try integer())
        try need("turns")
        let turns = Int(try integer())
        try close()
        return Conversation(
            id: id, account: account, firstAt: firstAt, lastAt: lastAt, turns: turns, isInferred: isInferred)
    }
}
