import Evidence
import EvidenceCache
import HostileText
import TextUI

extension ClusterScreen {
    var sorts: [String] { MemberSort.allCases.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = MemberSort(rawValue: name) else { return Response() }
        order.sort = sort
        order.isDescending = isDescending ?? (sort != .id)
        list.position = ListPosition()
        return jump(to: .first, row: 0)
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        if chain != nil, let response = performInChain(action, context) { return response }
        switch action {
        case .nextPane, .previousPane:
            isInMembers.toggle()
            return sketch(context) + followFocus(context)
        case .enter: return enter(context)
        case .sort:
            let next = (sorts.firstIndex(of: order.sort.rawValue) ?? 0) + 1
            return sort(by: sorts[next % sorts.count], isDescending: nil, context)
        case .reverseSort:
            return sort(by: order.sort.rawValue, isDescending: !order.isDescending, context)
        case .drawAs:
            style = style(context).next(members: sheet.value?.members ?? 0)
            view = GraphView()
            isInMembers = false
            return sketch(context)
                + Response(notice: Notice("drawn as \(style(context).word); M draws it the next way"))
        case .zoomGraph, .widenGraph:
            guard let cursor, let place = picture?.place(of: cursor) else { return notDrawn }
            view.scale(by: action == .zoomGraph ? 2 : 0.5, around: place)
            return Response()
        case .expand: return expand(context)
        case .fold: return fold(context)
        case .pinNode: return pin(context)
        case .brush: return brushOn(context)
        case .mute: return mute()
        case .exception: return except()
        case .mark: return mark()
        case .whyTogether: return askWhyTogether()
        case .lookNext: return lookAtNext(context)
        default: return move(action, context)
        }
    }

    private var notDrawn: Response {
        Response(notice: Notice("there is nothing to enlarge here; M draws the cluster another way", isProblem: true))
    }

    /// Moves in the pane that has the cursor; the other follows.
    private mutating func move(_ action: Action, _ context: ScreenContext) -> Response {
        let rooms = rooms(context)
        guard isInMembers else {
            moveInDrawing(action, rooms)
            return followInMembers(rooms) + followFocus(context)
        }
        switch action {
        case .moveFirst: return jump(to: .first, row: 0, height: rooms.memberRows) + followFocus(context)
        case .moveLast: return jump(to: .last, row: list.count - 1, height: rooms.memberRows) + followFocus(context)
        default:
            guard list.move(action, height: rooms.memberRows) else { return Response() }
        }
        followInDrawing()
        return followFocus(context)
    }

    /// Goes to an end of the list, whether or not it is loaded.
    private mutating func jump(to start: PageStart, row: Int, height: Int = 10) -> Response {
        if list[row] != nil, start == .last || list.offset == 0, height != 10 {
            list.go(to: row, height: height)
            followInDrawing()
            return Response()
        }
        list.position.cursor = row
        return .ask(MemberPage(order: order, start: start, limit: 120), slot: "rows")
    }

    private mutating func moveInDrawing(_ action: Action, _ rooms: ClusterRooms) {
        let direction: GraphPositions.Direction? =
            switch action {
            case .moveUp: .up
            case .moveDown: .down
            case .moveLeft: .left
            case .moveRight: .right
            default: nil
            }
        if picture == nil, style == .matrix { return moveCell(action) }
        if let picture {
            guard let direction else { return }
            guard let cursor, let next = picture.nearest(to: cursor, direction) else {
                return view.pan(direction)
            }
            self.cursor = next
            if let place = picture.place(of: next) { view.follow(place) }
            return
        }
        let nodes: [ClusterNode] = (sheet.value?.values ?? []).map { .value($0.indicator.id) }
        var position = ListPosition(cursor: nodes.firstIndex { $0 == cursor } ?? 0)
        let height = max(1, rooms.drawing.height - 1)
        switch action {
        case .moveUp, .moveLeft: position.move(by: -1, count: nodes.count, height: height)
        case .moveDown, .moveRight: position.move(by: 1, count: nodes.count, height: height)
        case .pageDown: position.page(by: 1, count: nodes.count, height: height)
        case .pageUp: position.page(by: -1, count: nodes.count, height: height)
        case .moveFirst: position.cursor = 0
        case .moveLast: position.cursor = nodes.count - 1
        default: return
        }
        if nodes.indices.contains(position.cursor) { cursor = nodes[position.cursor] }
    }

    /// Puts the list's cursor on the member that the drawing's is on.
    private mutating func followInMembers(_ rooms: ClusterRooms) -> Response {
        guard let account = cursor?.account, account != list.focus?.membership.account else { return Response() }
        if let place = list.rows.firstIndex(where: { $0.membership.account == account }) {
            list.go(to: place + list.offset, height: rooms.memberRows)
            return Response()
        }
        wanted = account
        return .ask(MemberPage(order: order, start: .first, limit: 120, from: account), slot: "rows")
    }

    /// Puts the drawing's cursor on the member that the list's is on, if it is drawn.
    private mutating func followInDrawing() {
        guard let account = list.focus?.membership.account, picture?.sketch.place(of: .member(account)) != nil else {
            return
        }
        cursor = .member(account)
        if let place = picture?.place(of: .member(account)) { view.follow(place) }
    }

    private mutating func enter(_ context: ScreenContext) -> Response {
        switch focus {
        case .member(let account):
            looked.insert(account)
            let subject = Subject.account(account)
            return Response([.viewed(subject)])
                + opening(ViewState(view: ScreenKind.account.rawValue, subject: subject))
        case .value(let indicator):
            guard let value = sheet.value?.values.first(where: { $0.indicator.id == indicator }) else {
                return Response()
            }
            return opening(ViewState(queueWhere: .indicator, is: value.indicator.value))
        case .group, .others: return expand(context)
        case nil: return Response()
        }
    }

    func opening(_ state: ViewState) -> Response {
        do throws(Problem) {
            return .open(try ScreenCatalogue.screen(for: state))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }
}
