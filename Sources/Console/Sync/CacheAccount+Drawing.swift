import Evidence
import EvidenceCache
import HostileText
import TextUI

extension CacheAccount {
    /// Draws it: freshness, what goes out and the last runs at the left, what the cache holds at the right or below.
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let isWide = area.width >= 98
        var left = area
        var right = Rect(x: area.x, y: area.maxY, width: 0, height: 0)
        if isWide {
            right = left.cutRight(max(34, area.width / 3))
            _ = left.cutRight(3)
            grid.rule(column: right.x - 2, from: area.y, to: area.maxY)
        }
        drawFreshness(on: &grid, in: &left, context)
        drawOutgoing(on: &grid, in: &left, context)
        let compact = isWide ? 0 : 4
        drawRuns(on: &grid, in: &left, keeping: compact, context)
        if isWide { drawContents(on: &grid, in: right) } else { drawContentsLine(on: &grid, in: left) }
    }

    private func drawFreshness(on grid: inout Grid, in rest: inout Rect, _ context: ScreenContext) {
        grid.drawHeading("FRESHNESS", in: rest.cutTop(1))
        var facts: [(SafeText, StyledText)] = []
        if let syncedAt = status.syncedAt {
            let age = Age.ofData(since: syncedAt, now: context.now)
            let zone = context.zone
            let when: SafeText = "\(zone.fullDate(syncedAt)) \(zone.time(syncedAt))\(zone.suffix(syncedAt))"
            facts.append(
                ("last page", ["\(when)  ", StyledText(SafeText(ours: age.rawValue), age == .stale ? .stale : .done)]))
        }
        facts.append(("behind", behind(context)))
        facts.append(
            ("syncing now", StyledText(status.leaseHolder.map { SafeText(UntrustedText($0), limit: 40) } ?? "nobody")))
        if status.withheld > 0 {
            facts.append(
                ("withheld", StyledText("\(Count.safe(status.withheld, "record")): history is truncated", .warning)))
        }
        if status.unknownRecords > 0 {
            facts.append(
                (
                    "unknown",
                    StyledText(
                        "\(Count.safe(status.unknownRecords, "record")) kept; a newer stillwatch may know them",
                        .warning)
                ))
        }
        facts.append(("epoch", StyledText(status.epoch.map { SafeText(UntrustedText($0), limit: 40) } ?? "–", .muted)))
        for (name, value) in facts { grid.drawFact(name, value, nameWidth: 14, in: rest.cutTop(1)) }
        _ = rest.cutTop(1)
    }

    /// Whether more was ready, in words that claim no more than the last page told.
    private func behind(_ context: ScreenContext) -> StyledText {
        guard status.isCaughtUp else { return StyledText("yes: more was ready; run stillwatch sync again", .warning) }
        guard let syncedAt = status.syncedAt, Age.ofData(since: syncedAt, now: context.now) == .stale else {
            return StyledText("no: the detector had no more then", .done)
        }
        let age = SafeText(ours: Age.text(milliseconds: max(0, context.now - syncedAt)))
        return StyledText("by \(age) at least; stillwatch sync --follow keeps up", .warning)
    }

    private func drawOutgoing(on grid: inout Grid, in rest: inout Rect, _ context: ScreenContext) {
        grid.drawHeading("GOING OUT", in: rest.cutTop(1))
        if backlog.isEmpty {
            grid.drawFact(
                "waiting", StyledText("nothing: the detector has it all", .done), nameWidth: 14, in: rest.cutTop(1))
        }
        for part in backlog {
            let age = SafeText(ours: Age.text(milliseconds: max(0, context.now - part.since)))
            let word = SafeText(ours: part.kind == "activity" ? "log line" : part.kind)
            let many = part.count == 1 ? word : "\(word)s"
            grid.drawFact(
                part == backlog[0] ? "waiting" : "",
                [StyledText("\(Count.safe(part.count)) \(many)"), StyledText("   the oldest for \(age)", .muted)],
                nameWidth: 14, in: rest.cutTop(1))
        }
        if status.refused == 0 {
            grid.drawFact("refused", StyledText("none", .muted), nameWidth: 14, in: rest.cutTop(1))
        } else {
            let shown = refused.prefix(max(1, min(refused.count, (rest.height - 4) / 3)))
            let of = SafeText(ours: Count.text(shown.count, of: status.refused))
            grid.drawFact("refused", StyledText("\(of), the last first", .danger), nameWidth: 14, in: rest.cutTop(1))
            for event in shown where rest.height > 1 {
                let id = context.safe(UntrustedText(event.id), columns: 12)
                let reason = context.safe(UntrustedText(event.reason), columns: max(8, rest.width - 24))
                grid.draw(
                    ["  ", StyledText("✗ \(SafeText(ours: event.kind)) \(id)  ", .danger), "\(reason)"],
                    in: rest.cutTop(1), style: .text)
                grid.draw("    \(event.advice)", in: rest.cutTop(1), style: .muted)
            }
        }
        _ = rest.cutTop(1)
    }

    private func drawRuns(on grid: inout Grid, in rest: inout Rect, keeping: Int, _ context: ScreenContext) {
        guard rest.height > keeping + 2 else { return }
        let shown = runs.prefix(max(1, rest.height - keeping - 1))
        grid.drawHeading(
            "RUNS THAT BROUGHT SOMETHING", shown.count > 1 ? "the last \(Count.safe(shown.count))" : "",
            in: rest.cutTop(1))
        guard !shown.isEmpty else {
            grid.draw("none is on record", in: rest.cutTop(1), style: .muted)
            _ = rest.cutTop(1)
            return
        }
        for run in shown {
            var row = rest.cutTop(1)
            let when: SafeText = "\(context.zone.date(run.at)) \(context.zone.minute(run.at))"
            grid.draw(when, in: row.cutLeft(14), style: .muted)
            grid.draw(Count.safe(run.records, "record"), in: row.cutLeft(19), style: .text, align: .trailing)
            let rate = run.rate.map { SafeText(ours: "\(Count.short(Int($0))) a second") } ?? "–"
            grid.draw(rate, in: row.cutLeft(18), style: .muted, align: .trailing)
            _ = row.cutLeft(3)
            grid.draw(context.safe(run.analyst, limit: 24), in: row, style: .muted)
        }
        _ = rest.cutTop(1)
    }

    private var things: [(name: SafeText, count: Int)] {
        counts.feed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { kind, count in
            let word = SafeText(ours: kind)
            return (count == 1 ? word : "\(word)s", count)
        }
    }

    private var own: [(name: SafeText, count: Int)] {
        [
            (counts.labelEvents == 1 ? "label event" : "label events", counts.labelEvents),
            (counts.cases == 1 ? "case" : "cases", counts.cases),
            (counts.activity == 1 ? "log line" : "log lines", counts.activity),
        ]
    }

    private func drawContents(on grid: inout Grid, in area: Rect) {
        var rest = area
        let free: SafeText =
            size.free > size.bytes / 10 ? ", \(SafeText(ours: Count.bytes(size.free))) of it empty" : ""
        grid.drawHeading(
            "IN THE CACHE", StyledText("\(SafeText(ours: Count.bytes(size.bytes)))\(free)"), in: rest.cutTop(1))
        for thing in things { drawCount(thing, on: &grid, in: rest.cutTop(1)) }
        _ = rest.cutTop(1)
        grid.drawHeading("MADE HERE", in: rest.cutTop(1))
        for thing in own { drawCount(thing, on: &grid, in: rest.cutTop(1)) }
    }

    private func drawCount(_ thing: (name: SafeText, count: Int), on grid: inout Grid, in line: Rect) {
        var row = line
        grid.draw(thing.name, in: row.cutLeft(18), style: .muted)
        grid.draw(Count.safe(thing.count), in: row.cutLeft(12), style: .text, align: .trailing)
    }

    /// The same in a few lines, where there is no room beside.
    private func drawContentsLine(on grid: inout Grid, in area: Rect) {
        var rest = area
        grid.drawHeading("IN THE CACHE", StyledText(SafeText(ours: Count.bytes(size.bytes))), in: rest.cutTop(1))
        let words = (things + own).filter { $0.count > 0 }
            .map { thing -> StyledText in ["\(Count.safe(thing.count)) ", StyledText(thing.name, .muted)] }
        grid.draw(paragraph: words.joined(separator: " · "), in: rest, style: .text)
    }
}
