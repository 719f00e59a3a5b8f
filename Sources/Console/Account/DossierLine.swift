import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Draws one row of a dossier.
struct DossierLine {
    let row: DossierRow
    let isFocus: Bool
    let context: ScreenContext

    private var zone: DisplayZone { context.zone }
    private var plain: Style { isFocus ? .focus : .text }

    func draw(on grid: inout Grid, in line: Rect) {
        var room = line
        switch row {
        case .gap: break
        case .heading(let title, let note): grid.drawHeading(title, note, in: line)
        case .signalHeading(let count): drawSignalHeading(count, on: &grid, in: line)
        case .signal(let signal, let most): draw(signal, most: most, on: &grid, in: line)
        case .evidence(let reference): draw(reference, on: &grid, in: line)
        case .more(let text):
            _ = room.cutLeft(2)
            grid.draw(text, in: room, style: .faint)
        case .origin(let facet, let count, let all, let isFirst):
            draw(facet, count, of: all, isFirst: isFirst, on: &grid, in: line)
        case .related(let other): draw(other, on: &grid, in: line)
        case .label(let event): draw(event, on: &grid, in: line)
        }
    }

    private func barWidth(_ line: Rect) -> Int { line.width >= 84 ? 12 : line.width >= 60 ? 8 : 0 }

    /// What the columns of the signals below are.
    private func drawSignalHeading(_ count: Int, on grid: inout Grid, in line: Rect) {
        var room = line
        let barWidth = barWidth(line)
        if barWidth > 0 { _ = room.cutRight(barWidth + 2) }
        grid.draw("ADDS", in: room.cutRight(6), style: .heading, align: .trailing)
        grid.draw("RANK", in: room.cutRight(7), style: .heading, align: .trailing)
        if line.width >= 64 { grid.draw("ORDINARY", in: room.cutRight(12), style: .heading, align: .trailing) }
        grid.draw("VALUE", in: room.cutRight(9), style: .heading, align: .trailing)
        grid.draw("\(Count.safe(count)) SIGNALS AND THEIR EVIDENCE", in: room, style: .heading)
    }

    private func draw(_ signal: Signal, most: Double, on grid: inout Grid, in line: Rect) {
        var room = line
        let barWidth = barWidth(line)
        if barWidth > 0 {
            grid.draw(
                ThinBar(value: max(0, signal.contribution) / most, style: SignalTable.style(of: signal)),
                in: room.cutRight(barWidth))
            _ = room.cutRight(2)
        }
        let adds =
            signal.value == nil || abs(signal.contribution) < 0.05 ? "" : "+" + Count.decimal(signal.contribution, 1)
        grid.draw(SafeText(ours: adds), in: room.cutRight(6), style: .muted, align: .trailing)
        grid.draw(signal.percentileText, in: room.cutRight(7), style: .muted, align: .trailing)
        if line.width >= 64 {
            let ordinary: SafeText = signal.ordinary == nil ? "" : signal.ordinaryText
            grid.draw(ordinary, in: room.cutRight(12), style: .faint, align: .trailing)
        }
        grid.draw(signal.valueText, in: room.cutRight(9), style: plain, align: .trailing)
        _ = room.cutRight(1)
        var name = StyledText(signal.name.words, signal.value == nil ? .faint : plain)
        if let note = signal.note { name.append("  \(context.safe(UntrustedText(note), limit: 80))", .muted) }
        grid.draw(name, in: room)
    }

    private func draw(_ reference: EvidenceReference, on grid: inout Grid, in line: Rect) {
        var room = line
        _ = room.cutLeft(2)
        let text: StyledText =
            switch reference {
            case .exchange(let id): ["exchange ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .template(let id): ["template ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .indicator(let id): ["shared value ", StyledText(context.safe(id.text, limit: 80), .link)]
            case .account(let id): ["account ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .period(let from, let to):
                [
                    "period ",
                    StyledText("\(zone.date(from)) \(zone.minute(from)) to \(zone.date(to)) \(zone.minute(to))", .link),
                ]
            }
        grid.draw([StyledText("└ ", .faint), text], in: room, style: .muted)
    }

    private func draw(
        _ facet: Facet, _ count: FacetCount, of all: Int, isFirst: Bool, on grid: inout Grid, in line: Rect
    ) {
        var room = line
        grid.draw(
            SafeText(ours: Count.text(count.ordinaryAccounts)), in: room.cutRight(11),
            style: count.ordinaryAccounts == 0 ? .score(0.95) : .muted, align: .trailing)
        grid.draw(SafeText(ours: Count.text(count.accounts)), in: room.cutRight(19), style: plain, align: .trailing)
        grid.draw(SafeText(ours: Count.text(count.exchanges)), in: room.cutRight(11), style: plain, align: .trailing)
        _ = room.cutRight(1)
        grid.draw(isFirst ? facet.words : "", in: room.cutLeft(10), style: .muted)
        grid.draw(context.safe(count.value, limit: 120), in: room, style: plain)
    }

    private func draw(_ other: RelatedAccount, on grid: inout Grid, in line: Rect) {
        var room = line
        if let label = other.label {
            grid.put("✓", x: room.x, y: room.y, style: .label(label.label.digit))
        }
        _ = room.cutLeft(2)
        grid.draw(context.safe(other.id.text, limit: 40), in: room.cutLeft(15), style: plain)
        if let score = other.account?.score {
            grid.draw(SafeText(ours: Count.decimal(score, 2)), in: room.cutLeft(6), style: .score(score).bold)
        } else {
            _ = room.cutLeft(6)
        }
        grid.draw(other.edge.kinds.letters, in: room.cutLeft(6))
        var why = other.edge.reasons.filter { $0.indicator == nil }.map { StyledText($0.signal.words) }
        why += other.shared.map { shared in
            let rare = shared.indicator.ordinaryAccounts
            let name = shared.indicator.name(context, limit: 32)
            return ["\(name)", StyledText(SafeText(ours: " (\(Count.text(rare)) ordinary)"), .faint)]
        }
        grid.draw(why.joined(separator: StyledText(" · ", .faint)), in: room, style: .muted)
    }

    private func draw(_ event: LabelEvent, on grid: inout Grid, in line: Rect) {
        var room = line
        grid.draw(
            "\(zone.date(event.at)) \(zone.minute(event.at))", in: room.cutLeft(13), style: .muted)
        var text: StyledText =
            event.label.map { StyledText(SafeText(ours: $0.rawValue), .label($0.digit)) }
            ?? StyledText("taken back", .muted)
        if event.label != nil { text.append(SafeText(ours: ", \(event.confidence.word)"), .muted) }
        if !event.reasons.isEmpty {
            let codes = event.reasons.map { context.safe(UntrustedText($0), limit: 40) }.joined(separator: ", ")
            text.append("  \(codes)", .muted)
        }
        if let note = event.note { text.append("  \(context.safe(note, limit: 200))", plain) }
        grid.draw(text, in: room)
    }
}
