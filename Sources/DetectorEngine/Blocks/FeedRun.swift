/// Records of one kind that follow each other in the feed; where they are many, packed already, off the database's thread.
enum FeedRun: Sendable {
    /// So few that they may share a block with others.
    case rows([any FeedRow])
    /// A block of their own.
    case block(FeedBlockPacker)

    /// Fewer make no block of their own.
    private static let few = FeedBlock.most / 2

    /// Takes records, at most ``FeedBlock/most``.
    init(_ rows: [some FeedRow]) {
        guard rows.count >= FeedRun.few else {
            self = .rows(rows)
            return
        }
        var packer = FeedBlockPacker(rows: rows.count)
        // By place: a row taken out of the array would be a copy of it.
        for place in rows.indices { packer.add(rows[place]) }
        self = .block(packer)
    }

    /// How many records there are.
    var count: Int {
        switch self {
        case .rows(let rows): rows.count
        case .block(let packer): packer.count
        }
    }
}
