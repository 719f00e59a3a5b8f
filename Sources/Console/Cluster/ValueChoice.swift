import Evidence
import EvidenceCache

/// Which shared values are worth drawing: the few that say most of members whom the others do not explain yet.
///
/// Values that just the same members have are one. Works on groups of members, so its cost does not grow with the cluster.
struct ValueChoice: Hashable, Sendable {
    /// A value that is drawn, with those that just the same members have.
    struct Pick: Hashable, Sendable {
        /// Their places among the sheet's values, the one that says most first.
        var places: [Int]
        /// The groups whose members have it, by place.
        var groups: Set<Int>
        /// How many members have it.
        var members: Int
    }

    let picks: [Pick]

    /// What is less rare is drawn only where it tells of members of whom nothing else does.
    private static let rare = 0.35

    /// Chooses.
    ///
    /// - Parameters:
    ///   - most: so many at most.
    ///   - lines: so many lines from members to values at most; beyond that only what tells of members of whom nothing was told.
    ///   - least: how much of what the first says a further value must say.
    ///   - pinned: places of values that are drawn in any case.
    init(
        values: [IndicatorRow], groups: [MemberGroup], most: Int, lines: Int? = nil, least: Double = 0.06,
        pinned: Set<Int> = []
    ) {
        var kinds: [Pick] = []
        for (place, value) in values.enumerated() where !value.isMuted {
            let holders = Set(groups.indices.filter { groups[$0].holding >> place & 1 == 1 })
            if let same = kinds.firstIndex(where: { $0.groups == holders && !holders.isEmpty }) {
                kinds[same].places.append(place)
            } else if !holders.isEmpty {
                kinds.append(Pick(places: [place], groups: holders, members: value.members))
            }
        }
        var explained = [Double](repeating: 0, count: groups.count)
        var chosen: [Pick] = []
        var first: Double?
        while chosen.count < most {
            let gains = kinds.map { pick -> Double in
                let value = values[pick.places[0]]
                let fresh = pick.groups.reduce(0) { $0 + Double(groups[$1].count) / (1 + explained[$1]) }
                let isPinned = pick.places.contains { pinned.contains($0) }
                return value.indicator.rarity * value.indicator.rarity * fresh + (isPinned ? 1e9 : 0)
            }
            guard let best = gains.indices.max(by: { (gains[$0], -$0) < (gains[$1], -$1) }), gains[best] > 0 else {
                break
            }
            if let first, gains[best] < first * least { break }
            if gains[best] < 1e9 { first = first ?? gains[best] }
            let next = kinds.remove(at: best)
            let isNews = next.groups.contains { explained[$0] == 0 }
            let isCalm = lines.map { Self.lines(chosen + [next], groups) <= $0 } ?? true
            let isRare = next.places.contains { values[$0].indicator.rarity >= Self.rare }
            guard isNews || isCalm && isRare || gains[best] >= 1e9 else { continue }
            for group in next.groups { explained[group] += 1 }
            chosen.append(next)
        }
        picks = chosen.sorted { ($1.members, $0.places[0]) < ($0.members, $1.places[0]) }
    }

    /// How many lines members would have to some picks.
    private static func lines(_ picks: [Pick], _ groups: [MemberGroup]) -> Int {
        groups.indices.reduce(0) { sum, group in
            let held = picks.filter { $0.groups.contains(group) }
            let telling = held.count { pick in !held.contains { $0.groups.isStrictSubset(of: pick.groups) } }
            return sum + telling * groups[group].count
        }
    }

    /// The picks that a holding has, a bit each.
    func bits(of holding: UInt64) -> UInt64 {
        picks.enumerated().reduce(0) { holding >> $1.element.places[0] & 1 == 1 ? $0 | 1 << $1.offset : $0 }
    }

    /// Of some picks, those that no other of them implies: whoever has a rarer one has the commoner one too.
    func telling(_ bits: UInt64) -> [Int] {
        let held = picks.indices.filter { bits >> $0 & 1 == 1 }
        return held.filter { place in !held.contains { picks[$0].groups.isStrictSubset(of: picks[place].groups) } }
    }

    /// Pairs of picks: everybody who has the first has the second, and none is between them.
    var implications: [(from: Int, to: Int)] {
        picks.indices.flatMap { from in
            let above = picks.indices.filter { picks[from].groups.isStrictSubset(of: picks[$0].groups) }
            return above.filter { to in
                !above.contains { picks[$0].groups.isStrictSubset(of: picks[to].groups) }
            }.map { (from, $0) }
        }
    }
}
