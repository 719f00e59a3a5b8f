import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The columns of the table of clusters. On narrow terminals those of the highest rank go first.
enum ClusterColumn: CaseIterable {
    case id, status, score, accounts, kinds, labelled, why, exchanges, targets, last

    var column: TableColumn {
        switch self {
        case .id: TableColumn("CLUSTER", minimum: 7, ideal: 9, isTitle: true)
        case .status: TableColumn("STATUS", minimum: 13)
        case .score: TableColumn("SCORE", minimum: 5, align: .trailing)
        case .accounts: TableColumn("ACCOUNTS", minimum: 8, align: .trailing)
        case .kinds: TableColumn("TIES", minimum: 4)
        case .labelled: TableColumn("LABELLED", minimum: 8, align: .trailing, rank: 3)
        case .why: TableColumn("WHY", minimum: 16, grows: true, rank: 4)
        case .exchanges: TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 2)
        case .targets: TableColumn("TARGETS", minimum: 8, rank: 1)
        case .last: TableColumn("LAST", minimum: 5, align: .trailing, rank: 5)
        }
    }

    /// What the table is sorted by when the heading bears the arrow.
    var sort: ClusterSort? {
        switch self {
        case .id: .id
        case .score: .score
        case .accounts: .size
        case .exchanges: .exchanges
        case .last: .seen
        case .status, .kinds, .labelled, .why, .targets: nil
        }
    }

    func cell(of row: ClusterRow, isFocus: Bool, _ context: ScreenContext) -> TableCell {
        let cluster = row.cluster
        switch self {
        case .id: return .text(StyledText(context.safe(cluster.id.text, limit: 20)))
        case .status: return .text(cluster.status.mark)
        case .score: return .text(SafeText(ours: Count.decimal(cluster.score, 2)), .score(cluster.score))
        case .accounts: return .text(SafeText(ours: Count.text(cluster.size)), .text)
        case .kinds: return .text(cluster.kinds.letters)
        case .labelled:
            let count = row.labelledMembers
            return .text(SafeText(ours: count > 0 ? Count.text(count) : "–"), count > 0 ? .text : .faint)
        case .why:
            let reasons = cluster.reasons.prefix(3).map { context.safe(UntrustedText($0), limit: 60) }
            return .text(reasons.joined(separator: " · "), isFocus ? .text : .muted)
        case .exchanges: return .text(SafeText(ours: Count.text(cluster.exchanges)), .text)
        case .targets: return .widget(ShareBar(cluster.targets, count: 8))
        case .last: return .text(context.zone.date(cluster.lastAt), .muted)
        }
    }
}

extension ClusterStatus {
    /// The status as a mark and a word.
    var mark: StyledText {
        switch self {
        case .coordinated: [StyledText("● ", .danger), "coordinated"]
        case .candidate: [StyledText("◐ ", .warning), "candidate"]
        case .dismissed: [StyledText("○ ", .muted), StyledText("dismissed", .muted)]
        }
    }
}
