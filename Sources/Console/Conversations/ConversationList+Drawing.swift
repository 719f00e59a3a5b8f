import Evidence
import EvidenceCache
import HostileText
import TextUI

extension ConversationList {
    /// Draws the list as a table; an empty one says so.
    func draw(
        on grid: inout Grid, in area: Rect, hasFocus: Bool, showsDate: Bool, empty: StyledText, _ context: ScreenContext
    ) {
        if let problem {
            grid.draw(
                ["✗ ", StyledText(SafeText(ours: problem.sentence))], in: area.row(1).inset(x: 1), style: .danger)
            return
        }
        guard list.isLoaded else { return }
        guard list.count > 0 else {
            grid.draw(paragraph: empty, in: area.inset(x: 1, y: 1), style: .muted)
            return
        }
        // Where there is little room, the date takes the place of the seconds.
        let times: Times = showsDate ? (area.width >= 100 ? .full : .toTheMinute) : .withoutDate
        var columns = [
            TableColumn("TIME, \(context.zone.heading)", minimum: times.width),
            TableColumn("TARGET", minimum: 16, ideal: 20, isTitle: true),
            TableColumn("TURNS", minimum: 5, align: .trailing),
            TableColumn("IN → OUT", minimum: 15, align: .trailing, rank: 1),
            TableColumn("TEMPLATE", minimum: 8, ideal: 10, rank: 2),
            TableColumn("MODEL", minimum: 8, ideal: 14, rank: 4), TableColumn("", minimum: 10, ideal: 26, rank: 3),
        ]
        if wanted.whose.only?.kind == .account {
        } else {
            columns.append(TableColumn("ACCOUNT", minimum: 13, ideal: 20, rank: 2))
        }
        let table = Table(
            columns: columns, count: list.count, position: list.position, hasFocus: hasFocus, gutter: 2
        ) { row, column in
            guard let row = list[row] else { return column == 0 ? .text("…", .faint) : .empty }
            return Self.cell(row, column, times, context)
        }
        grid.draw(table, in: area)
    }

    /// How much of a time is written.
    private enum Times {
        case full, toTheMinute, withoutDate

        var width: Int {
            switch self {
            case .full: 14
            case .toTheMinute: 11
            case .withoutDate: 8
            }
        }

        func text(_ at: Instant, _ zone: DisplayZone) -> SafeText {
            switch self {
            case .full: "\(zone.date(at)) \(zone.time(at))"
            case .toTheMinute: "\(zone.date(at)) \(zone.minute(at))"
            case .withoutDate: zone.time(at)
            }
        }
    }

    private static func cell(
        _ row: ConversationRow, _ column: Int, _ times: Times, _ context: ScreenContext
    ) -> TableCell {
        switch column {
        case 0:
            let at = row.conversation.firstAt
            return .text(times.text(at, context.zone), .muted)
        case 1: return .text([StyledText(row.target.swatch, row.target.style), StyledText(row.target.name)])
        case 2: return .text(SafeText(ours: Count.text(row.conversation.turns)), .muted)
        case 3: return .text(tokens(row))
        case 4:
            return .text(
                row.template.map { context.safe($0.text, limit: 12) } ?? "–", row.template == nil ? .faint : .link)
        case 5: return .text(row.model.map { context.safe($0, limit: 40) } ?? "–", .muted)
        case 6: return .text(marks(row))
        default: return .text(context.safe(row.conversation.account.text, limit: 60), .muted)
        }
    }

    /// Tokens in and out; an output more than three times the input stands out.
    private static func tokens(_ row: ConversationRow) -> StyledText {
        let input = row.inputTokens.map { Count.text($0) } ?? "–"
        let output = row.outputTokens.map { Count.text($0) } ?? "–"
        let isLong = (row.outputTokens ?? 0) > 3 * max(1, row.inputTokens ?? 0) && row.inputTokens != nil
        let pad = String(repeating: " ", count: max(0, 6 - output.count))
        return [
            StyledText(SafeText(ours: input)), StyledText(" → ", .faint),
            StyledText(SafeText(ours: pad + output), isLong ? .warning : .text),
        ]
    }

    private static func marks(_ row: ConversationRow) -> StyledText {
        var parts: [StyledText] = []
        if row.hidden > 0 { parts.append(StyledText("⚠ \(row.hidden) hidden", .hostile)) }
        if row.failures > 0 { parts.append(StyledText("\(row.failures) failed", .warning)) }
        if row.texts == 0 { parts.append(StyledText("no text", .faint)) }
        return parts.joined(separator: " ")
    }
}

extension CapabilityTarget {
    /// The sign before its name: hollow for what is nothing in particular.
    var swatch: SafeText { self == .general ? "▫ " : "▪ " }
}
