import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Draws the preview of a flag, part under part, as far as there is room.
struct PreviewPanel {
    let row: FlagRow
    let reply: FlagPreview.Reply?
    let context: ScreenContext

    /// Everything in one column.
    mutating func draw(on grid: inout Grid, in area: Rect) {
        let used = drawHead(on: &grid, in: area)
        var rest = area
        _ = rest.cutTop(used + 1)
        drawTail(on: &grid, in: rest)
    }

    /// Who it is, the score, and why.
    @discardableResult
    func drawHead(on grid: inout Grid, in area: Rect) -> Int {
        var rest = area
        drawName(on: &grid, in: rest.cutTop(1))
        grid.draw(standing, in: rest.cutTop(1), style: .muted)
        if area.height > 20 { _ = rest.cutTop(1) }
        drawScore(on: &grid, in: rest.cutTop(1))
        if area.height > 12 { _ = rest.cutTop(1) }
        guard let reply else { return area.height - rest.height }
        let most = min(reply.signals.count, max(3, area.height / 5))
        let used = SignalTable(signals: Array(reply.signals.prefix(most)), total: reply.signals.count)
            .draw(on: &grid, in: rest)
        return area.height - rest.height + used
    }

    /// What it extracts, when, its last exchange, and what was decided.
    func drawTail(on grid: inout Grid, in area: Rect) {
        var rest = area
        let targets = Array(row.flag.targets.prefix(4))
        if !targets.isEmpty, rest.height > targets.count {
            _ = rest.cutTop(grid.drawTargets(targets, in: rest) + (area.height > 8 ? 1 : 0))
        }
        if rest.height >= 3 { _ = rest.cutTop(drawTimes(on: &grid, in: rest) + (rest.height > 6 ? 1 : 0)) }
        guard let reply else { return }
        let labels = rest.height >= 3 ? 1 : 0
        var body = rest
        _ = body.cutBottom(labels)
        let used =
            reply.last == nil
            ? drawTies(reply, on: &grid, in: body)
            : LastExchange(reply: reply, context: context).draw(on: &grid, in: body)
        // A row of air, where there is one to spare.
        let gap = used > 0 && used < body.height ? 1 : 0
        if labels > 0 { drawLabels(reply, on: &grid, in: rest.row(used + gap)) }
    }

    private func drawName(on grid: inout Grid, in line: Rect) {
        var room = line
        if let cluster = reply?.cluster, cluster.id.text != row.flag.subject.text {
            let size = SafeText(ours: Count.text(cluster.size, "account"))
            let text: StyledText = "\(context.safe(cluster.id.text, limit: 24)) · \(size)"
            grid.draw(text, in: room.cutRight(min(text.width, room.width / 2)), style: .accent, align: .trailing)
            _ = room.cutRight(2)
        }
        var name = StyledText(context.safe(row.flag.subject.text, limit: 80), .focus.bold)
        if row.hidden > 0 { name.append("  ⚠ \(SafeText(ours: Count.text(row.hidden))) hidden", .hostile) }
        grid.draw(name, in: room)
    }

    /// Pathway, age, keys, plan and place; of a cluster its status, size and kinds of evidence.
    private var standing: StyledText {
        var parts: [StyledText] = []
        if let account = row.account {
            if let pathway = account.pathway { parts.append(StyledText(pathway.words)) }
            if let created = account.createdAt {
                parts.append("\(SafeText(ours: Age.text(milliseconds: context.now - created))) old")
            }
            parts.append("\(SafeText(ours: Count.text(account.keys, "key")))")
            if let plan = account.plan { parts.append(StyledText(context.safe(plan, limit: 20))) }
            if let asn = account.asn {
                let country = account.country.map { " \(context.safe($0, limit: 4))" as SafeText } ?? ""
                parts.append("AS\(asn)\(country)")
            }
        } else if let cluster = reply?.cluster {
            parts.append(StyledText(SafeText(ours: cluster.status.rawValue)))
            parts.append("\(SafeText(ours: Count.text(cluster.size, "account")))")
            parts.append(cluster.kinds.letters)
        } else if let members = row.members {
            parts.append("\(SafeText(ours: Count.text(members, "account")))")
        }
        return parts.joined(separator: " · ")
    }

    private func drawScore(on grid: inout Grid, in line: Rect) {
        var room = line
        let flag = row.flag
        let interval: StyledText = [
            StyledText(SafeText(ours: Count.decimal(flag.score, 2)), .score(flag.score).bold), "  ",
            StyledText(
                SafeText(ours: "\(Count.decimal(flag.low, 2)) to \(Count.decimal(flag.high, 2))"), .muted),
        ]
        grid.draw(interval, in: room.cutRight(min(room.width, interval.width)))
        _ = room.cutRight(2)
        grid.draw(ThinBar(value: flag.score, style: .score(flag.score)), in: room)
    }

    /// The fourteen days beside the hours of the day.
    private func drawTimes(on grid: inout Grid, in area: Rect) -> Int {
        let left = Rect(x: area.x, y: area.y, width: min(28, area.width), height: area.height)
        grid.draw("14 DAYS", in: left.row(0), style: .heading)
        let wide = row.days.flatMap { [Double($0), Double($0)] }
        grid.draw(Sparkline(wide, style: hue), in: left.row(1))
        grid.draw("\(SafeText(ours: Count.short(row.days.reduce(0, +)))) in all", in: left.row(2), style: .faint)
        guard area.width >= 28 + 2 + 25, let hours = reply?.hours else { return 3 }
        let right = Rect(x: area.x + min(32, area.width - 25), y: area.y, width: 24, height: area.height)
        grid.draw("HOURS, UTC", in: right.row(0), style: .heading)
        grid.draw(
            Sparkline(hours.map { Double($0) }, style: hue),
            in: right.row(1))
        grid.draw(
            "00    06    12    18   23", in: Rect(x: right.x, y: right.y + 2, width: 26, height: 1), style: .faint)
        return 3
    }

    /// The hue of the charts: that of the first target which is one.
    private var hue: Style { row.flag.targets.first { $0.target != .general }?.target.style ?? .series(4) }

    private func drawTies(_ reply: FlagPreview.Reply, on grid: inout Grid, in area: Rect) -> Int {
        guard !reply.ties.isEmpty, !area.isEmpty else { return 0 }
        var rest = area
        grid.drawHeading("TIED BY", "accounts", in: rest.cutTop(1))
        for tie in reply.ties where !rest.isEmpty {
            var line = rest.cutTop(1)
            grid.draw(SafeText(ours: Count.text(tie.members)), in: line.cutRight(9), align: .trailing)
            grid.draw(tie.indicator.name(context), in: line, style: tie.isMuted ? .faint : .text)
        }
        return area.height - rest.height
    }

    private func drawLabels(_ reply: FlagPreview.Reply, on grid: inout Grid, in line: Rect) {
        guard !line.isEmpty else { return }
        var text: StyledText = [StyledText("LABELS", .heading), "   "]
        if let label = row.label {
            text.append("✓ \(SafeText(ours: label.label.rawValue))", .label(label.label.digit))
            let when = "\(label.confidence.word) · \(context.zone.date(label.at)) \(context.zone.minute(label.at))"
            text.append("  \(SafeText(ours: when))", .muted)
        } else {
            text.append("none yet", .muted)
        }
        if reply.history.count > 1 { text.append("   \(reply.history.count) events, H shows them", .muted) }
        grid.draw(text, in: line)
    }
}
