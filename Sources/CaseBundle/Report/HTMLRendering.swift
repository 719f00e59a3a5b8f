import Evidence
import HostileText

/// Draws a report as one HTML file: no script, nothing loaded from elsewhere, good on paper.
enum HTMLRendering {
    static func text(of report: Report) -> String {
        var output = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(Markup.html(report.title))</title>
            <style>
            \(stylesheet)
            </style>
            </head>
            <body>
            <header>
            <h1>\(Markup.html(report.title))</h1>
            <p class="quiet">\(Markup.html(report.subtitle))</p>
            </header>
            <main>

            """
        for section in report.sections {
            output += "<section>\n<h2>\(Markup.html(section.title))</h2>\n"
            for block in section.blocks { output += text(of: block) }
            output += "</section>\n"
        }
        return output + "</main>\n</body>\n</html>\n"
    }

    private static func text(of block: Report.Block) -> String {
        switch block {
        case .heading(let text): "<h3>\(Markup.html(text))</h3>\n"
        case .paragraph(let spans): "<p>\(text(of: spans))</p>\n"
        case .figures(let figures):
            "<dl class=\"figures\">\n"
                + figures.map { "<div><dd>\(Markup.html($0.value))</dd><dt>\(Markup.html($0.label))</dt></div>\n" }
                .joined()
                + "</dl>\n"
        case .list(let items): "<ul>\n" + items.map { "<li>\(text(of: $0))</li>\n" }.joined() + "</ul>\n"
        case .commands(let lines):
            "<pre class=\"commands\">" + lines.map { Markup.html($0) + "\n" }.joined() + "</pre>\n"
        case .table(let table): text(of: table)
        case .exemplar(let exemplar): text(of: exemplar)
        }
    }

    private static func text(of spans: [Report.Span]) -> String {
        spans.map { span in
            switch span.style {
            case .plain: Markup.html(span.text)
            case .strong: "<strong>\(Markup.html(span.text))</strong>"
            case .code: "<code>\(Markup.html(span.text))</code>"
            case .quiet: "<span class=\"quiet\">\(Markup.html(span.text))</span>"
            }
        }.joined()
    }

    private static func text(of table: Report.Table) -> String {
        var output = "<table>\n<thead><tr>"
        for column in table.columns {
            output += "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(Markup.html(column.title))</th>"
        }
        output += "</tr></thead>\n<tbody>\n"
        for cells in table.rows {
            output += "<tr>"
            for (column, cell) in zip(table.columns, cells) {
                output +=
                    "<td\(column.isNumber ? " class=\"number\"" : "")>\(bar(cell.bar))\(text(of: cell.spans))</td>"
            }
            output += "</tr>\n"
        }
        output += "</tbody>\n</table>\n"
        if let note = table.note { output += "<p class=\"quiet\">\(Markup.html(note))</p>\n" }
        return output
    }

    private static func bar(_ share: Double?) -> String {
        guard let share, share.isFinite else { return "" }
        let percent = Int((min(max(share, 0), 1) * 100).rounded())
        return "<span class=\"track\"><span class=\"bar\" style=\"width:\(percent)%\"></span></span>"
    }

    private static func text(of exemplar: Report.Exemplar) -> String {
        var output = "<article>\n<h3>\(text(of: exemplar.heading))</h3>\n"
        for part in exemplar.parts {
            let note = part.note.map { " <span class=\"quiet\">\(Markup.html($0))</span>" } ?? ""
            output += "<h4>\(Markup.html(part.speaker))\(note)</h4>\n<pre>"
            for (index, line) in part.lines.enumerated() {
                if index > 0 { output += "\n" }
                for run in line {
                    output += run.isHit ? "<mark>\(Markup.html(run.text))</mark>" : Markup.html(run.text)
                }
            }
            output += "</pre>\n"
        }
        return output + "</article>\n"
    }
}
