import Feed
import Foundation
import GRDB
import HostileText

/// What the feed says of all things of a kind so far.
struct KnownThings: Sendable {
    /// What it says of one.
    struct Thing: Sendable {
        /// Where it says that.
        var sequence: Int64
        var revision: Int64
        /// Stands for what is said; `nil` for the end of a thing.
        var said: Fingerprint?
    }

    private(set) var things: [Thing] = []
    /// Where each is among them, by its id.
    private(set) var places: [UntrustedText: Int] = [:]

    /// Reads them, within a view of the state.
    init(of kind: FeedKind, in db: Database) throws {
        guard !FeedBlock.kinds.contains(kind) else {
            try FeedBlockTable(db: db).each(kind) { sequence, reader in
                let row = try ThingRow(&reader, of: kind)
                let said = row.body?.read(as: kind).fingerprint
                know(row.id, Thing(sequence: sequence, revision: row.revision, said: said))
            }
            return
        }
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, sequence, revision, document FROM feedRecord WHERE kind = ?",
            arguments: [kind.rawValue])
        while let row = try cursor.next() {
            let said = (row[3] as Data?).map { ThingBody.spelt($0).fingerprint }
            know(UntrustedText(decoding: row[0] as Data), Thing(sequence: row[1], revision: row[2], said: said))
        }
    }

    /// Of several with one id the last counts.
    private mutating func know(_ id: UntrustedText, _ thing: Thing) {
        if let place = places.updateValue(things.count, forKey: id) {
            places[id] = place
            things[place] = thing
        } else {
            things.append(thing)
        }
    }
}
