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
}
