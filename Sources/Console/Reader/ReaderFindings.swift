import Evidence
import Feed
import HostileText
import TextUI

/// What was found in a conversation, summed up for the end of the reader.
struct ReaderFindings: Sendable {
    /// Each signal, with the first text that it matched and the number of exchanges.
    private(set) var signals: [(name: SignalName, first: SafeText?, count: Int)] = []
    /// Targets by the number of exchanges.
    private(set) var targets: [CapabilityTarget: Int] = [:]
    /// Templates by the number of exchanges.
    private(set) var templates: [TemplateID: Int] = [:]
    /// Hidden characters as they are drawn, with their numbers, in the order in which they were met.
    private(set) var hidden: [(drawn: SafeText, count: Int)] = []
    private(set) var hiddenCount = 0
    private(set) var exchanges = 0

    /// Counts an exchange.
    mutating func count(_ document: ExchangeDocument) {
        exchanges += 1
        targets[document.target, default: 0] += 1
        if let template = document.template { templates[template, default: 0] += 1 }
        for name in Set(document.matches.compactMap(\.signal)).sorted(by: { $0.rawValue < $1.rawValue }) {
            if let index = signals.firstIndex(where: { $0.name == name }) {
                signals[index].count += 1
            } else {
                signals.append((name, nil, 1))
            }
        }
    }

    /// Counts what is in a part: what is hidden in it, and what the matches say.
    mutating func count(_ lines: [SafeText], _ matches: [TextMatch]) {
        for line in lines {
            hiddenCount += line.findings.hidden
            guard line.findings.hidden > 0 else { continue }
            countHidden(in: line)
        }
        for match in matches {
            guard let index = signals.firstIndex(where: { $0.name == match.signal }), signals[index].first == nil
            else { continue }
            signals[index].first =
                lines.lazy.compactMap { line -> SafeText? in
                    let pieces = line.pieces(forSource: match.start..<match.end)
                    return pieces.isEmpty ? nil : line[pieces]
                }.first
        }
    }

    private mutating func countHidden(in line: SafeText) {
        var index = 0
        while index < line.pieces.count {
            var end = index + 1
            while end < line.pieces.count, line.pieces[end].continues { end += 1 }
            if line.pieces[index].mark.isHostile {
                let drawn = line[index..<end]
                if let known = hidden.firstIndex(where: { $0.drawn.description == drawn.description }) {
                    hidden[known].count += 1
                } else if hidden.count < 40 {
                    hidden.append((drawn, 1))
                }
            }
            index = end
        }
    }
}

extension ReaderMaker {
    /// Adds what was found: signals with the words that they matched, the template and how common it is, targets, and
    /// what was hidden.
    mutating func addFindings() {
        var rows: [StyledText] = []
        let of = found.exchanges
        for signal in found.signals {
            var row: StyledText = [StyledText(signal.name.words, .match)]
            if of > 1 { row += StyledText("  in \(Count.safe(signal.count, of: of)) exchanges", .muted) }
            if let first = signal.first {
                row += [
                    StyledText("  “", .muted), StyledText(first.prefix(columns: 48), .muted),
                    StyledText(first.width > 48 ? "…”" : "”", .muted),
                ]
            }
            rows.append(row)
        }
        for (id, count) in found.templates.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            var row: StyledText = ["template ", StyledText(safe(id.text, 24), .link)]
            if of > 1 { row += StyledText("  in \(Count.safe(count, of: of)) exchanges", .muted) }
            if let template = conversation.templates[id] {
                row += StyledText(
                    "  \(Count.safe(template.accounts, "account")), \(Count.safe(template.exchanges, "exchange"))",
                    .muted)
            }
            rows.append(row)
        }
        for (target, count) in found.targets.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
            rows.append([
                StyledText(target.swatch, target.style), StyledText(target.name),
                StyledText(of > 1 ? "  \(Count.safe(count, of: of)) exchanges" : "", .muted),
            ])
        }
        if found.hiddenCount > 0 {
            rows.append([
                StyledText("⚠ \(Count.safe(found.hiddenCount, "hidden character"))", .hostile),
                StyledText(layout.showsCodePoints ? "  x shows the text again" : "  x shows code points", .muted),
            ])
        }
        for hidden in layout.showsCodePoints ? found.hidden : [] {
            rows.append(["  ", StyledText(hidden.drawn), StyledText("  × \(hidden.count)", .muted)])
        }
        addGap()
        for (index, row) in rows.enumerated() {
            for line in row.wrapped(to: layout.textWidth, hanging: 2).enumerated() {
                lines.append(
                    ReaderPage.Line(
                        role: index == 0 && line.offset == 0 ? "MATCHED" : "",
                        text: line.offset > 0 ? "  " + line.element : line.element))
            }
        }
    }
}
