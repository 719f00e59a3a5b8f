import Feed
import Foundation
import HostileText

/// One record of a thing of which there are many, such as a signal: its row in a block.
struct ThingRow {
    var id: UntrustedText
    var revision: Int64
    /// What the feed says; `nil` for the end of the thing.
    var document: Data?

    init(id: UntrustedText, revision: Int64, document: Data?) {
        self.id = id
        self.revision = revision
        self.document = document
    }

    /// Reads the row at which a reader is.
    init(_ rows: inout PackedRows.Reader) throws {
        id = UntrustedText(try rows.ownText())
        revision = Int64(try rows.count())
        document = rows.isAtEnd ? nil : Data(try rows.own())
    }

    /// Adds a row.
    func pack(into packer: inout RowPacker) {
        packer.add(own: id)
        packer.add(UInt64(bitPattern: revision))
        if let document { packer.add(own: document) }
        packer.endRow()
    }
}
