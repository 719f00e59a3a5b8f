import HeapModule

/// The part of a group whose members are tied most to one another.
///
/// Those who are tied least are peeled off, one after the other, and of all that is left on the way the part with the greatest weight
/// of ties a member is the core: at least half as dense as the densest there is (Charikar 2000). Ties weigh by how rare they are, so
/// that whoever adds ordinary things to what a campaign does is no less in its core (FRAUDAR, Hooi et al. 2016).
enum DenseCore {
    /// Two members, by their places in the group, and how strongly they are tied.
    struct Tie {
        var one: Int
        var other: Int
        var weight: Double
    }

    /// The core of a group of so many, by its members' places in rising order: all of them, where peeling makes no part denser.
    ///
    /// - Complexity: O(ties · log ties).
    static func core(of count: Int, tiedBy ties: [Tie]) -> [Int] {
        var tiesOf = Array(repeating: [(other: Int, weight: Double)](), count: count)
        for tie in ties {
            tiesOf[tie.one].append((tie.other, tie.weight))
            tiesOf[tie.other].append((tie.one, tie.weight))
        }
        var degrees = tiesOf.map { $0.reduce(0) { $0 + $1.weight } }
        var weight = degrees.reduce(0, +) / 2
        // A member is in the heap once more whenever it is tied less than before; what it was before is passed over.
        var heap = Heap(degrees.indices.map { Loose(degree: degrees[$0], member: $0) })
        var peeledAs = Array(repeating: Int.max, count: count)
        var peeled = 0
        var best = (density: weight / Double(max(1, count)), peeled: 0)
        while peeled + 1 < count, let loosest = heap.popMin() {
            guard peeledAs[loosest.member] == .max, degrees[loosest.member] == loosest.degree else { continue }
            peeledAs[loosest.member] = peeled
            peeled += 1
            weight -= loosest.degree
            for tie in tiesOf[loosest.member] where peeledAs[tie.other] == .max {
                degrees[tie.other] -= tie.weight
                heap.insert(Loose(degree: degrees[tie.other], member: tie.other))
            }
            let density = weight / Double(count - peeled)
            if density > best.density + rounding { best = (density, peeled) }
        }
        return peeledAs.indices.filter { peeledAs[$0] >= best.peeled }
    }

    /// What two densities may differ by and be the same.
    private static let rounding = 1e-9

    /// A member and the weight of its ties to those who are left; the least tied come first, then those of the lower place.
    private struct Loose: Comparable {
        var degree: Double
        var member: Int

        static func < (one: Self, other: Self) -> Bool {
            (one.degree, one.member) < (other.degree, other.member)
        }
    }
}
