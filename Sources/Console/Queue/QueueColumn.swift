import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The columns of the queue. On narrow terminals those of the highest rank go first.
enum QueueColumn: String, CaseIterable, Hashable, Sendable {
    case score, subject, why, targets, exchanges, days
    case urgency, raised, organisation, pathway

    /// The columns that are shown unless others are chosen.
    static let usual: [QueueColumn] = [.score, .subject, .why, .targets, .exchanges, .days]

    var column: TableColumn {
        switch self {
        case .score: TableColumn("SCORE", minimum: 5, align: .leading)
        case .subject: TableColumn("ACCOUNT", minimum: 13, ideal: 14, isTitle: true)
        case .why: TableColumn("WHY", minimum: 28, ideal: 34, grows: true, rank: 1)
        case .targets: TableColumn("TARGETS", minimum: 7, rank: 2)
        case .exchanges: TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 3)
        case .days: TableColumn("14 DAYS", minimum: 14, rank: 4)
        case .urgency: TableColumn("URGENCY", minimum: 7, align: .trailing, rank: 3)
        case .raised: TableColumn("RAISED", minimum: 11, rank: 3)
        case .organisation: TableColumn("ORGANISATION", minimum: 12, ideal: 14, rank: 5)
        case .pathway: TableColumn("PATHWAY", minimum: 12, rank: 5)
        }
    }

    /// Whether it is drawn rather than written; the cursor's ground ends before the first such column.
    var isPicture: Bool { self == .targets || self == .days }

    /// What the queue is sorted by when the heading bears the arrow.
    var sort: FlagSort? {
        switch self {
        case .score: .score
        case .subject: .subject
        case .exchanges: .exchanges
        case .urgency: .urgency
        case .raised: .raised
        case .why, .targets, .days, .organisation, .pathway: nil
        }
    }

    func cell(of row: FlagRow, isFocus: Bool, _ context: ScreenContext) -> TableCell {
        switch self {
        case .score:
            .text(SafeText(ours: Count.decimal(row.flag.score, 2)), .score(row.flag.score))
        case .subject: .text(QueueColumn.subject(of: row, context))
        case .why: .text(QueueColumn.reasons(of: row, isFocus: isFocus, context))
        case .targets: .widget(ShareBar(row.flag.targets, count: 7, most: 3, showsRest: false))
        case .exchanges: .text(SafeText(ours: Count.text(row.flag.exchanges)), .text)
        case .days: .widget(Sparkline(row.days.map { $0 == 0 ? nil : Double($0) }, style: .text))
        case .urgency: .text(SafeText(ours: Count.decimal(row.flag.urgency, 1)), .text)
        case .raised:
            .text(SafeText(ours: "\(context.zone.date(row.flag.at)) \(context.zone.minute(row.flag.at))"), .muted)
        case .organisation: .text(row.account?.organisation.map { context.safe($0.text, limit: 40) } ?? "", .muted)
        case .pathway: .text(row.account?.pathway?.words ?? "", .muted)
        }
    }

    private static func subject(of row: FlagRow, _ context: ScreenContext) -> StyledText {
        StyledText(context.safe(row.flag.subject.text, limit: 60), row.members == nil ? nil : .accent)
    }

    private static func reasons(of row: FlagRow, isFocus: Bool, _ context: ScreenContext) -> StyledText {
        var text = StyledText("")
        if let label = row.label {
            text.append("\(SafeText(ours: label.label.shortName))  ", .label(label.label.digit))
        } else if let claim = row.claim, claim.analyst != context.analyst {
            text.append("\(context.safe(claim.analyst, limit: 12)) is on it  ", Style(.claimed))
        }
        if row.hidden > 0 {
            text.append("⚠ \(SafeText(ours: Count.short(row.hidden))) hidden", .hostile)
            text.append("  ")
        }
        if let members = row.members { text.append("\(SafeText(ours: Count.text(members, "account")))  ", .text) }
        let reasons = row.flag.reasons.prefix(3).map { context.safe(UntrustedText($0), limit: 60) }
        text.append(reasons.joined(separator: ", "), isFocus ? .text : .muted)
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
