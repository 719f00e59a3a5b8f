import Testing

@testable import Detection

@Suite("Leiden")
struct LeidenTests {
    /// Cliques of ten by one shared value each, and single weak links from each to the next.
    private func ring(cliques: Int) -> Network {
        let count = cliques * 10
        var links = Array(repeating: [(node: Int, weight: Double)](), count: count)
        for clique in 0..<cliques {
            let one = clique * 10
            let other = (clique + 1) % cliques * 10 + 5
            links[one].append((other, 0.8))
            links[other].append((one, 0.8))
        }
        return Network(
            sizes: Array(repeating: 1, count: count), valueWeights: Array(repeating: 0.6, count: cliques),
            values: (0..<count).map { [(value: $0 / 10, count: 1)] }, links: links)
    }

    @Test func `cliques that single links join stay communities of their own`() {
        let communities = Leiden(resolution: 0.15).communities(of: ring(cliques: 30))
        #expect(communities == (0..<300).map { $0 / 10 })
    }

    @Test func `what two values tie by halves is one community`() {
        let values = (0..<40).map { node in
            (node < 30 ? [(value: 0, count: 1.0)] : []) + (node >= 10 ? [(value: 1, count: 1.0)] : [])
        }
        let network = Network(
            sizes: Array(repeating: 1, count: 40), valueWeights: [0.8, 0.8], values: values,
            links: Array(repeating: [], count: 40))
        #expect(Set(Leiden(resolution: 0.15).communities(of: network)).count == 1)
    }

    @Test func `nodes that nothing ties stay alone`() {
        let network = Network(
            sizes: [1, 1, 1], valueWeights: [0], values: [[(0, 1)], [(0, 1)], []], links: [[], [], []])
        #expect(Leiden(resolution: 0.15).communities(of: network) == [0, 1, 2])
    }

    /// Groups of 4 to 20 whose members are tied often, with single ties across, and the group of each node.
    private func planted(groups: Int, seed: UInt64) -> (network: Network, groupOf: [Int]) {
        var draws: UInt64 = 0
        func draw(below limit: Int) -> Int {
            draws += 1
            return Int(StableHash.combine(seed, draws) % UInt64(limit))
        }
        let groupOf = (0..<groups).flatMap { group in Array(repeating: group, count: 4 + draw(below: 17)) }
        let count = groupOf.count
        var links = Array(repeating: [(node: Int, weight: Double)](), count: count)
        for one in 0..<count {
            for other in (one + 1)..<count where draw(below: 1_000) < (groupOf[one] == groupOf[other] ? 350 : 8) {
                let weight = Double(1 + draw(below: 10)) / 10
                links[one].append((other, weight))
                links[other].append((one, weight))
            }
        }
        return (Network(links: links), groupOf)
    }

    @Test(arguments: 1...8) func `what is found in a planted graph is no worse than what was planted`(seed: UInt64) {
        let (network, groupOf) = planted(groups: 25, seed: seed)
        let found = Leiden(resolution: 0.1).communities(of: network)
        let ofPlanted = Partition(network, communityOf: groupOf, resolution: 0.1).quality
        let ofFound = Partition(network, communityOf: found, resolution: 0.1).quality
        #expect(ofFound >= ofPlanted)
        #expect(ofPlanted > 0)
        #expect(Leiden(resolution: 0.1).communities(of: network) == found)
    }

    @Test func `a further pass is never worse`() {
        let (network, _) = planted(groups: 40, seed: 9)
        var leiden = Leiden(resolution: 0.2)
        leiden.leastGain = 0
        let reached = (1...6).map { passes in
            leiden.passes = passes
            return Partition(network, communityOf: leiden.communities(of: network), resolution: 0.2).quality
        }
        #expect(reached == reached.sorted())
    }

    @Test func `a shared value counts for as much as a link between each two who share it`() {
        let count = 12
        let shared = Network(
            sizes: Array(repeating: 1, count: count), valueWeights: [0.5, 0.25],
            values: (0..<count).map { [(value: $0 < 7 ? 0 : 1, count: 1)] },
            links: Array(repeating: [], count: count))
        let listed = Network(
            links: (0..<count).map { one in
                (0..<count).filter { $0 != one && ($0 < 7) == (one < 7) }.map { ($0, one < 7 ? 0.5 : 0.25) }
            })
        for groupOf in [(0..<count).map { $0 / 5 }, (0..<count).map { $0 / 7 }, Array(0..<count)] {
            let one = Partition(shared, communityOf: groupOf, resolution: 0.1).quality
            #expect(abs(one - Partition(listed, communityOf: groupOf, resolution: 0.1).quality) < 1e-9)
        }
        #expect(Leiden(resolution: 0.1).communities(of: shared) == Leiden(resolution: 0.1).communities(of: listed))
    }
}
