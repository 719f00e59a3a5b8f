import Evidence
import HostileText
import TextUI

extension ReaderMaker {
    /// Adds what was found: signals with the words that they matched, the template and how common it is, targets, tools,
    /// and what was hidden.
    mutating func addFindings() {
        if layout.showsTemplate { addSlots() }
        add(signalRows + templateRows + targetRows, under: "MATCHED")
        add(toolRows, under: "TOOLS")
        add(hiddenRows, under: "HIDDEN")
    }

    private var of: Int { found.exchanges }

    private func share(_ count: Int) -> StyledText {
        StyledText(of > 1 ? "  in \(Count.safe(count, of: of)) exchanges" : "", .muted)
    }

    private var signalRows: [StyledText] {
        found.signals.enumerated().map { index, signal in
            var row: StyledText = [
                StyledText("\(index + 1) ", .danger), StyledText(signal.name.words, .match), share(signal.count),
            ]
            if let first = signal.first {
                row += [
                    StyledText("  “", .muted), StyledText(first.prefix(columns: 48), .muted),
                    StyledText(first.width > 48 ? "…”" : "”", .muted),
                ]
            }
            return row
        }
    }

    private var templateRows: [StyledText] {
        found.templates.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { id, count in
            var row: StyledText = ["template ", StyledText(safe(id.text, 24), .link), share(count)]
            if let template = conversation.templates[id] {
                row += StyledText(
                    "  \(Count.safe(template.accounts, "account")), \(Count.safe(template.exchanges, "exchange"))",
                    .muted)
            }
            return row
        }
    }

    private var targetRows: [StyledText] {
        found.targets.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { target, count in
            [StyledText(target.swatch, target.style), StyledText(target.name), share(count)]
        }
    }

    private var toolRows: [StyledText] {
        var rows: [StyledText] = []
        if !found.offered.isEmpty {
            let names = found.offered.map { StyledText(safe($0.name, 40)) }
            rows.append([StyledText("offered  ", .muted), names.joined(separator: StyledText(", ", .faint))])
        }
        if !found.called.isEmpty {
            let names = found.called.map { tool -> StyledText in
                [StyledText(safe(tool.name, 40)), StyledText(tool.count > 1 ? " × \(tool.count)" : "", .muted)]
            }
            rows.append([StyledText("called   ", .muted), names.joined(separator: StyledText(", ", .faint))])
        }
        return rows
    }

    private var hiddenRows: [StyledText] {
        guard found.hiddenCount > 0 else { return [] }
        let most = layout.showsCodePoints ? 40 : 6
        var rows: [StyledText] = [
            [
                StyledText("⚠ \(Count.safe(found.hiddenCount, "hidden character"))", .hostile),
                StyledText(layout.showsCodePoints ? "  x shows the text again" : "  x shows code points", .muted),
            ]
        ]
        rows += found.hidden.prefix(most).map { hidden in
            [
                StyledText(hidden.name.codePoint, .hostile), "  ", StyledText(hidden.name.name),
                StyledText(hidden.count > 1 ? "  × \(Count.safe(hidden.count))" : "", .muted),
            ]
        }
        if found.hidden.count > most {
            rows.append(StyledText("\(Count.safe(most, of: found.hidden.count)) kinds", .muted))
        }
        return rows
    }

    /// Adds what the slots of the templates were filled with, here and elsewhere.
    private mutating func addSlots() {
        for (id, _) in found.templates.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            guard let template = conversation.templates[id] else { continue }
            let text = TemplateText(template: template, charset: layout.charset)
            if found.texts == 0 { add(text.lines, under: "TEMPLATE") }
            add(
                text.slots.enumerated().map { [StyledText("slot \($0.offset + 1)  ", .muted), $0.element] },
                under: "SLOTS")
        }
    }

    private mutating func add(_ rows: [StyledText], under heading: SafeText) {
        guard !rows.isEmpty else { return }
        addGap()
        for (index, row) in rows.enumerated() {
            for line in row.wrapped(to: layout.textWidth, hanging: 2).enumerated() {
                lines.append(
                    ReaderPage.Line(
                        role: index == 0 && line.offset == 0 ? heading : "",
                        text: line.offset > 0 ? "  " + line.element : line.element))
            }
        }
    }
}
