import Evidence

/// Which whole texts of a crowd the same accounts say.
///
/// A pool that works off several instructions has each account say most of them, each too seldom to be a habit. Strangers who took
/// their texts from what is public do not take the same ones.
struct Repertoires {
    /// The part of all who say one of two texts that must say both.
    static let leastBoth = 0.4

    /// The values of each repertoire, and those that are in none by themselves, in rising order.
    let repertoires: [[Int]]

    /// Looks for texts of crowds that the same accounts say. Linear in 64 holders of each text and all that they say.
    init(_ shared: SharedValues) {
        let asked = shared.values.indices.filter { Self.counts(shared.values[$0]) }
        let place = Dictionary(uniqueKeysWithValues: asked.enumerated().map { ($1, $0) })
        let beside = Parallel.map(asked.count) { one in
            Self.beside(asked[one], shared, among: place).compactMap { place[$0] }
        }
        var sets = UnionFind(count: asked.count)
        for (one, others) in beside.enumerated() { for other in others { sets.join(one, other) } }
        repertoires = Dictionary(grouping: asked.indices) { sets.root($0) }.values
            .map { $0.map { asked[$0] } }.sorted { $0[0] < $1[0] }
    }

    private static func counts(_ value: SharedValue) -> Bool {
        value.evidence == .content && value.substance >= 1 && value.owners >= SharedValues.fewestOfCrowd
    }

    /// The texts that nearly the same accounts say as this one. Whoever says both is about as large a part of any of those who say it.
    private static func beside(_ number: Int, _ shared: SharedValues, among place: [Int: Int]) -> [Int] {
        let members = shared.values[number].members
        let asked = StableHash.sample(members, for: number, atMost: ContentTies.companions)
        var having: [Int: Int] = [:]
        for account in asked {
            for other in shared.ofAccount[account] where other != number && place[other] != nil {
                having[other, default: 0] += 1
            }
        }
        let likely = having.filter { 2 * Double($0.value) >= leastBoth * Double(asked.count) }.keys.sorted()
        let inside = Set(likely.isEmpty ? [] : members)
        return likely.filter { other in
            let both = shared.values[other].members.count { inside.contains($0) }
            let either = members.count + shared.values[other].members.count - both
            return Double(both) >= leastBoth * Double(either)
        }
    }
}
