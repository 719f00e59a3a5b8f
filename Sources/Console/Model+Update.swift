import Evidence
import HostileText
import TextUI

extension Model {
    /// Takes in what happened.
    ///
    /// - Returns: the work to be done outside; this function does none of it.
    public mutating func update(_ message: Message) -> [Work] {
        switch message {
        case .key(let key): return take(key)
        case .tick(let now):
            world.now = now
            return []
        case .answered(let id, let answer): return receive(answer, for: id)
        case .status(let status):
            self.status = status
            return []
        case .decided(let decided): return take(decided)
        case .failed(let problem):
            notice = Notice(StyledText(SafeText(ours: problem.sentence)), isProblem: true)
            return []
        case .noticed(let notice):
            self.notice = notice
            return []
        case .cacheChanged:
            for index in stack.indices { stack[index].isStale = true }
            return refreshTop()
        case .lookedBack(let past): return take(past)
        case .revealed(let events, let subject):
            overlay = .chooser(.labels(events, of: subject, context))
            return []
        case .revealedAll(let reveal):
            return changeTop { screen, context in
                guard var labels = screen as? LabelsScreen else { return Response() }
                defer { screen = labels }
                return labels.open(reveal, context)
            }
        case .rested:
            return playNext()
        case .leave:
            return leave()
        }
    }

    private mutating func take(_ key: Key) -> [Work] {
        if case .resize(let width, let height) = key {
            world.width = width
            world.height = height
            return changeTop { screen, context in screen.load(context) }
        }
        if case .focus = key { return [] }
        if case .mouse(let mouse) = key {
            notice = nil
            return entry == nil ? take(mouse) : []
        }
        notice = nil
        if case .playing = macro.state { macro.state = .idle }
        if entry != nil { return typeIntoEntry(key) }
        if overlay != nil { return takeInOverlay(key) }
        if case .paste = key { return [] }  // A pasted text is never a verdict.
        pending.append(key)
        switch keys.meaning(of: pending, on: top.kind) {
        case .prefix: return []
        case .action(let action):
            pending = []
            return perform(action)
        case .nothing:
            let wasChord = pending.count > 1
            pending = []
            return wasChord ? take(key) : []
        }
    }

    private mutating func receive(_ answer: Answer, for id: Int) -> [Work] {
        guard let index = stack.firstIndex(where: { $0.id == id }) else { return [] }
        if answer.slot == Overlay.slot {
            if let cases = answer.reply(to: OpenCases.self)?.reply { takeCases(cases) }
            return []
        }
        let response = stack[index].screen.receive(answer, context)
        return take(response, from: index)
    }

    private mutating func take(_ decided: Decided) -> [Work] {
        notice = Notice(decided.sentence)
        var work: [Work] = []
        for index in stack.indices { stack[index].isStale = index < stack.count - 1 }
        if !decided.isReplay, let subjects = decided.decision.labelled, isAtFlag(of: subjects) {
            if subjects.count == 1 {
                work += stepToFlag(.moveDown)
            } else {
                stack[0].screen.unmark()
            }
        }
        if !decided.isReplay, case .outcome(let subjects, _, _) = decided.decision, subjects.count > 1 {
            stack[stack.count - 1].screen.unmark()
        }
        work += refreshTop(always: true)
        return work + [self.work(.remember(viewState))]
    }

    /// Whether the queue's cursor is on one of these, so that deciding on them is done with it.
    private func isAtFlag(of subjects: [Subject]) -> Bool {
        guard stack[0].screen.kind == .queue, let focus = stack[0].screen.selection.subjects.first else { return false }
        return subjects.contains(focus)
    }

    mutating func leave() -> [Work] {
        isLeaving = true
        return []
    }

    /// Loads the top screen again if the cache has changed under it.
    mutating func refreshTop(always: Bool = false) -> [Work] {
        guard always || stack[stack.count - 1].isStale else { return [] }
        stack[stack.count - 1].isStale = false
        return changeTop { screen, context in screen.load(context) }
    }

    /// Lets the top screen change, and takes in what it wants.
    mutating func changeTop(_ change: (inout any Screen, ScreenContext) -> Response) -> [Work] {
        let index = stack.count - 1
        let response = change(&stack[index].screen, context)
        return take(response, from: index)
    }

    /// Takes in what a screen wants.
    mutating func take(_ response: Response, from index: Int) -> [Work] {
        if let notice = response.notice { self.notice = notice }
        var work = response.effects.map { Work(effect: $0, screen: stack[index].id, past: world.past) }
        switch response.navigation {
        case .open(let screen): work += open(screen)
        case .root(let screen): work += open(screen, atRoot: true)
        case .back: work += goBack()
        case .ask(let purpose): entry = Entry(purpose)
        case nil: break
        }
        return work
    }
}
