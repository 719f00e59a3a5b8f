import Evidence
import HostileText
import TextUI

extension Grid {
    /// Draws capability targets with share, lift and bar, a row each, under a heading.
    ///
    /// - Returns: the rows used.
    @discardableResult mutating func drawTargets(_ targets: [TargetShare], in area: Rect) -> Int {
        var rest = area
        let barWidth = area.width >= 48 ? min(14, area.width - 40) : 0
        var head = rest.cutTop(1)
        _ = head.cutRight(barWidth + (barWidth > 0 ? 2 : 0))
        draw("× ORDINARY", in: head.cutRight(11), style: .heading, align: .trailing)
        draw("SHARE", in: head.cutRight(8), style: .heading, align: .trailing)
        draw("TARGETS", in: head, style: .heading)
        for share in targets where !rest.isEmpty {
            var row = rest.cutTop(1)
            if barWidth > 0 {
                draw(ThinBar(value: share.share, style: share.target.style), in: row.cutRight(barWidth))
                _ = row.cutRight(2)
            }
            let lift = share.lift.map { SafeText(ours: "× " + Count.decimal($0, $0 < 9.95 ? 1 : 0)) } ?? "–"
            draw(lift, in: row.cutRight(11), style: .muted, align: .trailing)
            draw(SafeText(ours: Count.percent(share.share)), in: row.cutRight(8), style: .text, align: .trailing)
            let swatch: SafeText = share.target == .general ? "▫ " : "▪ "
            draw([StyledText(swatch, share.target.style), StyledText(share.target.name)], in: row, style: .text)
        }
        return area.height - rest.height
    }
}
