import Feed
import HostileText

/// One record of a thing of which there are many, such as a signal: its row in a block.
struct ThingRow: FeedRow {
    var id: UntrustedText
    var revision: Int64
    /// What the feed says; `nil` for the end of the thing.
    var body: ThingBody?

    init(id: UntrustedText, revision: Int64, body: ThingBody?) {
        self.id = id
        self.revision = revision
        self.body = body
    }

    /// Reads the row at which a reader is.
    init(_ rows: inout PackedRows.Reader, of kind: FeedKind) throws {
        id = UntrustedText(try rows.ownText())
        revision = Int64(try rows.count())
        body = rows.isAtEnd ? nil : try ThingBody(&rows, of: kind, id: id)
    }

    /// Whether it is not the end of the thing.
    var isLive: Bool { body != nil }
    /// It is about no exchange.
    var exchange: Int64? { nil }

    /// Adds a row.
    func pack(into packer: inout RowPacker) {
        packer.add(own: id)
        packer.add(UInt64(bitPattern: revision))
        body?.pack(into: &packer)
        packer.endRow()
    }
}
