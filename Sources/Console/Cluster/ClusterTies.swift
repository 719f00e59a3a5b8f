import Evidence
import EvidenceCache
import HostileText
import TextUI

/// What ties a cluster together: the shared values, those of most members first, and how many there are in all.
struct ClusterTies: Sendable {
    var indicators: [IndicatorRow]
    var total: Int

    /// Asks for them.
    struct Wanted: Question {
        var id: ClusterID

        func answer(from cache: EvidenceCache, now: Instant) throws -> ClusterTies {
            let found = try cache.sharedValues(of: id)
            return ClusterTies(indicators: found.rows, total: found.total)
        }
    }

    /// Draws them as a table with accounts and rarity.
    ///
    /// - Parameter countsAll: whether all accounts are counted, rather than the cluster's of all.
    /// - Returns: the rows used.
    func drawIndicators(
        on grid: inout Grid, in area: Rect, limit: Int, _ context: ScreenContext, countsAll: Bool = false
    ) -> Int {
        var rest = area
        let barWidth = min(10, max(0, area.width - 34))
        var head = rest.cutTop(1)
        if barWidth > 0 { grid.draw("RARITY", in: head.cutRight(barWidth + 2).inset(x: 2), style: .heading) }
        grid.draw("ACCOUNTS", in: head.cutRight(10), style: .heading, align: .trailing)
        grid.draw("WHY LINKED", in: head, style: .heading)
        for row in indicators.prefix(limit) where !rest.isEmpty {
            var line = rest.cutTop(1)
            let style = row.isMuted ? Style.faint : row.indicator.kind.evidence.style
            if barWidth > 0 {
                grid.draw(ThinBar(value: row.indicator.rarity, style: style), in: line.cutRight(barWidth))
                _ = line.cutRight(2)
            }
            let accounts = row.indicator.accounts
            let count = SafeText(ours: countsAll ? Count.text(accounts) : Count.text(row.members, of: accounts))
            grid.draw(count, in: line.cutRight(max(9, count.width)), style: .text, align: .trailing)
            _ = line.cutRight(1)
            let mute: SafeText = row.isMuted ? " (muted)" : ""
            grid.draw(
                [StyledText("◆ ", style), "\(row.indicator.name(context, limit: max(12, line.width)))\(mute)"],
                in: line,
                style: row.isMuted ? .faint : .text)
        }
        if total > min(limit, indicators.count), !rest.isEmpty {
            let shown = min(limit, indicators.count)
            grid.draw(
                "\(SafeText(ours: Count.text(shown, of: total))) shared values", in: rest.cutTop(1), style: .muted)
        }
        return area.height - rest.height
    }
}
