import Evidence
import EvidenceCache
import HostileText
import TextUI

// What is known of the account, value or group under the cursor, and what changed since the last run.

extension ClusterScreen {
    func drawPanel(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let changes = sheet.changes.lines
        let tail =
            changes.isEmpty || rest.height < 9
            ? Rect(x: 0, y: 0, width: 0, height: 0) : rest.cutBottom(changes.count + 2)
        switch focus {
        case .member(let account): drawMember(account, sheet, on: &grid, in: rest, context)
        case .value(let indicator): drawValue(indicator, sheet, on: &grid, in: rest, context)
        case .group(let bits): drawGroup(bits, sheet, on: &grid, in: rest, context)
        case .others:
            grid.draw("accounts of small groups", in: rest.cutTop(1), style: .focus.bold)
            grid.draw("what they share is not drawn; tab lists them", in: rest, style: .muted)
        case nil: break
        }
        guard !tail.isEmpty else { return }
        grid.draw("SINCE THE LAST RUN", in: tail.row(0), style: .heading)
        for (number, line) in changes.enumerated() { grid.draw(line, in: tail.row(number + 1), style: .text) }
    }

    private func drawMember(
        _ account: AccountID, _ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        var rest = area
        var head = rest.cutTop(1)
        let detail = detail.flatMap { $0.row.membership.account == account ? $0 : nil }
        let row = detail?.row ?? row(of: account)
        if let score = row?.account?.score {
            grid.draw(
                SafeText(ours: Count.decimal(score, 2)), in: head.cutRight(5), style: .score(score), align: .trailing)
        }
        if let label = row?.label {
            let mark: StyledText = ["✓ ", StyledText(SafeText(ours: label.label.shortName), .label(label.label.digit))]
            grid.draw(mark, in: head.cutRight(mark.width + 1), style: .label(label.label.digit))
        }
        grid.draw(context.safe(account.text, limit: 60), in: head, style: .focus.bold)
        guard let row else { return }
        var facts: [StyledText] = [
            [
                "linked by \(SafeText(ours: Count.text(row.membership.kinds.count, "kind"))) ",
                row.membership.kinds.letters,
            ]
        ]
        if let detail { facts.append("\(SafeText(ours: Count.text(detail.tieCount, "link")))") }
        if let outcome = row.outcome { facts.append(outcome.words(context)) }
        if sheet.changes.joined.contains(account) {
            facts.append(StyledText("joined with the last run", Style(.fresh)))
        }
        let line = rest.cutTop(1)
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
        _ = rest.cutTop(1)
        guard let detail else { return }
        let ties = ClusterTies(indicators: detail.shared, total: detail.shared.count)
        _ = ties.drawIndicators(on: &grid, in: rest, limit: max(1, rest.height - 2), context)
    }

