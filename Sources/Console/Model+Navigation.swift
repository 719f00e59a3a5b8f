import Evidence
import HostileText
import TextUI

extension Model {
    /// Opens a screen above the others, or in their place.
    mutating func open(_ screen: any Screen, atRoot: Bool = false) -> [Work] {
        if atRoot {
            stack = screen.kind == .queue ? [] : stack.filter { $0.screen.kind == .queue }.prefix(1).map { $0 }
        }
        stack.append(Open(id: nextScreen, screen: screen))
        nextScreen += 1
        overlay = nil
        var work = [Work(effect: .remember(viewState), screen: nextScreen - 1)]
        work += changeTop { screen, context in screen.load(context) }
        return work
    }

    /// Comes back one level. The last screen stays.
    mutating func goBack() -> [Work] {
        guard stack.count > 1 else { return [] }
        stack.removeLast()
        return [work(.remember(viewState))] + refreshTop()
    }

    /// Goes to a screen of its own; to the queue by coming back to it.
    mutating func go(to view: ScreenKind) -> [Work] {
        if view == .queue, let queue = stack.first, queue.screen.kind == .queue {
            stack = [queue]
            return [work(.remember(viewState))] + refreshTop()
        }
        return openState(ViewState(view: view.rawValue), atRoot: true)
    }

    /// Opens what a state string says.
    mutating func openState(_ state: ViewState, atRoot: Bool = false) -> [Work] {
        do {
            let work = open(try ScreenCatalogue.screen(for: state), atRoot: atRoot)
            guard let past = state["as-of"], past != world.past?.text else { return work }
            return work + (try lookBack(to: past))
        } catch {
            notice = Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true)
            return []
        }
    }

    /// Opens a screen about whom the cursor is on.
    mutating func openForFocus(_ view: ScreenKind) -> [Work] {
        if top.kind == .targets || top.kind == .timeline || top.kind == .case,
            Set([.targets, .timeline]).contains(view)
        {
            return openState(ViewState(view: view.rawValue, asIn: top.state))
        }
        guard let subject = top.selection.subjects.first else {
            notice = Notice("nothing is under the cursor", isProblem: true)
            return []
        }
        let all = top.selection.subjects
        guard all.count > 1, view == .timeline || view == .targets else {
            return openState(ViewState(view: view.rawValue, subject: subject))
        }
        guard all.count <= Whose.most else {
            notice = Notice(
                "\(Count.safe(all.count)) rows are marked, and \(Whose.most) are shown together; view \(SafeText(ours: view.rawValue)) q:… takes a filter",
                isProblem: true)
            return []
        }
        return openState(ViewState(view: view.rawValue, several: all))
    }

    /// Steps to the next or previous flag of the queue from any depth, and keeps the same screens open for it.
    mutating func stepToFlag(_ move: Action) -> [Work] {
        guard stack[0].screen.kind == .queue else {
            notice = Notice("no queue is open to step through; g q opens it", isProblem: true)
            return []
        }
        let before = stack[0].screen.selection.subjects.first
        let response = stack[0].screen.perform(move, context)
        var work = response.effects.map { Work(effect: $0, screen: stack[0].id, past: world.past) }
        guard stack.count > 1, let subject = stack[0].screen.selection.subjects.first, subject != before else {
            if stack.count > 1 { notice = notice ?? Notice("this is the last flag of the filter") }
            return work
        }
        stack =
            [stack[0]]
            + stack.dropFirst().compactMap { open in
                open.screen.retargeted(to: subject).map { screen in
                    defer { nextScreen += 1 }
                    return Open(id: nextScreen, screen: screen)
                }
            }
        if stack.count == 1 { openOwnScreen(of: subject) }
        for index in stack.indices.dropFirst() {
            let response = stack[index].screen.load(context)
            work += response.effects.map { Work(effect: $0, screen: stack[index].id, past: world.past) }
        }
        return work
    }

    /// Where no open screen has its like for the next flag, a cluster after an account perhaps: the subject's own.
    private mutating func openOwnScreen(of subject: Subject) {
        let kind: ScreenKind = subject.kind == .cluster ? .cluster : .account
        do throws(Problem) {
            let screen = try ScreenCatalogue.screen(for: ViewState(view: kind.rawValue, subject: subject))
            stack.append(Open(id: nextScreen, screen: screen))
            nextScreen += 1
        } catch {
            notice = Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true)
        }
    }
}
