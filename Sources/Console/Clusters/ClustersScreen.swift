import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The clusters, with what ties each together; what is known of the one under the cursor beside or below the list.
struct ClustersScreen: Screen {
    var kind: ScreenKind { .clusters }
    private(set) var filter: String
    private(set) var sort: ClusterSort
    private(set) var isDescending: Bool
    private(set) var list = RowList<ClusterRow>()
    private(set) var preview: Loaded<ClusterPreview> = .idle
    /// The cluster that the preview is of, or is awaited for.
    private(set) var previewed: ClusterID?
    private(set) var marks: Set<ClusterID> = []
    private var matching = 0

    init(_ state: ViewState) throws(Problem) {
        filter = state["q"] ?? ""
        let order = state["sort"] ?? "-score"
        isDescending = order.hasPrefix("-")
        let name = isDescending ? String(order.dropFirst()) : order
        guard let known = ClusterSort(rawValue: name) else {
            let names = ClusterSort.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem("clusters are not sorted by “\(name)”; they can be by \(names)")
        }
        sort = known
        list.position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var title: StyledText {
        filter.isEmpty
            ? "Clusters"
            : ["Clusters", StyledText("  / ", .accent), StyledText(SafeText(UntrustedText(filter), limit: 200), .text)]
    }

    /// How many of how many, what is marked, and the order.
    var summary: StyledText {
        var parts: [StyledText] = []
        if !marks.isEmpty { parts.append(StyledText("\(SafeText(ours: Count.text(marks.count))) marked", .accent)) }
        parts.append("\(SafeText(ours: Count.text(matching, of: list.total))) clusters")
        parts.append("\(SafeText(ours: sort.rawValue)) \(isDescending ? "↓" : "↑")")
        return parts.joined(separator: "   ")
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        if !filter.isEmpty { state["q"] = filter }
        state["sort"] = (isDescending ? "-" : "") + sort.rawValue
        if list.position.cursor > 0 { state["at"] = String(list.position.cursor) }
        return state
    }

    var selection: Selection {
        if !marks.isEmpty { return .subjects(marks.sorted().map { .cluster($0) }) }
        return list.focus.map { .subjects([.cluster($0.cluster.id)]) } ?? .none
    }

    mutating func unmark() { marks = [] }

    func availability(of action: Action) -> Availability {
        switch action {
        case .enter, .timeline, .targets, .mark, .copy:
            list.focus == nil ? .unavailable("no cluster is under the cursor") : .available
        default: .available
        }
    }

    mutating func load(_ context: ScreenContext) -> Response {
        previewed = nil
        return .ask(
            ClusterTable(filter: filter, sort: sort, isDescending: isDescending, analyst: context.analyst),
            slot: "table")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: ClusterTable.self) {
            matching = reply.matching
            list.take(reply.rows, total: reply.total)
            list.position.settle(count: list.count, height: ClustersLayout(context.area, count: list.count).rows)
            return askForPreview(context)
        }
        if let (question, reply) = answer.reply(to: ClusterPreview.Wanted.self), question.id == list.focus?.cluster.id {
            preview = .ready(reply)
        } else if let problem = answer.problem {
            guard answer.slot == "table" else {
                preview = .failed(problem)
                return Response()
            }
            list.rows = .failed(problem)
        }
        return Response()
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        self.filter = filter
        list.position = ListPosition()
        return load(context)
    }

    var sorts: [String] { ClusterSort.allCases.map(\.rawValue) }

    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response {
        guard let sort = ClusterSort(rawValue: name) else { return Response() }
        self.sort = sort
        self.isDescending = isDescending ?? (sort != .id)
        list.position = ListPosition()
        return load(context)
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let layout = ClustersLayout(context.area, count: list.count)
        switch action {
        case .enter:
            guard let id = list.focus?.cluster.id else { return Response() }
            return Response([.viewed(.cluster(id))]) + .open(ClusterScreen(id))
        case .mark:
            guard let id = list.focus?.cluster.id else { return Response() }
            if marks.remove(id) == nil { marks.insert(id) }
            _ = list.move(.moveDown, height: layout.rows)
            return askForPreview(context)
        case .sort:
            let next = (sorts.firstIndex(of: sort.rawValue) ?? 0) + 1
            return sort(by: sorts[next % sorts.count], isDescending: nil, context)
        case .reverseSort:
            return sort(by: sort.rawValue, isDescending: !isDescending, context)
        default:
            guard list.move(action, height: layout.rows) else { return Response() }
            return askForPreview(context)
        }
    }

    private mutating func askForPreview(_ context: ScreenContext) -> Response {
        guard ClustersLayout(context.area, count: list.count).preview.width > 0, let id = list.focus?.cluster.id,
            id != previewed
        else {
            return Response()
        }
        previewed = id
        return Response([.askAtRest(ClusterPreview.Wanted(id: id, analyst: context.analyst), slot: "preview")])
    }
}

/// Asks for the table of clusters. There are tens of them, hundreds at most, so the list is held whole.
struct ClusterTable: Question {
    var filter: String
    var sort: ClusterSort
    var isDescending: Bool
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> (rows: [ClusterRow], matching: Int, total: Int) {
        let viewer = Viewer(analyst: analyst, now: now)
        let filter = try Filter(parsing: filter)
        let request = PageRequest(filter: filter, sort: sort, isDescending: isDescending, limit: 2_000)
        let page = try cache.clusters(request, for: viewer)
        let total = try cache.countClusters(.everything, for: viewer)
        return (page.rows, try cache.countClusters(filter, for: viewer), total)
    }
}
