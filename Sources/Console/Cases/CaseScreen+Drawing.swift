import CaseBundle
import Evidence
import EvidenceCache
import HostileText
import TextUI

/// How a case divides its room: a line of facts, what it holds, and its bundles and notes beside or below.
struct CaseLayout: Hashable, Sendable {
    let facts: Rect
    let items: Rect
    let side: Rect
    /// Whether the bundles and notes stand beside what it holds.
    let isBeside: Bool

    /// Divides it.
    init(_ area: Rect) {
        var rest = area.inset(x: 1)
        facts = rest.cutTop(1)
        _ = rest.cutTop(1)
        isBeside = area.width >= 110
        let parts = isBeside ? rest.columns(.share(3), .share(2), gap: 3) : rest.rows(.share(1), .share(1), gap: 1)
        items = parts[0]
        side = parts[1]
    }
}

extension CaseScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = CaseLayout(area)
        if let row = file.value?.row { drawFacts(row, on: &grid, in: layout.facts, context) }
        drawItems(on: &grid, in: layout.items, context)
        if layout.isBeside {
            grid.rule(column: layout.side.x - 2, from: layout.side.y, to: area.maxY)
        } else {
            grid.rule(row: layout.side.y - 1, from: area.x, to: area.maxX)
        }
        guard let file = file.value else { return }
        var rest = layout.side
        file.drawBundles(bag, on: &grid, in: &rest, context)
        file.drawNotes(on: &grid, in: rest, context)
    }

    private func drawFacts(_ row: CaseRow, on grid: inout Grid, in line: Rect, _ context: ScreenContext) {
        let isOpen = row.file.status == .open
        let (at, zone) = (row.file.createdAt, context.zone)
        let opened: SafeText = "\(zone.fullDate(at)) \(zone.minute(at))\(zone.suffix(at))"
        let facts: [StyledText] = [
            isOpen ? StyledText("● open", .done) : StyledText("○ closed", .muted),
            "opened \(opened) by \(context.safe(row.file.analyst, limit: 30))", StyledText(row.contentsText),
            "\(Count.safe(row.notes, "note"))",
        ]
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
    }

    private func drawItems(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        list.drawState(
            on: &grid, in: area.row(1), empty: "nothing in it yet: a on an account, cluster or exchange puts it here")
        guard let rows = list.rows.value, !rows.isEmpty else { return }
        let heading: SafeText =
            rows.count < list.total ? "ITEM, \(SafeText(ours: Count.text(rows.count, of: list.total)))" : "ITEM"
        let columns = [
            TableColumn("KIND", minimum: 12), TableColumn(heading, minimum: 14, grows: true, isTitle: true),
            TableColumn("SCORE", minimum: 5, align: .trailing), TableColumn("YOUR LABEL", minimum: 15, rank: 2),
            TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 3),
            TableColumn("BY", minimum: 9, ideal: 12, rank: 4),
            TableColumn("PUT IN, \(context.zone.heading)", minimum: 11, align: .trailing, rank: 1),
        ]
        let table = Table(
            columns: columns, count: rows.count, position: list.position,
            mark: { rows[$0].label.map { ("✓", .label($0.digit)) } }
        ) { row, column in rows[row].cell(column, context) }
        grid.draw(table, in: Rect(x: area.x - 1, y: area.y, width: area.width + 1, height: area.height))
    }
}

extension CaseItemRow {
    fileprivate func cell(_ column: Int, _ context: ScreenContext) -> TableCell {
        switch column {
        case 0: return .text(SafeText(ours: item.thing.kind), .muted)
        case 1:
            let id = context.safe(item.thing.idText, limit: 100)
            guard let members else { return .text(StyledText(id)) }
            return .text([StyledText(id), StyledText("  \(Count.safe(members, "account"))", .muted)])
        case 2:
            return .text(SafeText(ours: score.map { Count.decimal($0, 2) } ?? "–"), score.map { .score($0) } ?? .faint)
        case 3:
            return label.map { .text(SafeText(ours: $0.rawValue), .label($0.digit)) } ?? .text("–", .faint)
        case 4: return .text(SafeText(ours: exchanges.map { Count.text($0) } ?? "–"), exchanges == nil ? .faint : .text)
        case 5: return .text(context.safe(item.analyst, limit: 30), .muted)
        default: return .text("\(context.zone.date(item.at)) \(context.zone.minute(item.at))", .muted)
        }
    }
}

