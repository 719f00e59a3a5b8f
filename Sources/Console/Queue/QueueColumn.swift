import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The columns of the queue. On narrow terminals those of the highest rank go first.
enum QueueColumn: CaseIterable {
    case score, subject, why, targets, exchanges, days

    var column: TableColumn {
        switch self {
        case .score: TableColumn("SCORE", minimum: 5, align: .leading)
        case .subject: TableColumn("ACCOUNT", minimum: 13, ideal: 14, isTitle: true)
        case .why: TableColumn("WHY", minimum: 28, ideal: 34, grows: true, rank: 1)
        case .targets: TableColumn("TARGETS", minimum: 8, rank: 2)
        case .exchanges: TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 3)
        case .days: TableColumn("14 DAYS", minimum: 14, rank: 4)
        }
    }

    /// What the queue is sorted by when the heading bears the arrow.
    var sort: FlagSort? {
        switch self {
        case .score: .score
        case .subject: .subject
        case .exchanges: .exchanges
        case .why, .targets, .days: nil
        }
    }

    func cell(of row: FlagRow, isFocus: Bool, _ context: ScreenContext) -> TableCell {
        switch self {
        case .score:
            .text(SafeText(ours: Count.decimal(row.flag.score, 2)), .score(row.flag.score).bold)
        case .subject: .text(QueueColumn.subject(of: row, context))
        case .why: .text(QueueColumn.reasons(of: row, isFocus: isFocus, context))
        case .targets: .widget(ShareBar(row.flag.targets, count: 8))
        case .exchanges: .text(SafeText(ours: Count.text(row.flag.exchanges)), .text)
        case .days: .widget(Sparkline(row.days.map { Double($0) }, style: isFocus ? .accent : .series(4)))
        }
    }

    private static func subject(of row: FlagRow, _ context: ScreenContext) -> StyledText {
        var text = StyledText(context.safe(row.flag.subject.text, limit: 60))
        if let members = row.members { text.append(" · \(SafeText(ours: Count.short(members)))", .muted) }
        return text
    }

    private static func reasons(of row: FlagRow, isFocus: Bool, _ context: ScreenContext) -> StyledText {
        var text = StyledText("")
        if let label = row.label {
            text.append("\(SafeText(ours: label.label.shortName))  ", .label(label.label.digit))
        } else if let claim = row.claim, claim.analyst != context.analyst {
            text.append("\(context.safe(claim.analyst, limit: 12)) is on it  ", Style(.claimed))
        }
        if row.hidden > 0 { text.append("⚠ \(SafeText(ours: Count.short(row.hidden))) hidden  ", .hostile) }
        let reasons = row.flag.reasons.prefix(3).map { context.safe(UntrustedText($0), limit: 60) }
        text.append(reasons.joined(separator: " · "), isFocus ? .text : .muted)
        return text
    }
}

extension Label {
    /// The label in at most twelve columns.
    var shortName: String {
        switch self {
        case .researchEval: "research"
        case .compromisedKey: "compromised"
        case .distillation, .relay, .mixed, .benign, .unsure: rawValue
        }
    }
}
