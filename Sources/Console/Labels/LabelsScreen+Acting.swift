import Evidence
import EvidenceCache
import HostileText
import TextUI

extension LabelsScreen {
    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let height = LabelsLayout(context.area).rows
        if list.move(action, height: height) { return follow(context) }
        switch action {
        case .moveFirst: return jump(to: .first, row: 0, context)
        case .moveLast: return jump(to: .last, row: list.count - 1, context)
        case .enter, .goAccount: return openSubject()
        case .reveal: return Response([.revealAll])
        case .history: return showHistory()
        case .fold:
            order.scope = order.scope == .holding ? .every : .holding
            return anew(context)
        case .sort:
            let next = (sorts.firstIndex(of: order.sort.rawValue) ?? 0) + 1
            return sort(by: sorts[next % sorts.count], isDescending: nil, context)
        case .reverseSort:
            order.isDescending.toggle()
            return anew(context)
        default: return Response()
        }
    }

    /// By disputes only where there can be some to see.
    var sorts: [String] { LabelSort.allCases.filter { $0 != .disputes || seesOthers }.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = LabelSort(rawValue: name) else { return Response() }
        order.sort = sort
        order.isDescending = isDescending ?? (sort == .time || sort == .disputes)
        return anew(context)
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        do {
            order.filter = try Filter(parsing: filter)
        } catch {
            return Response()
        }
        filterText = filter
        return anew(context)
    }

    private mutating func anew(_ context: ScreenContext) -> Response {
        startsAnew = true
        return load(context)
    }

    /// Every event on the subject under the cursor, above this list; what was revealed stays so.
    private func showHistory() -> Response {
        guard order.subject == nil, let subject = list.focus?.event.subject else {
            return Response(notice: Notice("this is the history of one subject; esc comes back", isProblem: true))
        }
        return .open(LabelsScreen(historyOf: subject, order))
    }

    private mutating func jump(to start: PageStart, row: Int, _ context: ScreenContext) -> Response {
        guard list[row] == nil else {
            list.go(to: row, height: LabelsLayout(context.area).rows)
            return follow(context)
        }
        list.position.cursor = row
        return .ask(LabelPage(order: order, start: start, limit: 240), slot: "rows")
    }

    private func openSubject() -> Response {
        guard let subject = list.focus?.event.subject else { return Response() }
        let view: ScreenKind = subject.kind == .cluster ? .cluster : .account
        do throws(Problem) {
            let screen = try ScreenCatalogue.screen(for: ViewState(view: view.rawValue, subject: subject))
            return Response([.viewed(subject)]) + .open(screen)
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }
}
