import Evidence
import HostileText
public import TextUI

extension Model {
    /// Draws the whole console. Changes nothing.
    public func draw(on grid: inout Grid) {
        let frame = Frame(width: grid.width, height: grid.height)
        grid.lay(.screen, on: grid.bounds)
        guard grid.width >= Frame.least.width, grid.height >= Frame.least.height else {
            let least = Frame.least
            let text: StyledText = "\(grid.width)×\(grid.height) is too small: \(least.width)×\(least.height) at least"
            grid.draw(paragraph: text, in: grid.bounds, style: .warning)
            return
        }
        grid.draw(topBar, in: frame.bar)
        drawPath(on: &grid, in: frame.path)
        top.draw(on: &grid, in: frame.body, context)
        drawNotice(on: &grid, in: frame.notice)
        drawFooter(on: &grid, in: frame.footer, above: frame.notice)
        switch overlay {
        case .help(let panel): panel.draw(on: &grid)
        case .chooser(let chooser): chooser.draw(on: &grid)
        case nil: break
        }
    }

    static let tabs: [(ScreenKind, SafeText)] = [
        (.queue, "Queue"), (.clusters, "Clusters"), (.targets, "Targets"), (.labels, "Labels"), (.cases, "Cases"),
        (.sync, "Sync"),
    ]

    var topBar: TopBar {
        let open =
            stack.reversed().lazy.compactMap { open in
                Model.tabs.firstIndex { $0.0 == open.screen.kind || $0.0 == open.screen.kind.home }
            }.first
        return TopBar(name: "stillwatch", tabs: Model.tabs.map(\.1), open: open, status: freshness)
    }

    /// How old the data are, in words that change rarely, what waits to be sent, and whose console it is.
    private var freshness: StyledText {
        var age: StyledText = [StyledText("○ ", .muted), "never synced"]
        if let syncedAt = status.syncedAt {
            let word = Age.ofData(since: syncedAt, now: world.now)
            age =
                word == .stale
                ? [StyledText("○ ", .stale), StyledText("stale", .stale)]
                : [StyledText("● ", .done), "synced \(SafeText(ours: word.rawValue))"]
        }
        let analyst = StyledText(context.safe(world.analyst, limit: 24))
        if let word = macro.word { age = [word, "   ", age] }
        if let past = world.past { age = past.words }
        guard world.width >= 60 else { return age }
        return [age, "   ↑ \(status.outbox)   ", analyst]
    }

    private func drawPath(on grid: inout Grid, in row: Rect) {
        var room = row.inset(x: 1)
        let summary = world.past != nil && top.kind == .account ? Self.pastFacts : top.summary
        grid.draw(summary, in: room.cutRight(min(summary.width, room.width * 2 / 3)), style: .muted, align: .trailing)
        _ = room.cutRight(2)
        guard stack.count > 1 || top.kind != .queue else {
            grid.draw(top.title, in: room, style: .muted)
            return
        }
        var path = StyledText("")
        for (index, open) in stack.enumerated() {
            if index > 0 { path.append(" › ", .faint) }
            if index == stack.count - 1 {
                path += StyledText(runs: open.screen.title.runs, otherwise: .focus.bold)
            } else {
                let name = open.screen.kind == .queue ? "queue" : StyledText(runs: open.screen.title.runs.prefix(1))
                path += StyledText(runs: name.runs, otherwise: .muted)
            }
        }
        grid.draw(path, in: room, style: .muted)
    }

    /// What a look back cannot show of an account, since the cache does not keep it.
    private static let pastFacts: StyledText = [
        StyledText("plan, keys and place are those of now", .warning), "; the rest as it was then",
    ]

    private func drawNotice(on grid: inout Grid, in row: Rect) {
        guard let notice else { return }
        let sign: SafeText = notice.isProblem ? "✗ " : "● "
        let line: StyledText = [StyledText(sign, notice.isProblem ? .danger : .done), notice.text]
        grid.draw(line, in: row.inset(x: 1), style: .text)
    }

    private func drawFooter(on grid: inout Grid, in row: Rect, above: Rect) {
        guard let entry else {
            grid.draw(hints(width: row.width), in: row)
            return
        }
        let prompt = TextUI.Prompt(
            sign: SafeText(ours: entry.sign), field: entry.field, placeholder: SafeText(ours: entry.placeholder),
            note: "⏎ done  esc back", wrong: entry.problem?.place)
        grid.draw(prompt, in: row)
        let room = above.inset(x: 1)
        grid.clear(above)
        grid.lay(.screen, on: above)
        if let problem = entry.problem {
            grid.draw([StyledText("✗ ", .danger), StyledText(SafeText(ours: problem.sentence))], in: room)
        } else if let palette = Palette(self) {
            palette.draw(on: &grid, above: row.y)
        }
    }

    /// The keys of this context, the label digits first.
    func hints(width: Int) -> KeyHints {
        let rows = keys.rows(on: top.kind).filter { availability(of: $0.action) == .available }
        let help = keys.chord(of: .help).map { KeyHints.Hint(SafeText(ours: $0.text), "keys") }
        return Footer(rows, isForDeciding: top.kind.isForDeciding).hints(width: width, last: help)
    }
}

extension ScreenKind {
    /// The tab that a screen belongs to when it is opened from none.
    var home: ScreenKind {
        switch self {
        case .cluster: .clusters
        case .case: .cases
        case .activity: .sync
        default: self
        }
    }
}

extension StyledText {
    /// The same runs, those without a style of their own in this one.
    init(runs: some Sequence<Run>, otherwise style: Style? = nil) {
        self.init("")
        for run in runs { append(run.text, run.style ?? style) }
    }
}

extension Chooser {
    /// Draws it over a screen.
    func draw(on grid: inout Grid) {
        let items = choices.map { Menu.Item($0.text, note: $0.note) }
        let menu = Menu(items, position: position)
        let ideal = menu.ideal
        let wanted = grid.bounds.centred(
            width: max(ideal.width, title.width + 2) + 6, height: min(ideal.height + 2, grid.height - 4))
        let inside = grid.draw(Panel(title: title.text, footer: "⏎ chooses  esc closes"), in: wanted)
        grid.draw(menu, in: inside)
    }
}
