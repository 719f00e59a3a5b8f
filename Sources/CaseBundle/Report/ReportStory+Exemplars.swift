import Evidence
import HostileText

extension ReportStory {
    /// A few exchanges as they were said, the most telling first, clipped.
    var exemplars: [Report.Block] {
        let withText = contents.exchanges.filter { $0.exchange.text != nil }
        guard !withText.isEmpty else {
            return [.paragraph([.plain("The bundle holds no text of an exchange.")])]
        }
        let chosen = telling(withText)
        let note: SafeText =
            "\(SafeText(ours: Count.text(chosen.count, of: withText.count))) exchanges with text are shown here; all are below evidence/. They were written by whoever is under investigation."
        return [.paragraph([.quiet(note)])] + chosen.map { .exemplar(exemplar($0)) }
    }

    /// One exchange of each account in turn, highest score first, those with most matches first within an account.
    private func telling(_ exchanges: [EvidenceExchange]) -> [EvidenceExchange] {
        var groups = Dictionary(grouping: exchanges, by: \.exchange.account).mapValues { group in
            group.sorted { ($0.matches.count, $1.exchange.id) > ($1.matches.count, $0.exchange.id) }[...]
        }
        let known = ranked.map(\.id)
        let order = known + groups.keys.filter { !Set(known).contains($0) }.sorted()
        var chosen: [EvidenceExchange] = []
        while chosen.count < Self.exemplarsShown, groups.values.contains(where: { !$0.isEmpty }) {
            for account in order where chosen.count < Self.exemplarsShown {
                if let next = groups[account]?.popFirst() { chosen.append(next) }
            }
        }
        return chosen
    }

    private func exemplar(_ evidence: EvidenceExchange) -> Report.Exemplar {
        let exchange = evidence.exchange
        var heading: [Report.Span] = [
            .code(line(exchange.id.text)), .quiet(" by "), .code(line(exchange.account.text)),
            .quiet(" at \(time(exchange.at))"),
        ]
        if let model = exchange.model { heading += [.quiet(", model "), .code(line(model, 60))] }
        heading.append(.quiet("; target, as inferred: \(words(evidence.target.rawValue))"))
        var parts: [Report.Exemplar.Part] = []
        if let system = exchange.text?.system { parts.append(part("system", system, .system, evidence.matches)) }
        let messages = exchange.text?.messages ?? []
        for (index, message) in messages.enumerated().suffix(4) {
            var speaker = words(message.role.rawValue)
            if let tool = message.tool { speaker += " \(line(tool, 60))" }
            if messages.count > 4 { speaker += ", message \(index + 1) of \(messages.count)" }
            parts.append(part(speaker, message.content, .message(index), evidence.matches))
        }
        if let response = exchange.text?.response {
            parts.append(part("response", response, .response, evidence.matches))
        }
        return Report.Exemplar(heading: heading, parts: parts)
    }

    /// A window of a text: its start, or around the first place that a signal matched.
    private func part(
        _ speaker: SafeText, _ text: UntrustedText, _ place: TextMatch.Part, _ matches: [TextMatch]
    ) -> Report.Exemplar.Part {
        let hits = matches.filter { $0.part == place && $0.signal != nil && $0.start < $0.end }
        let bytes = Array(text.verbatim.utf8)
        var start = 0
        if let first = hits.map(\.start).min(), first > Self.bytesShown - 300 { start = min(first - 300, bytes.count) }
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(bytes.count, start + Self.bytesShown)
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let window = UntrustedText(decoding: bytes[start..<end])
        let marks = hits.filter { $0.end > start && $0.start < end }.map { hit in
            (bytes: max(0, hit.start - start)..<(min(hit.end, end) - start), tag: true)
        }
        let lines = SafeText.lines(of: window).map { line in
            line.parts(marking: marks).map { Report.Exemplar.Run(text: $0.text, isHit: $0.tag ?? false) }
        }
        let note: SafeText? =
            end - start < bytes.count
            ? SafeText(ours: "bytes \(Count.text(start)) to \(Count.text(end)) of \(Count.text(bytes.count))") : nil
        return Report.Exemplar.Part(speaker: speaker, note: note, lines: lines)
    }
}
