import Detection
import Foundation

/// Clusters a graph from standard input by the detector's own Leiden, for `leiden.py`: `LeidenBenchmark NODES RESOLUTION`.
///
/// Reads edges `a b weight`, nodes numbered from 0 and each pair once; prints the community of each node, one a line, and on
/// standard error the seconds of the clustering alone.
@main
struct LeidenBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let nodes = arguments.first.flatMap({ Int($0) }), nodes > 0,
            let resolution = arguments.last.flatMap({ Double($0) })
        else { fail("usage: LeidenBenchmark NODES RESOLUTION < EDGES") }
        let network = Network(links: links(nodes))
        let clock = ContinuousClock()
        let start = clock.now
        let communities = Leiden(resolution: resolution).communities(of: network)
        let seconds = (clock.now - start) / .seconds(1)
        print(communities.map(String.init).joined(separator: "\n"))
        FileHandle.standardError.write(Data("\(seconds)\n".utf8))
    }

    private static func links(_ nodes: Int) -> [[(node: Int, weight: Double)]] {
        var links = Array(repeating: [(node: Int, weight: Double)](), count: nodes)
        var number = 0
        while let line = readLine() {
            number += 1
            let fields = line.split(separator: " ")
            guard fields.count == 3, let one = Int(fields[0]), let other = Int(fields[1]),
                let weight = Double(fields[2]),
                links.indices.contains(one), links.indices.contains(other), one != other
            else { fail("standard input, line \(number): expected `a b weight` with two nodes from 0 to \(nodes - 1)") }
            links[one].append((other, weight))
            links[other].append((one, weight))
        }
        return links.map { $0.sorted { $0.node < $1.node } }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}
