import Evidence
import EvidenceCache
import HostileText
import TextUI

extension DossierLine {
    /// Another account: its score, the kinds of evidence, and what the two share, rarest first, as much as there is room for.
    func draw(_ other: RelatedAccount, on grid: inout Grid, in line: Rect) {
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
        let limit = max(10, min(32, room.width - 20))
        let values = other.shared.map { shared -> StyledText in
            let rare = shared.indicator.ordinaryAccounts
            return [
                "\(shared.indicator.name(context, limit: limit))",
                StyledText(" \(Count.safe(rare)) ordinary", rare == 0 ? plain : .faint),
            ]
        }
        let others = other.edge.reasons.filter { $0.indicator == nil }.map { StyledText($0.signal.words) }
        grid.draw(Self.fitting(values + others, in: room.width), in: room, style: .muted)
    }

    /// As many parts as fit, and how many are left out.
    private static func fitting(_ parts: [StyledText], in columns: Int) -> StyledText {
        let separator = StyledText(" · ", .faint)
        for left in 0..<max(1, parts.count) {
            let more = left > 0 ? [StyledText("+ \(left)", .faint)] : []
            let text = (parts.dropLast(left) + more).joined(separator: separator)
            if text.width <= columns || left == parts.count - 1 { return text }
        }
        return ""
    }

    func draw(_ event: LabelEvent, on grid: inout Grid, in line: Rect) {
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

    /// What became of the account.
    func draw(_ outcome: Outcome, on grid: inout Grid, in line: Rect) {
        var room = line
        grid.draw(
            "\(zone.date(outcome.at)) \(zone.minute(outcome.at))", in: room.cutLeft(13), style: .muted)
        var text = StyledText(SafeText(ours: outcome.what.rawValue), outcome.what == .reinstated ? .done : .danger)
        text.append("  by \(context.safe(outcome.analyst, limit: 40))", .muted)
        if let note = outcome.note { text.append("  \(context.safe(note, limit: 200))", plain) }
        grid.draw(text, in: room)
    }
}
