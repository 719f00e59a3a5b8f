import Evidence
import EvidenceCache
import TextUI

/// A cluster as a square: how much each member shares with each, those alike beside each other.
///
/// Made of groups of members that have the same values, so it costs as much for 20,000 members as for 20.
struct ClusterMatrix: Sendable {
    /// The groups in the order of rows and columns.
    let groups: [MemberGroup]
    /// How much two groups share, row by row, from 0 to 1.
    private let likeness: [Float]
    private let ends: [Int]

    init(_ sheet: ClusterSheet) {
        let weights = sheet.values.map { $0.isMuted ? 0 : $0.indicator.rarity * $0.indicator.rarity }
        func shared(_ one: UInt64, _ other: UInt64) -> Double {
            weights.indices.reduce(0) { (one & other) >> $1 & 1 == 1 ? $0 + weights[$1] : $0 }
        }
        // From the largest group always on to the one most like it.
        var rest = sheet.groups
        var order: [MemberGroup] = []
        while !rest.isEmpty {
            let next = order.last.map { last in
                rest.indices.max {
                    (shared(last.holding, rest[$0].holding), -$0) < (shared(last.holding, rest[$1].holding), -$1)
                } ?? 0
            }
            order.append(rest.remove(at: next ?? 0))
        }
        let raw = order.flatMap { one in order.map { shared(one.holding, $0.holding) } }
        let most = raw.max() ?? 0
        groups = order
        likeness = raw.map { most > 0 ? Float($0 / most) : 0 }
        var end = 0
        ends = order.map { group in
            end += group.count
            return end
        }
    }

    private var members: Int { ends.last ?? 0 }

    /// The group that the n-th bin of so many stands for.
    private func group(ofBin bin: Int, side: Int) -> Int {
        let member = (bin * 2 + 1) * members / (2 * side)
        return ends.firstIndex { member < $0 } ?? ends.count - 1
    }

    /// The square for a rectangle, the bins of a group marked.
    func drawing(in rect: Rect, marked: Int?, style: Style) -> DensityMatrix {
        let side = max(1, min(DensityMatrix.side(in: rect), max(members, 1) * 4))
        let bins = (0..<side).map { group(ofBin: $0, side: side) }
        let values = bins.flatMap { row in bins.map { likeness[row * groups.count + $0] } }
        let range = marked.flatMap { marked -> Range<Int>? in
            guard let first = bins.firstIndex(of: marked), let last = bins.lastIndex(of: marked) else { return nil }
            return first..<last + 1
        }
        return DensityMatrix(
            values: groups.isEmpty ? [] : values, side: groups.isEmpty ? 0 : side, style: style, marked: range)
    }
}
