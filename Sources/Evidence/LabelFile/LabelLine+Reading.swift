import HostileText

extension LabelLine {
    /// The fields of a line, in the order in which they are written.
    public static let fields = [
        "id", "kind", "subject", "label", "analyst", "at", "confidence", "supersedes", "reasons", "note", "guideline",
        "blind", "score_seen", "view", "evidence",
    ]

    /// Reads the fields of a line.
    init(line: Int, _ fields: [String: LabelFieldValue]) throws(LabelLineProblem) {
        let reader = LabelLineReader(line: line, fields: fields)
        try reader.refuseUnknown()
        self.line = line
        id = try reader.text("id")
        kind = try reader.choice("kind", among: Subject.Kind.allCases)
        guard let named = try reader.text("subject") else {
            throw reader.problem("subject", "is missing: the id of an account or a cluster")
        }
        subject = UntrustedText(named)
        guard fields["label"] != nil else {
            throw reader.problem("label", "is missing: a label, or nothing to take one back")
        }
        label = try reader.choice("label", among: Label.allCases)
        analyst = try reader.text("analyst").map { UntrustedText($0) }
        at = try reader.time("at")
        confidence = try reader.confidence("confidence")
        supersedes = try reader.text("supersedes")
        reasons = try reader.list("reasons")
        note = try reader.text("note").map { UntrustedText($0) }
        guideline = try reader.text("guideline")
        isBlind = try reader.flag("blind") ?? true
        scoreSeen = try reader.share("score_seen")
        view = try reader.text("view")
        evidence = []
        for piece in try reader.list("evidence") {
            guard let reference = EvidenceReference(word: piece) else {
                throw reader.problem(
                    "evidence", "“\(piece)” is not exchange:ID, template:ID, indicator:ID or account:ID")
            }
            evidence.append(reference)
        }
    }
}

/// Reads the fields of one line, and says of each what is wrong with it.
private struct LabelLineReader {
    let line: Int
    let fields: [String: LabelFieldValue]

    func problem(_ field: String, _ reason: String) -> LabelLineProblem {
        LabelLineProblem(line: line, field: field, reason)
    }

    func refuseUnknown() throws(LabelLineProblem) {
        guard let odd = fields.keys.sorted().first(where: { !LabelLine.fields.contains($0) }) else { return }
        throw problem(odd, "is no field of a label; there are \(LabelLine.fields.joined(separator: ", "))")
    }

    func text(_ field: String) throws(LabelLineProblem) -> String? {
        switch fields[field] {
        case nil, .some(.none), .text(""): return nil
        case .text(let text): return text
        default: throw problem(field, "is a text")
        }
    }

    func choice<Choice: RawRepresentable<String>>(
        _ field: String, among choices: [Choice]
    ) throws(LabelLineProblem) -> Choice? {
        guard let word = try text(field) else { return nil }
        guard let choice = Choice(rawValue: word) else {
            let known = choices.map(\.rawValue).joined(separator: ", ")
            throw problem(field, "“\(word)” is none of \(known)")
        }
        return choice
    }

    func list(_ field: String) throws(LabelLineProblem) -> [String] {
        switch fields[field] {
        case nil, .some(.none), .text(""): return []
        case .list(let words): return words
        case .text(let text): return text.split(separator: ";").map { String($0.drop { $0 == " " }) }
        default: throw problem(field, "is a list of texts")
        }
    }

    func number(_ field: String) throws(LabelLineProblem) -> Double? {
        switch fields[field] {
        case nil, .some(.none), .text(""): return nil
        case .number(let number): return number
        case .text(let text):
            guard let number = Double(text), number.isFinite else { throw problem(field, "“\(text)” is no number") }
            return number
        default: throw problem(field, "is a number")
        }
    }

    func share(_ field: String) throws(LabelLineProblem) -> Double? {
        guard let number = try number(field) else { return nil }
        guard (0...1).contains(number) else { throw problem(field, "lies between 0 and 1") }
        return number
    }

    func flag(_ field: String) throws(LabelLineProblem) -> Bool? {
        switch fields[field] {
        case nil, .some(.none), .text(""): return nil
        case .flag(let flag): return flag
        case .text("true"): return true
        case .text("false"): return false
        default: throw problem(field, "is true or false")
        }
    }

    /// Milliseconds since 1970, or a time such as 2026-05-21T06:00:00Z.
    func time(_ field: String) throws(LabelLineProblem) -> Instant? {
        if case .text(let text) = fields[field], let instant = Instant(text) { return instant }
        guard let number = try number(field) else { return nil }
        guard number >= 0, number < 9e15 else {
            throw problem(field, "is a time in milliseconds since 1970, or 2026-05-21T06:00:00Z")
        }
        return Instant(milliseconds: Int64(number))
    }

    func confidence(_ field: String) throws(LabelLineProblem) -> Confidence {
        guard let number = try number(field) else { return .likely }
        guard let confidence = Confidence(rawValue: Int(exactly: number) ?? 0) else {
            throw problem(field, "is 1 (suspected), 2 (likely) or 3 (high)")
        }
        return confidence
    }
}
