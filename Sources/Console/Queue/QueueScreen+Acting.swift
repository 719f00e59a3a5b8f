import Evidence
import EvidenceCache
import HostileText
import TextUI

extension QueueScreen {
    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let layout = QueueLayout(context.area)
        let height = layout.rows
        if list.move(action, height: height, jump: layout.isBeside ? max(1, height / 4) : 1) { return follow(context) }
        switch action {
        case .moveFirst: return jump(to: .first, row: 0, context)
        case .moveLast: return jump(to: .last, row: list.count - 1, context)
        case .enter, .goAccount: return open(context)
        case .cluster: return openCluster(context)
        case .related: return open(context, pane: "related")
        case .history: return open(context, pane: "labels")
        case .mark:
            if let row = list.focus { marks.toggle(row.flag) }
            _ = list.move(.moveDown, height: height)
            return follow(context)
        case .markRange: return markRange()
        case .markAll:
            if !marks.isEmpty {
                marks.clear()
                return Response()
            }
            return askSubjects()
        case .sort:
            let next = (sorts.firstIndex(of: order.sort.rawValue) ?? 0) + 1
            return sort(by: sorts[next % sorts.count], isDescending: nil, context)
        case .fold:
            order.isFolded.toggle()
            return anew(context)
        case .reverseSort:
            order.isDescending.toggle()
            return anew(context)
        default: return Response()
        }
    }

    var sorts: [String] { FlagSort.allCases.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = FlagSort(rawValue: name) else { return Response() }
        order.sort = sort
        order.isDescending = isDescending ?? (sort != .subject)
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

    /// Reads the list from its beginning; what is shown stays until it comes.
    private mutating func anew(_ context: ScreenContext) -> Response {
        startsAnew = true
        return load(context)
    }

    /// Goes to an end of the list, whether or not it is loaded.
    private mutating func jump(to start: PageStart, row: Int, _ context: ScreenContext) -> Response {
        let height = QueueLayout(context.area).rows
        if list[row] != nil {
            list.go(to: row, height: height)
            return follow(context)
        }
        let page = QueuePage(order: order, start: start, limit: 240)
        list.position.cursor = row
        return .ask(page, slot: "rows")
    }

    private func markRangeNotice() -> Response {
        Response(notice: Notice("mark one end with space first, then V at the other", isProblem: true))
    }

    private mutating func markRange() -> Response {
        guard let last = marks.last, let from = list.rows.firstIndex(where: { $0.flag.id == last }) else {
            return markRangeNotice()
        }
        let to = list.position.cursor - list.offset
        guard list.rows.indices.contains(to) else { return Response() }
        marks.add(list.rows[min(from, to)...max(from, to)].map(\.flag.subject))
        return Response()
    }

    private func open(_ context: ScreenContext, pane: String? = nil) -> Response {
        guard let row = list.focus else { return Response() }
        if case .cluster = row.flag.subject { return openCluster(context) }
        var state = ViewState(view: ScreenKind.account.rawValue, subject: row.flag.subject)
        state["pane"] = pane
        return Response([.claim(row.flag.id), .viewed(row.flag.subject)]) + opening(state)
    }

    private func openCluster(_ context: ScreenContext) -> Response {
        guard let row = list.focus, let id = row.clusterID else { return Response() }
        let subject = Subject.cluster(id)
        return Response([.claim(row.flag.id), .viewed(subject)])
            + opening(ViewState(view: ScreenKind.cluster.rawValue, subject: subject))
    }

    private func opening(_ state: ViewState) -> Response {
        do throws(Problem) {
            return .open(try ScreenCatalogue.screen(for: state))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }
}
