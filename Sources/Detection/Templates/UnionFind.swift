/// Disjoint sets of numbers.
struct UnionFind {
    private var parents: [Int32]

    /// Makes a set of each number below `count`.
    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
    }

    /// The number that stands for the set of `member`.
    mutating func root(_ member: Int) -> Int {
        var root = Int32(member)
        while parents[Int(root)] != root {
            parents[Int(root)] = parents[Int(parents[Int(root)])]
            root = parents[Int(root)]
        }
        return Int(root)
    }

    /// Joins two sets; the smaller number stands for both.
    mutating func join(_ one: Int, _ other: Int) {
        let left = root(one)
        let right = root(other)
        if left != right { parents[max(left, right)] = Int32(min(left, right)) }
    }
}
