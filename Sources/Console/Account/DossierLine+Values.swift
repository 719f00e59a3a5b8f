import Evidence
import EvidenceCache
import HostileText
import TextUI

extension DossierLine {
    /// A reference, with what it is where that is known: Enter goes there.
    func draw(
        _ reference: EvidenceReference, _ indicator: IndicatorRow?, _ template: Template?, on grid: inout Grid,
        in line: Rect
    ) {
        var room = line
        _ = room.cutLeft(2)
        let limit = max(12, min(44, line.width - 38))
        var text: StyledText =
            switch reference {
            case .exchange(let id): ["exchange ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .template(let id): ["template ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .indicator(let id):
                indicator.map { StyledText($0.indicator.name(context, limit: limit), .link) }
                    ?? ["shared value ", StyledText(context.safe(id.text, limit: 80), .link)]
            case .account(let id): ["account ", StyledText(context.safe(id.text, limit: 60), .link)]
            case .period(let from, let to):
                [
                    "period ",
                    StyledText("\(zone.date(from)) \(zone.minute(from)) to \(zone.date(to)) \(zone.minute(to))", .link),
                ]
            }
        if let found = indicator?.indicator {
            text += StyledText(
                "  \(Count.safe(found.accounts, "account")), \(Count.safe(found.ordinaryAccounts)) ordinary")
            if indicator?.isMuted == true { text += StyledText("  muted", .warning) }
        }
        if let template {
            text += StyledText(
                "  \(Count.safe(template.accounts, "account")), \(Count.safe(template.exchanges, "exchange"))")
        }
        grid.draw([StyledText("└ ", .faint), text], in: room, style: .muted)
    }

    func draw(
        _ facet: Facet, _ count: FacetCount, of all: Int, isFirst: Bool, on grid: inout Grid, in line: Rect
    ) {
        var room = line
        let columns = Self.valueColumns(line.width)
        grid.draw(
            Self.count(count.ordinaryAccounts, count), in: room.cutRight(columns.ordinary),
            style: count.ordinaryAccounts == 0 ? .score(0.95) : .muted, align: .trailing)
        grid.draw(
            Self.count(count.accounts, count), in: room.cutRight(columns.accounts), style: plain, align: .trailing)
        grid.draw(
            SafeText(ours: Count.text(count.exchanges)), in: room.cutRight(columns.exchanges), style: plain,
            align: .trailing)
        _ = room.cutRight(1)
        grid.draw(isFirst ? facet.words : "", in: room.cutLeft(10), style: .muted)
        grid.draw(context.safe(count.value, limit: 120), in: room, style: plain)
    }

    /// A count of accounts; with a plus where counting ended.
    private static func count(_ number: Int, _ value: FacetCount) -> SafeText {
        "\(Count.safe(number))\(value.isAtLeast ? "+" : "")"
    }

    /// An API key or a model with its share of the account's exchanges.
    func draw(_ value: FacetCount, of all: Int, isModel: Bool, on grid: inout Grid, in line: Rect) {
        var room = line
        let columns = Self.valueColumns(line.width)
        let share = Double(value.exchanges) / Double(max(1, all))
        if isModel {
            grid.draw(
                Self.count(value.ordinaryAccounts, value), in: room.cutRight(columns.ordinary), style: .muted,
                align: .trailing)
        }
        let isShared = !isModel && value.accounts > 1
        grid.draw(
            Self.count(value.accounts, value), in: room.cutRight(columns.accounts), style: isShared ? .warning : plain,
            align: .trailing)
        grid.draw(
            SafeText(ours: Count.percent(share)), in: room.cutRight(columns.share), style: .muted, align: .trailing)
        grid.draw(Count.safe(value.exchanges), in: room.cutRight(columns.exchanges), style: plain, align: .trailing)
        _ = room.cutRight(2)
        let barWidth = room.width >= 44 ? 12 : 0
        if barWidth > 0 {
            grid.draw(ThinBar(value: share, style: .series(4)), in: room.cutRight(barWidth))
            _ = room.cutRight(2)
        }
        grid.draw(context.safe(value.value, limit: 120), in: room, style: plain)
    }

    /// A way of asking, with its share of the exchanges that were looked at.
    func draw(_ habit: Habit, of all: Int, isFirst: Bool, on grid: inout Grid, in line: Rect) {
        var room = line
        let share = Double(habit.exchanges) / Double(max(1, all))
        grid.draw(SafeText(ours: Count.percent(share)), in: room.cutRight(8), style: plain, align: .trailing)
        grid.draw(Count.safe(habit.exchanges), in: room.cutRight(11), style: .muted, align: .trailing)
        _ = room.cutRight(2)
        if room.width >= 44 {
            grid.draw(ThinBar(value: share, style: .series(4)), in: room.cutRight(12))
            _ = room.cutRight(2)
        }
        grid.draw(isFirst ? habit.kind.words : "", in: room.cutLeft(14), style: .muted)
        let value: SafeText =
            switch habit.value {
            case .number(let number): SafeText(ours: Count.decimal(number, number == number.rounded() ? 0 : 2))
            case .flag(let flag): flag ? "yes" : "no"
            case .text(let text): context.safe(text, limit: 80)
            }
        grid.draw(value, in: room, style: plain)
    }
}

extension Habit.Kind {
    /// What it is called before the value.
    fileprivate var words: SafeText {
        switch self {
        case .temperature: "temperature"
        case .maxTokens: "max tokens"
        case .stream: "streamed"
        case .operation: "operation"
        case .finish: "ended with"
        case .tool: "tool offered"
        }
    }
}
