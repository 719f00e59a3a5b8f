/// When each node was visited last, and when what it is tied to moved last, in visits.
struct Visits {
    private var now = 1
    private var visited: [Int]
    private var linkMoved: [Int]
    private var valueMoved: [Int]

    init(_ network: Network) {
        visited = Array(repeating: 0, count: network.count)
        linkMoved = Array(repeating: 1, count: network.count)
        valueMoved = Array(repeating: 0, count: network.valueWeights.count)
    }

    /// Whether anything that a node is tied to moved since it was visited; at first always.
    func isDue(_ node: Int, in network: Network) -> Bool {
        linkMoved[node] > visited[node] || network.values[node].contains { valueMoved[$0.value] > visited[node] }
    }

    /// Notes a visit, after the move that came of it.
    mutating func visit(_ node: Int) {
        visited[node] = now
        now += 1
    }

    /// Notes that a node moved: what it is tied to is due again, and itself only if it is not noted as visited after it.
    mutating func move(_ node: Int, in network: Network) {
        for link in network.links[node] { linkMoved[link.node] = now }
        for value in network.values[node] { valueMoved[value.value] = now }
    }
}