extension CaseFile {
    /// Draws the bundles that were written, the last with its state, and what was done since.
    func drawBundles(
        _ bag: Loaded<BagState>?, on grid: inout Grid, in rest: inout Rect, _ context: ScreenContext
    ) {
        let head = exports.isEmpty ? "" : SafeText(ours: Count.text(exports.count))
        grid.drawHeading("BUNDLES", StyledText(head), in: rest.cutTop(1))
        guard let last = exports.first else {
            grid.draw(
                row.items == 0 ? "none yet; put something in, then X writes one" : "none yet; X writes one",
                in: rest.cutTop(1), style: .muted)
            _ = rest.cutTop(1)
            return
        }
        let zone = context.zone
        let when: SafeText = "\(zone.fullDate(last.at)) \(zone.minute(last.at))\(zone.suffix(last.at))"
        let width = min(12, rest.width / 3)
        let facts: [(SafeText, StyledText)] = [
            (
                "written",
                "\(when) by \(context.safe(last.analyst, limit: 30)), \(context.safe(last.redaction, limit: 20))"
            ),
            ("digest", StyledText(context.safe(last.digest, columns: max(8, rest.width - width)), .muted)),
            ("where", place(of: last, columns: rest.width - width, context)),
            ("state", state(bag, of: last)),
            ("since then", changesText),
        ]
        for (name, value) in facts where rest.height > 0 {
            grid.drawFact(name, value, nameWidth: width, in: rest.cutTop(1))
        }
        for export in exports.dropFirst().prefix(max(0, min(3, rest.height - 6))) {
            let at: SafeText = "\(zone.date(export.at)) \(zone.minute(export.at))"
            grid.draw(
                "before: \(at) by \(context.safe(export.analyst, limit: 20)), \(context.safe(export.redaction, limit: 12)), \(context.safe(export.digest, columns: 13))",
                in: rest.cutTop(1), style: .faint)
        }
        _ = rest.cutTop(1)
    }

    private func place(of export: CaseExportNote, columns: Int, _ context: ScreenContext) -> StyledText {
        guard let path = export.path else { return StyledText("not known: it was written elsewhere", .muted) }
        let whole = context.safe(UntrustedText(path), limit: 400)
        if whole.width <= columns { return StyledText(whole) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return StyledText("…/\(context.safe(UntrustedText(name), columns: max(1, columns - 2)))")
    }

    private func state(_ bag: Loaded<BagState>?, of export: CaseExportNote) -> StyledText {
        guard export.path != nil else { return StyledText("stillwatch verify BAG says whether it is whole", .muted) }
        switch bag {
        case nil: return StyledText("⏎ opens the case and says whether it is whole", .muted)
        case .idle, .loading: return StyledText("reading it …", .muted)
        case .failed(let problem): return StyledText("✗ \(SafeText(ours: problem.sentence))", .danger)
        case .ready(.whole): return StyledText("✓ whole, every file as it was written", .done)
        case .ready(.gone): return StyledText("✗ gone: moved or deleted since", .warning)
        case .ready(.changed(let count, let first)):
            return StyledText("✗ \(Count.safe(count, "problem")): \(first)", .danger)
        }
    }

    private var changesText: StyledText {
        guard let changes, changes.total > 0 else { return StyledText("nothing changed", .muted) }
        return StyledText("\(changes.text); X writes it anew", .warning)
    }

    /// Draws the notes, the last first; where there are more than fit, says how many.
    func drawNotes(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        guard rest.height > 0 else { return }
        let hint: StyledText = row.file.status == .open ? "m writes one" : ""
        grid.drawHeading("NOTES", hint, in: rest.cutTop(1))
        guard !notes.isEmpty else {
            grid.draw("none yet", in: rest.cutTop(1), style: .muted)
            return
        }
        for (index, note) in notes.enumerated().reversed() {
            guard rest.height > 1 else {
                let left = SafeText(ours: Count.text(index + 1, "earlier note"))
                grid.draw("\(left); stillwatch case show lists them", in: rest.cutTop(1), style: .faint)
                return
            }
            let when: SafeText = "\(context.zone.date(note.at)) \(context.zone.minute(note.at))"
            grid.draw("\(when) \(context.safe(note.analyst, limit: 30))", in: rest.cutTop(1), style: .muted)
            let used = grid.draw(paragraph: StyledText(context.safe(note.text, limit: 2_000)), in: rest)
            _ = rest.cutTop(used + 1)
        }
    }
}
