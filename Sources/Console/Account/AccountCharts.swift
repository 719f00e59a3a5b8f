import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Draws what an account extracts, on which day, and at which hour of the week.
struct AccountCharts {
    let reply: AccountFacts.Found
    let context: ScreenContext

    func draw(on grid: inout Grid, in area: Rect) {
        var rest = area
        let targets = reply.dossier.targets.prefix(5).map {
            TargetShare(target: $0.target, share: $0.share, lift: $0.lift)
        }
        _ = rest.cutTop(grid.drawTargets(Array(targets), in: rest) + 1)
        _ = rest.cutTop(drawDays(on: &grid, in: rest) + 1)
        drawWeek(on: &grid, in: rest)
    }

    /// Draws one of them where the rows would be.
    func draw(only chart: DossierSection, on grid: inout Grid, in area: Rect) {
        var rest = area
        if chart == .targets {
            let targets = reply.dossier.targets.prefix(max(2, area.height / 2 - 3)).map {
                TargetShare(target: $0.target, share: $0.share, lift: $0.lift)
            }
            _ = rest.cutTop(grid.drawTargets(Array(targets), in: rest) + 1)
            _ = drawDays(on: &grid, in: rest)
        } else {
            drawWeek(on: &grid, in: rest)
        }
    }

    /// A row a target, a column a day.
    private func drawDays(on grid: inout Grid, in area: Rect) -> Int {
        var rest = area
        let first = reply.days.from.shortDateText
        let last = (reply.days.from + 13 * Instant.day).shortDateText
        grid.drawHeading("TARGETS BY DAY", "\(SafeText(ours: first)) to \(SafeText(ours: last))", in: rest.cutTop(1))
        let series = reply.days.series
        let most = Double(series.flatMap(\.counts).max() ?? 1)
        for one in series.prefix(6) where !rest.isEmpty {
            guard case .target(let target) = one.name else { continue }
            var line = rest.cutTop(1)
            grid.draw(target.name, in: line.cutLeft(20), style: .muted)
            grid.draw(SafeText(ours: Count.text(one.total)), in: line.cutRight(7), align: .trailing)
            let values = one.counts.map { Double($0) / most }
            grid.draw(HeatStrip(values, style: target.style, cellWidth: line.width >= 28 ? 2 : 1), in: line)
        }
        if series.count > 6, !rest.isEmpty {
            grid.draw(SafeText(ours: "6 of \(series.count) targets"), in: rest.cutTop(1), style: .faint)
        }
        return area.height - rest.height
    }

    /// A row a day of the week, a column an hour.
    private func drawWeek(on grid: inout Grid, in area: Rect) {
        guard area.height >= 9 else { return }
        var rest = area
        grid.drawHeading("HOURS OF THE WEEK, UTC", in: rest.cutTop(1))
        let most = Double(reply.dossier.hours.max() ?? 0)
        let names: [SafeText] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        for (day, name) in names.enumerated() {
            var line = rest.cutTop(1)
            grid.draw(name, in: line.cutLeft(5), style: .muted)
            let hours = reply.dossier.hours.dropFirst(day * 24).prefix(24).map { most > 0 ? Double($0) / most : 0 }
            let strip = line.cutLeft(line.width >= 48 ? 48 : 24)
            grid.draw(HeatStrip(hours, style: .series(4), cellWidth: strip.width / 24), in: strip)
            let count = reply.dossier.hours.dropFirst(day * 24).prefix(24).reduce(0, +)
            if line.width >= 8 { grid.draw(Count.safe(count), in: line.cutLeft(8), style: .muted, align: .trailing) }
        }
        var line = rest.cutTop(1)
        _ = line.cutLeft(5)
        let axis: SafeText =
            line.width >= 48 ? "00          06          12          18        23" : "00    06    12    18   23"
        grid.draw(axis, in: line, style: .faint)
    }
}