    private func drawValue(
        _ indicator: IndicatorID, _ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        guard let value = sheet.values.first(where: { $0.indicator.id == indicator }) else { return }
        var rest = area
        let kind = value.indicator.kind
        let head: StyledText = [StyledText("◆ ", kind.evidence.style), "\(value.indicator.name(context, limit: 60))"]
        grid.draw(head, in: rest.cutTop(1), style: .focus.bold)
        let share = SafeText(ours: Count.text(value.members, of: sheet.members))
        grid.draw(
            "shared by \(share) members · \(SafeText(ours: kind.evidence.rawValue))", in: rest.cutTop(1), style: .muted)
        _ = rest.cutTop(1)
        let ordinary = SafeText(ours: Count.text(value.indicator.ordinaryAccounts, of: value.indicator.accounts))
        grid.drawFact(
            "everywhere", "\(SafeText(ours: Count.text(value.indicator.accounts, "account")))", nameWidth: 12,
            in: rest.cutTop(1))
        grid.drawFact("ordinary", "\(ordinary)", nameWidth: 12, in: rest.cutTop(1))
        var line = rest.cutTop(1)
        grid.draw("rarity", in: line.cutLeft(12), style: .muted)
        grid.draw(SafeText(ours: Count.decimal(value.indicator.rarity, 2)), in: line.cutLeft(6), style: .text)
        grid.draw(
            ThinBar(value: value.indicator.rarity, style: kind.evidence.style), in: line.cutLeft(min(14, line.width)))
        if let mute = mutes.last, mute.indicator == indicator {
            let who = context.safe(mute.analyst, columns: 20)
            let word: SafeText = mute.isMuted ? "muted" : "heard again"
            grid.drawFact(
                word, "by \(who), \(context.zone.date(mute.at)) \(context.zone.minute(mute.at))", nameWidth: 12,
                in: rest.cutTop(1))
        }
        let alike =
            picture?.sketch.choice.picks.first { sheet.values[$0.places[0]].indicator.id == indicator }?.places
            .dropFirst() ?? []
        guard !alike.isEmpty, rest.height > 2 else { return }
        grid.draw("THE SAME MEMBERS ALSO SHARE", in: rest.cutTop(1), style: .heading)
        for place in alike where !rest.isEmpty {
            let other = sheet.values[place].indicator
            grid.draw(
                [StyledText("◆ ", other.kind.evidence.style), "\(other.name(context, limit: 60))"], in: rest.cutTop(1))
        }
    }

    private func drawGroup(
        _ bits: UInt64, _ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        var rest = area
        let item = picture?.sketch.items.first { $0.node == .group(bits) }
        let count = item?.count ?? matrix?.groups.first { $0.holding == bits }?.count ?? 0
        grid.draw("\(SafeText(ours: Count.text(count, "account")))", in: rest.cutTop(1), style: .focus.bold)
        grid.draw(
            picture == nil ? "that share just these" : "that share these; E draws some of them by name",
            in: rest.cutTop(1),
            style: .muted)
        _ = rest.cutTop(1)
        let places =
            picture.map { picture in
                picture.sketch.choice.picks.indices.filter { bits >> $0 & 1 == 1 }.map {
                    picture.sketch.choice.picks[$0].places[0]
                }
            } ?? sheet.values.indices.filter { bits >> $0 & 1 == 1 }
        let ties = ClusterTies(indicators: places.map { sheet.values[$0] }, total: places.count)
        _ = ties.drawIndicators(on: &grid, in: rest, limit: max(1, rest.height - 2), context)
    }
}

extension ClusterChanges {
    /// What changed, a line each; nothing where this cache saw no earlier run.
    var lines: [StyledText] {
        var lines: [StyledText] = []
        func line(_ sign: SafeText, _ style: Style, _ count: Int, _ what: SafeText) {
            let number = SafeText(ours: Count.text(count))
            let pad = SafeText(repeating: " ", count: max(0, 5 - number.width))
            lines.append([StyledText(" \(sign)", style), StyledText("\(pad)\(number)", style), "  \(what)"])
        }
        if sizeBefore != nil {
            line("+", .done, joined.count, "joined")
            let bans = left.compactMap(\.outcome).filter { $0.what == .banned }
            let since =
                bans.map(\.at).max().map {
                    " (\(bans.count) banned, last \($0.shortDateText) \($0.timeText.prefix(5))Z)"
                } ?? ""
            line("−", .danger, left.count, "left\(SafeText(ours: since))")
        }
        if let slowest = replaced.map(\.after).max() {
            line(
                "↻", .warning, replaced.count,
                "came in the place of banned ones, within \(SafeText(ours: Age.text(milliseconds: slowest)))")
        }
        return lines
    }
}

extension Outcome {
    /// What was done and when: `banned 05-20`.
    func words(_ context: ScreenContext) -> StyledText {
        let style: Style = what == .banned ? .danger : what == .limited ? .warning : .muted
        return StyledText("\(SafeText(ours: what.rawValue)) \(context.zone.date(at))", style)
    }
}
