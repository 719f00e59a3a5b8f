import Foundation

/// A block of the feed while its records are added to it.
struct FeedBlockPacker: Sendable {
    /// How many records are no ends of things.
    private(set) var live = 0
    /// The exchanges that they speak of, from and to.
    private(set) var low: Int64?, high: Int64?
    private var packer: RowPacker

    /// Begins a block of so many records, about.
    init(rows count: Int) {
        packer = RowPacker(rows: count, of: 40)
    }

    /// How many records there are.
    var count: Int { packer.count }
    /// Their block.
    var block: Data { packer.block }

    /// Adds a record.
    mutating func add(_ row: some FeedRow) {
        row.pack(into: &packer)
        if row.isLive { live += 1 }
        guard let exchange = row.exchange else { return }
        low = min(low ?? exchange, exchange)
        high = max(high ?? exchange, exchange)
    }
}
