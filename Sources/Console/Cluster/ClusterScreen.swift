import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One cluster: how it hangs together, its members, what changed, and one decision for all of them with exceptions.
struct ClusterScreen: Screen {
    var kind: ScreenKind { .cluster }
    let id: ClusterID
    var sheet: Loaded<ClusterSheet> = .idle

    // The drawing.
    var style: ClusterStyle?
    var wishes = ClusterSketch.Wishes()
    var picture: ClusterPicture?
    /// The layout that is awaited, and the sketch that it is for.
    var laying: (wanted: ClusterLayout, sketch: ClusterSketch)?
    var cursor: ClusterNode?
    var view = GraphView()
    var matrix: ClusterMatrix?
    var cell = MatrixCell()
    var brushed = Brushed.nothing

    // The members.
    var order: MemberOrder
    var list = PagedList<MemberRow>()
    var isInMembers = false
    /// The member that the state string, or the drawing, wants the cursor on.
    var wanted: AccountID?
    var detail: MemberDetail?
    var mutes: [Mute] = []

    // The decision.
    var exceptions: Set<AccountID> = []
    /// Members looked at in this sitting.
    var looked: Set<AccountID> = []
    /// The label whose digit was pressed before enough members were looked at.
    var warnedOf: Label?

    // Why two are together.
    var marked: [AccountID] = []
    var chain: ClusterChain?

    /// Opens a cluster.
    init(_ id: ClusterID) {
        self.id = id
        order = MemberOrder(cluster: id, analyst: UntrustedText(""))
    }

    init(_ state: ViewState) throws(Problem) {
        guard let subject = state.subject, case .cluster(let id) = subject else {
            throw Problem("which cluster? add id:C-001; g c lists them")
        }
        self.init(id)
        wanted = state["at"].map { AccountID($0) }
        isInMembers = state["pane"] == "members"
        style = state["as"].flatMap { ClusterStyle(rawValue: $0) }
        cursor = ClusterNode.nodes(in: state.list("on")).first
        wishes.pinned = Set(ClusterNode.nodes(in: state.list("pins")))
        if let brush = state["brush"].flatMap({ MatrixBrush($0) }) {
            cell = brush.to
            brushed = .over(brush, nil)
        } else if let place = state["cell"].flatMap({ MatrixBrush("\($0),0,0") }) {
            cell = place.from
        }
        exceptions = Set(state.list("except").map { AccountID($0) })
        if let sort = state["sort"] {
            order.isDescending = sort.hasPrefix("-")
            let name = order.isDescending ? String(sort.dropFirst()) : sort
            guard let known = MemberSort(rawValue: name) else {
                throw Problem("members are not sorted by “\(name)”; they can be by \(sorts.joined(separator: ", "))")
            }
            order.sort = known
        }
    }

    var title: StyledText { StyledText(SafeText(id.text, limit: 20)) }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue, id: id.text)
        state["as"] = style?.rawValue
        state["pane"] = isInMembers ? "members" : nil
        if order.sort != .weight || !order.isDescending {
            state["sort"] = (order.isDescending ? "-" : "") + order.sort.rawValue
        }
        if style == .matrix {
            state["cell"] = "\(cell.row),\(cell.column)"
            if case .over(let brush, _) = brushed { state["brush"] = brush.text }
        } else {
            state.setList("on", to: cursor?.words ?? [])
        }
        state.setList("pins", to: wishes.pinned.map(\.words).sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 })
        state.setList("except", to: exceptions.sorted().map(\.text))
        return (list.focus?.membership.account).map { state.pointing(at: $0.text) } ?? state
    }

    /// The cluster; one of its members only while the cursor is in the list of members.
    var selection: Selection {
        if let chain { return .subjects([.account(chain.one), .account(chain.other)]) }
        if let brushedAccounts { return .subjects(brushedAccounts.map { .account($0) }) }
        if isInMembers, let member = list.focus { return .subjects([.account(member.membership.account)]) }
        return .subjects([.cluster(id)])
    }

    /// The node that the panel is about.
    var focus: ClusterNode? {
        isInMembers ? list.focus.map { .member($0.membership.account) } ?? cursor : cursor
    }

    /// The way that the cluster is drawn.
    func style(_ context: ScreenContext) -> ClusterStyle {
        let members = sheet.value?.members ?? 0
        let chosen = style ?? .standard(members: members, isWide: ClusterRooms.isWide(context.area))
        return chosen == .dots && members > ClusterSheet.mostDots ? .web : chosen
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        if case .cluster(let id) = subject { return ClusterScreen(id) }
        return nil
    }

    mutating func stepsBack() -> Bool {
        if chain != nil {
            chain = nil
            return true
        }
        guard brush != nil else { return false }
        brushed = .nothing
        return true
    }

    mutating func unmark() { brushed = .nothing }

    func availability(of action: Action) -> Availability {
        switch action {
        case .mute where focus?.indicator == nil:
            .unavailable(
                "only a shared value can be muted: put the cursor on a ◆ of the drawing, or on a row of M list")
        case .exception where focus?.account == nil, .mark where focus?.account == nil:
            .unavailable("the cursor is on no account; tab goes to the members")
        case .history: .unavailable("open a member with ⏎ for the history of its labels; g l lists all labels")
        default: .available
        }
    }
}
