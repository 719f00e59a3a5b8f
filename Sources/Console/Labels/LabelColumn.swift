import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The columns of the list of labels. On narrow terminals those of the highest rank go first.
enum LabelColumn: CaseIterable {
    case time, subject, label, sure, who, others, note

    /// The column, with the zone in which times are shown. Who says so is of interest where there is more than one.
    func column(_ context: ScreenContext) -> TableColumn {
        switch self {
        case .time: TableColumn("TIME, \(context.zone.heading)", minimum: 11)
        case .subject: TableColumn("SUBJECT", minimum: 13, ideal: 15, isTitle: true)
        case .label: TableColumn("LABEL", minimum: 15)
        case .sure: TableColumn("SURE", minimum: 9, rank: 3)
        case .who: TableColumn("WHO", minimum: 9, ideal: 12, rank: 1)
        case .others: TableColumn("OTHERS", minimum: 9)
        case .note: TableColumn("WHY", minimum: 18, grows: true, rank: 2)
        }
    }

    /// What the list is sorted by when the heading bears the arrow.
    var sort: LabelSort? {
        switch self {
        case .time: .time
        case .subject: .subject
        case .label: .label
        case .who: .analyst
        case .others: .disputes
        case .sure, .note: nil
        }
    }

    func cell(of row: LabelRow, isRepeated: Bool, _ context: ScreenContext) -> TableCell {
        let event = row.event
        switch self {
        case .time: return .text("\(context.zone.date(event.at)) \(context.zone.minute(event.at))", .muted)
        case .subject:
            return .text(context.safe(event.subject.text, limit: 60), isRepeated || !row.holds ? .faint : .text)
        case .label: return .text(event.labelText(holds: row.holds))
        case .sure: return .text(SafeText(ours: event.label == nil ? "" : event.confidence.word), .muted)
        case .who: return .text(context.safe(event.analyst, limit: 30), .muted)
        case .others:
            if row.disputes > 0 {
                return .text([StyledText("≠ ", .danger), "\(row.disputes) of \(row.others)"])
            }
            return row.others > 0 && row.holds
                ? .text(StyledText("= \(row.others)", .muted)) : .text(StyledText("–", .faint))
        case .note: return .text(event.why(context), .muted)
        }
    }
}

extension LabelEvent {
    /// The label in its hue; faint where it no longer holds, which the missing mark says too.
    func labelText(holds: Bool) -> StyledText {
        guard let label else { return StyledText("taken back", .muted) }
        return StyledText(SafeText(ours: label.rawValue), holds ? .label(label.digit) : .muted)
    }

    /// Why: the reason codes, then the note.
    func why(_ context: ScreenContext) -> SafeText {
        // Others' guidelines name the codes, so they are not taken as they are.
        let codes = reasons.map { context.safe(UntrustedText($0), limit: 40) }.joined(separator: ", ")
        guard let note else { return codes }
        let words = context.safe(note)
        return codes.isEmpty ? words : "\(codes) · \(words)"
    }
}
