import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Draws one row of a dossier.
struct DossierLine {
    let row: DossierRow
    let isFocus: Bool
    let context: ScreenContext

    var zone: DisplayZone { context.zone }
    var plain: Style { isFocus ? .focus : .text }

    func draw(on grid: inout Grid, in line: Rect) {
        var room = line
        switch row {
        case .gap: break
        case .heading(let title, let note): grid.drawHeading(title, note, in: line)
        case .signalHeading(let count): drawSignalHeading(count, on: &grid, in: line)
        case .signal(let signal, let most, let showsNote):
            draw(signal, most: most, showsNote: showsNote, on: &grid, in: line)
        case .note(let note):
            _ = room.cutLeft(2)
            grid.draw(context.safe(note, limit: 400), in: room, style: .muted)
        case .evidence(let reference, let indicator, let template):
            draw(reference, indicator, template, on: &grid, in: line)
        case .more(let text):
            _ = room.cutLeft(2)
            grid.draw(text, in: room, style: .faint)
        case .origin(let facet, let count, let all, let isFirst):
            draw(facet, count, of: all, isFirst: isFirst, on: &grid, in: line)
        case .key(let key, let all): draw(key, of: all, isModel: false, on: &grid, in: line)
        case .model(let model, let all): draw(model, of: all, isModel: true, on: &grid, in: line)
        case .habit(let habit, let all, let isFirst): draw(habit, of: all, isFirst: isFirst, on: &grid, in: line)
        case .related(let other): draw(other, on: &grid, in: line)
        case .label(let event): draw(event, on: &grid, in: line)
        case .outcome(let outcome): draw(outcome, on: &grid, in: line)
        }
    }

    private static func barWidth(_ width: Int) -> Int { width >= 84 ? 12 : width >= 60 ? 8 : 0 }

    /// The columns of a count of exchanges, of accounts and of ordinary ones, and their heading.
    static func valueColumns(_ width: Int) -> (exchanges: Int, share: Int, accounts: Int, ordinary: Int) {
        width >= 76 ? (11, 10, 19, 11) : (8, 8, 10, 10)
    }

    /// The columns of a signal's numbers, beside which its name and note stand.
    static func numberColumns(_ width: Int) -> Int {
        let bar = barWidth(width)
        return (bar > 0 ? bar + 2 : 0) + 6 + 7 + (width >= 64 ? 12 : 0) + 9 + 1
    }

    /// What the columns of the signals below are.
    private func drawSignalHeading(_ count: Int, on grid: inout Grid, in line: Rect) {
        var room = line
        let barWidth = Self.barWidth(line.width)
        if barWidth > 0 { _ = room.cutRight(barWidth + 2) }
        grid.draw("ADDS", in: room.cutRight(6), style: .heading, align: .trailing)
        grid.draw("RANK", in: room.cutRight(7), style: .heading, align: .trailing)
        if line.width >= 64 { grid.draw("ORDINARY", in: room.cutRight(12), style: .heading, align: .trailing) }
        grid.draw("VALUE", in: room.cutRight(9), style: .heading, align: .trailing)
        grid.draw("\(Count.safe(count)) SIGNALS AND THEIR EVIDENCE", in: room, style: .heading)
    }

    private func draw(_ signal: Signal, most: Double, showsNote: Bool, on grid: inout Grid, in line: Rect) {
        var room = line
        let barWidth = Self.barWidth(line.width)
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
        if let note = signal.note, showsNote {
            name.append("  \(context.safe(UntrustedText(note), limit: 80))", .muted)
        }
        grid.draw(name, in: room)
    }
}
