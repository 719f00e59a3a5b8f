import Evidence
import HostileText
import TextUI

extension Agreement {
    /// Draws how far analysts agree: the figures with their intervals, then the pairs that agree least.
    ///
    /// - Returns: how many rows it took.
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) -> Int {
        var rest = area
        guard rest.height > 2 else { return 0 }
        let of = SafeText(ours: Count.text(shared, of: subjects))
        grid.drawHeading(
            area.width < 52 ? "AGREEMENT" : "HOW FAR ANALYSTS AGREE", "\(of) subjects labelled by several",
            in: rest.cutTop(1))
        guard shared > 0 else {
            grid.draw(
                paragraph: "nobody else has labelled what you labelled, so nothing can be said of agreement",
                in: rest.cutTop(2), style: .muted)
            return 3
        }
        let figures: [(SafeText, SafeText, Figure?)] = [
            ("α", "Krippendorff", alpha), ("κ", "Cohen, mean of pairs", kappa.map { Figure(value: $0) }),
            ("AC1", "Gwet", ac1), ("same", "share of pairs of labels", raw),
        ]
        for (name, whose, figure) in figures where rest.height > 1 {
            var row = rest.cutTop(1)
            grid.draw(name, in: row.cutLeft(6), style: .text)
            grid.draw(
                SafeText(ours: figure.map { Count.decimal($0.value, 2) } ?? "–"), in: row.cutLeft(6),
                style: .text.bold, align: .trailing)
            _ = row.cutLeft(2)
            let range = figure?.interval.map { interval in
                "\(Count.decimal(interval.lowerBound, 2)) to \(Count.decimal(interval.upperBound, 2))"
            }
            grid.draw(SafeText(ours: range ?? ""), in: row.cutLeft(16), style: .muted)
            grid.draw(whose, in: row, style: .faint)
        }
        drawPairs(on: &grid, in: &rest, context)
        return area.height - rest.height
    }

    private func drawPairs(on grid: inout Grid, in rest: inout Rect, _ context: ScreenContext) {
        guard rest.height > 3 else { return }
        _ = rest.cutTop(1)
        let shown = pairs.prefix(max(1, rest.height - 1))
        grid.drawHeading(
            "PAIRS, LEAST AGREEMENT FIRST", "\(SafeText(ours: Count.text(shown.count, of: pairs.count)))",
            in: rest.cutTop(1))
        for pair in shown {
            var row = rest.cutTop(1)
            let same = SafeText(ours: Count.text(pair.same, of: pair.subjects))
            let kappa = SafeText(ours: pair.kappa.map { Count.decimal($0, 2) } ?? "–")
            grid.draw("κ \(kappa)", in: row.cutRight(8), style: .text, align: .trailing)
            grid.draw("\(same) same", in: row.cutRight(20), style: .muted, align: .trailing)
            let names: SafeText = "\(context.safe(pair.one, columns: 16)) and \(context.safe(pair.other, columns: 16))"
            grid.draw(names, in: row, style: .text)
        }
    }
}
