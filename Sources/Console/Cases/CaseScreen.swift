import CaseBundle
import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One case: what it holds, and what was noted.
struct CaseScreen: Screen {
    var kind: ScreenKind { .case }
    let id: CaseID
    private(set) var file: Loaded<CaseFile> = .idle
    private(set) var list = RowList<CaseItemRow>()
    private(set) var bag: Loaded<BagState> = .idle

    /// Opens a case.
    init(_ id: CaseID) {
        self.id = id
    }

    init(_ state: ViewState) throws(Problem) {
        guard let id = state["id"] else { throw Problem("which case? add id:case-1") }
        self.init(CaseID(id))
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var title: StyledText {
        var title = StyledText(SafeText(id.text, limit: 20))
        if let row = file.value?.row { title.append("  \(SafeText(row.file.title, limit: 80))", .text) }
        return title
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue, id: id.text)
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    var selection: Selection {
        switch list.focus?.item.thing {
        case .account(let id): .subjects([.account(id)])
        case .cluster(let id): .subjects([.cluster(id)])
        default: .none
        }
    }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(WholeCase(id: id, analyst: context.analyst), slot: "case")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: WholeCase.self) {
            file = .ready(reply)
            list.take(reply.items, total: reply.row.items)
            return askAboutBag()
        }
        if let (_, reply) = answer.reply(to: BagCheck.self) {
            bag = .ready(reply)
        } else if answer.slot == "bag", let problem = answer.problem {
            bag = .failed(problem)
        } else if let problem = answer.problem {
            file = .failed(problem)
            list.rows = .failed(problem)
        }
        return Response()
    }

    /// Asks whether the last bundle is still what was written.
    private mutating func askAboutBag() -> Response {
        guard let last = file.value?.exports.first, let path = last.path else { return Response() }
        bag = .loading
        return Response([.askAtRest(BagCheck(path: path, digest: last.digest), slot: "bag")])
    }

    func availability(of action: Action) -> Availability {
        let isClosed = file.value?.row.file.status == .closed
        switch action {
        case .removeItem, .writeNote, .closeCase:
            if isClosed { return .unavailable("the case is closed; it is kept as it is") }
            return action == .removeItem && list.focus == nil
                ? .unavailable("nothing is under the cursor to take out") : .available
        case .enter, .timeline, .targets, .goAccount:
            return list.focus == nil ? .unavailable("nothing is in the case yet") : .available
        default: return .available
        }
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .export: return Response(navigation: .ask(.exportDirectory(id)))
        case .writeNote: return Response(navigation: .ask(.caseNote(id)))
        case .removeItem:
            guard let thing = list.focus?.item.thing else { return Response() }
            return Response([.decide(.removeFromCase(id, thing))])
        case .closeCase: return Response([.decide(.closeCase(id))])
        case .enter: return openFocus()
        default:
            _ = list.move(action, height: max(1, CaseLayout(context.area).items.height - 1))
            return Response()
        }
    }

    private func openFocus() -> Response {
        guard let thing = list.focus?.item.thing else { return Response() }
        do {
            return .open(try ScreenCatalogue.screen(for: ViewState(showing: thing)))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }
}
