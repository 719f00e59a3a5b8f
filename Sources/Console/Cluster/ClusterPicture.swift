import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The drawing of a cluster: shared values as diamonds, the strongest members as dots, the rest as groups.
struct ClusterPicture: Sendable {
    /// A node of the drawing.
    enum Node: Hashable, Sendable {
        /// A shared value, by its place among the cluster's.
        case indicator(Int)
        /// A member, by its place among the cluster's.
        case member(Int)
        /// The members that are not drawn and have a value, by the value's place; and how many.
        case rest(of: Int, count: Int)
    }

    /// The nodes.
    let nodes: [Node]
    /// Pairs of nodes, and the kind of evidence.
    let links: [(from: Int, to: Int, kind: EvidenceKind)]
    /// Where they stand.
    let positions: GraphPositions
    /// How many members are drawn by name.
    let drawnMembers: Int

    private static let mostMembers = 12
    /// So few more are drawn rather than summed up.
    private static let fewMore = 4
    private static let mostIndicators = 8
    private static let mostGroups = 3

    /// Chooses what to draw and lays it out. The same members and values give the same picture.
    init(members: [MemberRow], ties: ClusterTies, size: Int, seed: UInt64) {
        let indicators = ties.indicators.prefix(Self.mostIndicators)
        let named = members.prefix(size <= Self.mostMembers + Self.fewMore ? size : Self.mostMembers)
        var nodes: [Node] = indicators.indices.map { .indicator($0) } + named.indices.map { .member($0) }
        var links: [(from: Int, to: Int, kind: EvidenceKind)] = []
        for (place, member) in named.enumerated() {
            let held = Set(member.membership.indicators)
            for (number, row) in indicators.enumerated() where held.contains(row.indicator.id) {
                links.append((indicators.count + place, number, row.indicator.kind.evidence))
            }
        }
        for (number, row) in indicators.enumerated().prefix(Self.mostGroups) {
            let drawn = links.count { $0.to == number }
            guard row.members > drawn else { continue }
            links.append((nodes.count, number, row.indicator.kind.evidence))
            nodes.append(.rest(of: number, count: row.members - drawn))
        }
        var layout = ForceLayout(count: nodes.count, edges: links.map { ($0.from, $0.to, 1) }, seed: seed)
        self.nodes = nodes
        self.links = links
        positions = layout.run().normalised()
        drawnMembers = named.count
    }

    /// The nearest node in a direction.
    func nearest(to node: Int, _ action: Action) -> Int? {
        let direction: GraphPositions.Direction? =
            switch action {
            case .moveUp: .up
            case .moveDown: .down
            case .moveLeft: .left
            case .moveRight: .right
            default: nil
            }
        return direction.flatMap { positions.nearest(to: node, $0) }
    }

    /// The drawing as a widget.
    func drawing(
        members: [MemberRow], ties: ClusterTies, cursor: Int?, _ context: ScreenContext
    ) -> GraphDrawing {
        let drawn = nodes.map { node in
            switch node {
            case .indicator(let number):
                let row = ties.indicators[number]
                let name = row.indicator.name(context, limit: 16)
                return GraphDrawing.Node(
                    glyph: "◆", label: "\(name) · \(SafeText(ours: Count.text(row.members)))",
                    style: row.indicator.kind.evidence.style.bold, weight: 1_000 + Double(row.members))
            case .member(let number):
                let member = members[number]
                let mark: SafeText = member.label == nil ? "" : " ✓"
                return GraphDrawing.Node(
                    glyph: "●", label: "\(context.safe(member.membership.account.text, columns: 14))\(mark)",
                    style: member.label.map { .label($0.label.digit) } ?? .text, weight: member.membership.weight)
            case .rest(_, let count):
                return GraphDrawing.Node(
                    glyph: "◇", label: "+ \(SafeText(ours: Count.text(count, "account")))", style: .muted, weight: 500)
            }
        }
        return GraphDrawing(
            nodes: drawn, edges: links.map { .init(from: $0.from, to: $0.to, style: $0.kind.style) },
            positions: positions, cursor: cursor)
    }
}
