import Evidence
import EvidenceCache
import HostileText
import TextUI

/// What stands beside the list about the cluster under the cursor.
struct ClusterPreview: Sendable {
    var ties: ClusterTies
    var changes: ClusterChanges
    /// The members with the highest scores.
    var members: [MemberRow]

    /// Asks for it. Costs as much as the cluster has members.
    struct Wanted: Question {
        var id: ClusterID
        var analyst: UntrustedText

        func answer(from cache: EvidenceCache, now: Instant) throws -> ClusterPreview {
            let found = try cache.sharedValues(of: id, limit: 12)
            let request = PageRequest<MemberSort>(sort: .score, limit: 6)
            return ClusterPreview(
                ties: ClusterTies(indicators: found.rows, total: found.total), changes: try cache.changes(of: id),
                members: try cache.members(of: id, request, for: Viewer(analyst: analyst, now: now)).rows)
        }
    }
}

extension ClustersScreen {
    /// Draws what is known of the cluster under the cursor.
    func drawPreview(_ row: ClusterRow, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        var head = rest.cutTop(1)
        let mark = row.cluster.status.mark
        grid.draw(mark, in: head.cutRight(mark.width), align: .trailing)
        grid.draw(context.safe(row.cluster.id.text, limit: 20), in: head, style: .focus.bold)
        let span: SafeText = "\(context.zone.date(row.cluster.firstAt)) to \(context.zone.date(row.cluster.lastAt))"
        let facts: [StyledText] = [
            "\(SafeText(ours: Count.text(row.cluster.size, "account")))", StyledText(span),
            "\(SafeText(ours: Count.text(row.flaggedMembers))) flagged",
            "\(SafeText(ours: Count.text(row.labelledMembers))) labelled by you",
        ]
        let line = rest.cutTop(1)
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
        let reasons = row.cluster.reasons.map { StyledText(context.safe(UntrustedText($0), limit: 60)) }
        if !reasons.isEmpty {
            grid.draw(reasons.joined(separator: " · ", within: line.width), in: rest.cutTop(1), style: .text)
        }
        // In a low preview a line is worth more than air.
        if reasons.isEmpty || rest.height > 15 { _ = rest.cutTop(1) }
        let foot = rest.cutBottom(1)
        grid.draw(
            [StyledText("1-7", .key), " label it alone; ", StyledText("⏎", .key), " opens it with its members"],
            in: foot, style: .muted)
        guard let preview = preview.value, previewed == row.cluster.id else { return }
        let used = preview.ties.drawIndicators(on: &grid, in: rest, limit: max(3, rest.height / 3), context)
        _ = rest.cutTop(used + 1)
        let lines = preview.changes.lines
        if !lines.isEmpty, rest.height > lines.count + 6 {
            grid.draw("SINCE THE LAST RUN", in: rest.cutTop(1), style: .heading)
            for line in lines { grid.draw(line, in: rest.cutTop(1), style: .text) }
            _ = rest.cutTop(1)
        }
        if rest.height > 6 {
            _ = rest.cutTop(grid.drawTargets(Array(row.cluster.targets.prefix(5)), in: rest.row(0, height: 6)) + 1)
        }
        drawTop(preview.members, of: row, on: &grid, in: rest, context)
    }

    private func drawTop(
        _ members: [MemberRow], of row: ClusterRow, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        guard area.height > 1 else { return }
        var rest = area
        let shown = members.prefix(rest.height - 1)
        let count = SafeText(ours: Count.text(shown.count, of: row.cluster.size))
        grid.drawHeading("\(count) MEMBERS, HIGHEST SCORE FIRST", in: rest.cutTop(1))
        for member in shown {
            var line = rest.cutTop(1)
            let score = member.account?.score
            grid.draw(
                SafeText(ours: score.map { Count.decimal($0, 2) } ?? "–"), in: line.cutRight(5),
                style: .score(score ?? 0), align: .trailing)
            grid.draw(member.membership.kinds.letters, in: line.cutRight(6))
            let sign: StyledText = member.label.map { StyledText("✓ ", .label($0.label.digit)) } ?? "  "
            grid.draw([sign, StyledText(context.safe(member.membership.account.text, limit: 60))], in: line)
        }
    }
}

extension Rect {
    /// Some rows of it, from one on.
    fileprivate func row(_ first: Int, height: Int) -> Rect {
        intersection(Rect(x: x, y: y + first, width: width, height: height))
    }
}
