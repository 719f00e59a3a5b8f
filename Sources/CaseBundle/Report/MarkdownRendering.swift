import HostileText

/// Draws a report as Markdown that reads well as plain text, too.
enum MarkdownRendering {
    static func text(of report: Report) -> String {
        var output = "# \(Markup.markdown(report.title))\n\n\(Markup.markdown(report.subtitle))\n"
        for section in report.sections {
            output += "\n## \(Markup.markdown(section.title))\n"
            for block in section.blocks { output += "\n" + text(of: block) }
        }
        return output
    }

    private static func text(of block: Report.Block) -> String {
        switch block {
        case .heading(let text): "### \(Markup.markdown(text))\n"
        case .paragraph(let spans): text(of: spans) + "\n"
        case .figures(let figures):
            figures.map { "- **\(Markup.markdown($0.value))** \(Markup.markdown($0.label))\n" }.joined()
        case .list(let items): items.map { "- \(text(of: $0))\n" }.joined()
        case .commands(let lines): lines.map { "    \($0.description)\n" }.joined()
        case .table(let table): text(of: table)
        case .exemplar(let exemplar): text(of: exemplar)
        }
    }

    private static func text(of spans: [Report.Span]) -> String {
        spans.map { span in
            switch span.style {
            case .strong: "**\(trimmed(span.text))**\(span.text.description.hasSuffix(" ") ? " " : "")"
            // Code spans know no escapes, so a text of others is never put in one.
            case .plain, .quiet, .code: Markup.markdown(span.text)
            }
        }.joined()
    }

    private static func trimmed(_ text: SafeText) -> String {
        var line = Markup.markdown(text)
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    private static func text(of table: Report.Table) -> String {
        var output = row(table.columns.map { Markup.markdown($0.title) })
        output += row(table.columns.map { $0.isNumber ? "---:" : "---" })
        for cells in table.rows { output += row(cells.map { text(of: $0.spans) }) }
        if let note = table.note { output += "\n\(Markup.markdown(note))\n" }
        return output
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }

    private static func text(of exemplar: Report.Exemplar) -> String {
        var output = "### \(text(of: exemplar.heading))\n"
        for part in exemplar.parts {
            output += "\n**\(trimmed(part.speaker))**\(part.note.map { " (\(Markup.markdown($0)))" } ?? "")\n\n"
            for (index, line) in part.lines.enumerated() {
                let text = line.map { $0.isHit ? "⟦\(Markup.markdown($0.text))⟧" : Markup.markdown($0.text) }.joined()
                let isLast = index == part.lines.count - 1
                output += text.isEmpty ? ">\n" : "> \(text)\(isLast ? "" : "\\")\n"
            }
        }
        return output
    }
}
