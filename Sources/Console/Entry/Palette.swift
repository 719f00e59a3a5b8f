import Evidence
import HostileText
import TextUI

/// What a line that is being typed could become, above it: each candidate with its key, what it does, and why it cannot
/// be done now.
struct Palette {
    /// One candidate.
    struct Line {
        var name: String
        var key: String = ""
        var help: String = ""
        /// Why it cannot be done here and now.
        var objection: String?
    }

    /// The candidates, best first.
    let lines: [Line]
    /// How many there are in all.
    let total: Int

    private static let most = 8

    /// The candidates for what is typed; `nil` where nothing is completed.
    init?(_ model: Model) {
        guard let entry = model.entry else { return nil }
        let words = entry.completions
        let most = min(Self.most, model.world.height / 3)
        switch entry.purpose {
        case .command:
            lines = words.prefix(most).map { Palette.line(for: $0, typed: entry.field.text, in: model) }
        case .filter: lines = words.prefix(most).map { Line(name: $0, help: FilterWords.help(of: $0)) }
        case .sql: lines = words.prefix(most).map { Line(name: $0, help: SQLWords.help(of: $0)) }
        default: return nil
        }
        total = words.count
        if lines.isEmpty { return nil }
    }

    private static func line(for name: String, typed: String, in model: Model) -> Line {
        if typed.contains(" ") {
            let given = SavedViews.given.first { $0.name == name }?.state
            return Line(name: name, help: model.memory.views[name] ?? given ?? "")
        }
        if let verb = CommandWords.verbs.first(where: { $0.name == name }) {
            return Line(name: name, help: verb.help)
        }
        guard let action = Action(rawValue: name) else { return Line(name: name) }
        let rows = model.keys.rows.filter { $0.action == action }
        let here = rows.first { $0.places.isEmpty || $0.places.contains(model.top.kind) }
        var line = Line(
            name: name, key: rows.first?.chords.first?.text ?? "", help: here?.help ?? rows.first?.help ?? "")
        line.objection = model.objection(to: action)
        return line
    }

    /// Draws it on the rows above the line.
    func draw(on grid: inout Grid, above row: Int) {
        let more = lines.count < total
        let height = lines.count + (more ? 1 : 0)
        let room = Rect(x: 0, y: max(0, row - height), width: grid.width, height: height)
        grid.clear(room)
        grid.lay(.panel, on: room)
        let names = lines.reduce(0) { max($0, $1.name.count) }
        for (place, line) in lines.enumerated() {
            var rest = room.row(place).inset(x: 1)
            let name = SafeText(UntrustedText(line.name), limit: 60)
            let style: Style = line.objection != nil ? .faint : place == 0 ? .focus : .text
            grid.draw(name, in: rest.cutLeft(min(names, rest.width / 2)), style: style)
            _ = rest.cutLeft(2)
            if rest.width > 30 { grid.draw(SafeText(ours: line.key), in: rest.cutLeft(6), style: .key.bold) }
            let help = SafeText(UntrustedText(line.objection.map { "not now: \($0)" } ?? line.help), limit: 200)
            grid.draw(help, in: rest, style: .muted)
        }
        if more {
            let count = SafeText(ours: Count.text(lines.count, of: total))
            grid.draw("\(count), type on", in: room.row(lines.count).inset(x: 1), style: .faint)
        }
    }
}

extension Model {
    /// Why an action cannot be done here and now: it belongs to other screens, or it has nothing to work on.
    func objection(to action: Action) -> String? {
        let rows = keys.rows.filter { $0.action == action }
        let places = Set(rows.flatMap(\.places))
        if !rows.isEmpty, rows.allSatisfy({ !$0.places.isEmpty }), !places.contains(top.kind) {
            return "belongs to " + ScreenKind.allCases.filter(places.contains).map(\.rawValue).joined(separator: ", ")
        }
        if case .unavailable(let why) = availability(of: action) { return why }
        return nil
    }
}
