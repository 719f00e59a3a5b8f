import Evidence
import HostileText

extension Model {
    /// Runs a line of the command prompt.
    mutating func run(command line: String) -> [Work] {
        do {
            let command = try CommandLine(line)
            if command.isRecorded { macro.note(line) }
            switch command {
            case .action(let action): return perform(action)
            case .asOf(let text): return try lookBack(to: text)
            case .save(let name): return try saveView(as: name)
            case .forget(let name): return try forget(name)
            case .savedView(let name): return try openSaved(name)
            case .columns(let names): return try show(columns: names)
            case .sql(let text): return ask(sql: text)
            case .record(let name): return recordMacro(as: name)
            case .play(let name, let times): return try playMacro(name, times: times)
            case .view(let state): return openState(state, atRoot: true)
            case .filter(let text):
                _ = try Filter(parsing: text)
                return changeTop { screen, context in screen.apply(filter: text, context) }
            case .sort(let name, let isDescending): return try sort(by: name, isDescending: isDescending)
            case .theme(let name): return try wear(theme: name)
            case .note(let text): return note(text)
            case .outcome(let what): return try record(outcome: what)
            case .zone(let zone):
                world.zone = zone
                return changeTop { screen, context in screen.load(context) }
            }
        } catch {
            return update(.failed(Problem(error)))
        }
    }

    private mutating func sort(by name: String, isDescending: Bool?) throws(Problem) -> [Work] {
        let known = top.sorts
        guard !known.isEmpty else { throw Problem("the screen \(top.kind.rawValue) has no columns to sort by") }
        guard known.contains(name) else {
            throw Problem(
                "\(top.kind.rawValue) is not sorted by “\(name)”; it can be by \(known.joined(separator: ", "))")
        }
        return changeTop { screen, context in screen.sort(by: name, isDescending: isDescending, context) }
    }

    private mutating func show(columns names: [String]) throws(Problem) -> [Work] {
        let known = top.columns
        guard !known.isEmpty else { throw Problem("the columns of the screen \(top.kind.rawValue) are fixed") }
        if let odd = names.first(where: { !known.contains($0) }) {
            throw Problem("no column “\(odd)”; there are \(known.joined(separator: ", ")); none brings the usual back")
        }
        stack[stack.count - 1].screen.show(columns: names)
        return [work(.remember(viewState))]
    }

    /// Opens the answer to a question in SQL.
    mutating func ask(sql text: String) -> [Work] {
        var state = ViewState(view: ScreenKind.sql.rawValue)
        state["q"] = text
        if top.kind == .sql { stack.removeLast() }
        return openState(state, atRoot: stack.isEmpty)
    }

    private func wear(theme name: String) throws(Problem) -> [Work] {
        guard world.themes.contains(name) || name.contains("/") else {
            let known = world.themes.joined(separator: ", ")
            throw Problem(name.isEmpty ? "the themes are \(known)" : "no theme “\(name)”; there are \(known)")
        }
        return [work(.wear(theme: name))]
    }

    /// Records an outcome of the selection; where that is more than one account, asks first.
    private mutating func record(outcome what: Outcome.Kind?) throws(Problem) -> [Work] {
        if case .unavailable(let why) = availability(of: .unlabel) { throw Problem(why) }
        let subjects = top.selection.subjects
        let excepted = (top as? ClusterScreen)?.exceptions ?? []
        let decision = Decision.outcome(subjects, what, without: excepted)
        if subjects.count == 1, case .account = subjects[0] { return [work(.decide(decision))] }
        let members = (top as? ClusterScreen)?.sheet.value?.members
        overlay = .chooser(
            .confirming(what, of: subjects, without: excepted.count, members: members, decision: decision))
        return []
    }

    private mutating func note(_ text: String) -> [Work] {
        guard top.kind == .case, let id = top.state["id"] else {
            return update(.failed(Problem("a note belongs to a case; open one with g k first")))
        }
        let matter = CaseID(id)
        guard !text.isEmpty else {
            entry = Entry(.caseNote(matter))
            return []
        }
        return [work(.decide(.note(matter, UntrustedText(text))))]
    }
}
