import Evidence
import EvidenceCache
import HostileText
import TextUI

extension ClusterChain {
    /// Draws a row for each step, and all that the two accounts of the step under the cursor share.
    func draw(in cluster: ClusterID, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let names = [one, other].map { StyledText(context.safe($0.text, columns: 24), .focus.bold) }
        grid.draw(["why ", names[0], " and ", names[1], " are together"], in: rest.cutTop(1), style: .muted)
        _ = rest.cutTop(1)
        switch steps {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: rest, style: .danger)
        case .ready(let found?): drawSteps(found, on: &grid, in: rest, context)
        case .ready(nil):
            grid.draw(
                paragraph:
                    "No chain of links or shared values joins them, or more than 4,000 accounts would have to be looked at.",
                in: rest, style: .text)
        case .idle, .loading: grid.draw("…", in: rest, style: .muted)
        }
    }

    private func drawSteps(_ found: [CommonGround], on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let foot = rest.cutBottom(1)
        let columns = [
            TableColumn("FROM", minimum: 14), TableColumn("TO", minimum: 14, isTitle: true),
            TableColumn("RAREST SHARED", minimum: 16, grows: true), TableColumn("RARITY", minimum: 6, align: .trailing),
            TableColumn("BOTH ACTIVE", minimum: 14, rank: 1),
        ]
        let height = min(found.count + 1, max(2, rest.height / 2))
        let table = Table(columns: columns, count: found.count, position: position) { row, column in
            let step = found[row]
            let rarest = step.shared.first
            switch column {
            case 0: return .text(StyledText(context.safe(step.from.text, limit: 40)))
            case 1: return .text(StyledText(context.safe(step.to.text, limit: 40)))
            case 2: return .text(evidence(step, context))
            case 3: return .text(SafeText(ours: rarest.map { Count.decimal($0.indicator.rarity, 2) } ?? "–"), .text)
            default: return .text(active(step, context))
            }
        }
        grid.draw(table, in: rest.cutTop(height))
        _ = rest.cutTop(1)
        if found.indices.contains(position.cursor) { drawReasons(found[position.cursor], on: &grid, in: rest, context) }
        let count = SafeText(ours: Count.text(found.count, "step"))
        grid.draw(
            [
                "\(count)   ", StyledText("y", .key), " copies this as lines   ", StyledText("esc", .key),
                " back to the drawing",
            ], in: foot, style: .muted)
    }

    private func evidence(_ step: CommonGround, _ context: ScreenContext) -> StyledText {
        guard let rarest = step.shared.first else { return StyledText("linked, no value named", .muted) }
        let more: SafeText = step.shared.count > 1 ? "  +\(step.shared.count - 1)" : ""
        return [
            StyledText("◆ ", rarest.isMuted ? .faint : rarest.indicator.kind.evidence.style),
            "\(rarest.indicator.name(context, limit: 24))", StyledText(more, .muted),
        ]
    }

    private func active(_ step: CommonGround, _ context: ScreenContext) -> StyledText {
        guard let span = step.active else { return StyledText("never at once", .muted) }
        return StyledText("\(context.zone.date(span.lowerBound)) – \(context.zone.date(span.upperBound))", .muted)
    }

    private func drawReasons(_ step: CommonGround, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var rest = area
        let time: StyledText =
            step.active.map { "both active \(context.zone.date($0.lowerBound)) to \(context.zone.date($0.upperBound))" }
            ?? "never active at once"
        var facts: [StyledText] = [time]
        if let edge = step.edge {
            let reasons = edge.reasons.map { reason -> StyledText in
                let value = reason.value.map { SafeText(ours: " " + Count.decimal($0, 2)) } ?? ""
                return [StyledText(reason.kind.letter, reason.kind.style.bold), " \(reason.signal.words)\(value)"]
            }
            let unique = reasons.reduce(into: [StyledText]()) { if !$0.contains($1) { $0.append($1) } }
            let weight = SafeText(ours: Count.decimal(edge.weight, 1))
            facts.append("linked by the detector, weight \(weight): " + unique.joined(separator: ", "))
        }
        let lines = grid.draw(paragraph: facts.joined(separator: " · "), in: rest, style: .muted)
        _ = rest.cutTop(lines + 1)
        let ties = ClusterTies(indicators: step.shared, total: step.shared.count)
        _ = ties.drawIndicators(on: &grid, in: rest, limit: max(1, rest.height - 2), context, countsAll: true)
    }
}
