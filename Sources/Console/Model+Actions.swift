import Evidence
import HostileText
import TextUI

extension Model {
    /// Does an action: the frame's own here, a screen's there.
    mutating func perform(_ action: Action) -> [Work] {
        if case .unavailable(let why) = availability(of: action) {
            notice = Notice(StyledText(SafeText(ours: why)), isProblem: true)
            return []
        }
        if action.isRecorded { macro.note(action.rawValue) }
        if let digit = action.label, let label = Label(digit: digit) { return decide(label) }
        switch action {
        case .unlabel: return decide { .unlabel($0) }
        case .confidence:
            confidence = Confidence(rawValue: confidence.rawValue % 3 + 1) ?? .likely
            notice = Notice("the next label is \(SafeText(ours: confidence.word))")
            return []
        case .undo: return [work(.undo)]
        case .redo: return [work(.redo)]
        case .back:
            if stack[stack.count - 1].screen.stepsBack() { return [] }
            if stack.count == 1 { notice = Notice("this is the first screen; q leaves", isProblem: true) }
            return goBack()
        case .nextFlag: return stepToFlag(.moveDown)
        case .previousFlag: return stepToFlag(.moveUp)
        case .goQueue: return go(to: .queue)
        case .goClusters: return go(to: .clusters)
        case .goTargets: return go(to: .targets)
        case .goLabels: return go(to: .labels)
        case .goCases: return go(to: .cases)
        case .goSync: return go(to: .sync)
        case .goActivity: return go(to: .activity)
        case .goAccount: return openForFocus(.account)
        case .timeline: return openForFocus(.timeline)
        case .targets: return openForFocus(.targets)
        case .conversations: return openForFocus(.conversations)
        case .copy: return copyFocus()
        case .copyView:
            notice = Notice("copied this view; :view and the line opens it, as stillwatch --open does")
            return [work(.copy(UntrustedText(viewState.text)))]
        case .filter:
            entry = Entry(
                .filter(before: top.state["q"] ?? ""), text: top.state["q"] ?? "", history: memory.filters)
            return []
        case .command:
            entry = Entry(.command(commandWords), history: memory.commands)
            return []
        case .sql:
            let last = top.kind == .sql ? top.state["q"] : nil
            entry = Entry(.sql, text: last ?? "", history: memory.questions)
            return []
        case .savedViews:
            overlay = .chooser(SavedViews.chooser(memory))
            return []
        case .pinEvidence: return pinFocus()
        case .reveal where top.kind == .labels: return changeTop { screen, context in screen.perform(.reveal, context) }
        case .reveal: return top.selection.subjects.first.map { [work(.reveal($0))] } ?? []
        case .recordMacro: return recordMacro(as: "")
        case .playMacro:
            do throws(Problem) {
                return try playMacro("")
            } catch {
                return update(.failed(error))
            }
        case .newCase:
            entry = Entry(.caseTitle(with: []))
            return []
        case .addToCase: return askForCase()
        case .help:
            overlay = .help(HelpPanel(keys: keys, place: top.kind))
            return []
        case .refresh: return [work(.redraw)] + refreshTop(always: true)
        case .quit, .interrupt: return leave()
        default: return changeTop { screen, context in screen.perform(action, context) }
        }
    }

    /// Whether an action can be done here and now, and if not, why.
    public func availability(of action: Action) -> Availability {
        if world.past != nil, action.changes {
            return .unavailable("this is the past, where nothing is decided; :as-of now comes back")
        }
        switch action {
        case .pinEvidence:
            guard case .exchange = top.selection else {
                return .unavailable("what is pinned is an exchange; open one in the reader")
            }
        case _ where action.label != nil, .unlabel, .addToCase, .reveal:
            if case .none = top.selection { return .unavailable("nothing is under the cursor to decide on") }
        case .back where stack.count == 1 && top.kind != .cluster:
            return .unavailable("this is the first screen; q leaves")
        default: break
        }
        return top.availability(of: action)
    }

    private mutating func decide(_ label: Label) -> [Work] {
        let sureness = confidence
        var own: Response?
        let asked = changeTop { screen, context in
            own = screen.decide(label, sureness, context)
            return own ?? Response()
        }
        if let own {
            if !own.effects.isEmpty { confidence = .likely }
            return asked
        }
        let subjects = top.selection.subjects
        let decision = Decision.label(subjects, label, confidence, view: top.state.text)
        confidence = .likely
        guard subjects.count > 1 else { return [work(.decide(decision))] }
        overlay = .chooser(.confirming(label, on: subjects, decision: decision))
        return []
    }

    private mutating func decide(_ decision: ([Subject]) -> Decision) -> [Work] {
        [work(.decide(decision(top.selection.subjects)))]
    }

    private func pinFocus() -> [Work] {
        guard case .exchange(let id, let account) = top.selection else { return [] }
        return [work(.pin(.exchange(id), to: .account(account)))]
    }

    private mutating func copyFocus() -> [Work] {
        if let clipping = top.clipping(context) {
            notice = Notice("copied \(clipping.what)")
            return [work(.copy(clipping.text))]
        }
        guard let subject = top.selection.subjects.first else { return [] }
        notice = Notice("copied \(context.safe(subject.text))")
        return [work(.copy(subject.text))]
    }

    /// The things that the selection would put into a case.
    var chosenThings: [CaseItem.Thing] {
        switch top.selection {
        case .none: []
        case .subjects(let subjects): subjects.map(\.thing)
        case .conversation(let id, _): [.conversation(id)]
        case .exchange(let id, _): [.exchange(id)]
        }
    }

    private mutating func askForCase() -> [Work] {
        let things = chosenThings
        overlay = .chooser(.caseChoice(things, cases: .loading))
        return [Work(effect: .ask(OpenCases(), slot: Overlay.slot), screen: stack[stack.count - 1].id)]
    }

    func work(_ effect: Effect) -> Work {
        Work(effect: effect, screen: stack[stack.count - 1].id, past: world.past)
    }
}

extension Subject {
    /// The same as a thing that a case can hold.
    var thing: CaseItem.Thing {
        switch self {
        case .account(let id): .account(id)
        case .cluster(let id): .cluster(id)
        }
    }
}
