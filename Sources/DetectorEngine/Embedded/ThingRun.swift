import Feed
import Foundation
import HostileText

/// Some things of a kind, compared with what the feed says of them.
struct ThingRun: Sendable {
    /// The things, by their places among all.
    let places: Range<Int>
    private(set) var new = 0, changed = 0
    /// What is known of them, by its places among all that is.
    private(set) var known: [Int] = []
    /// What of that the feed no longer says.
    private(set) var ended: [Int] = []
    /// What it says from now on, for a kind that is kept in blocks.
    private(set) var records = FeedRun([ThingRow]())
    /// What it says from now on, for any other kind.
    private(set) var documents: [(id: UntrustedText, revision: Int64, document: Data)] = []

    /// Makes the things and compares them. Of several with one id, what is known is said of the first.
    ///
    /// - Parameter isSeen: for all that is known, whether that is said of another thing; empty where it never is.
    init(
        _ places: Range<Int>, of things: FeedThings, _ kind: FeedKind, knowing all: KnownThings,
        passing isSeen: [Bool] = []
    ) throws {
        self.places = places
        let isPacked = FeedBlock.kinds.contains(kind)
        var rows: [ThingRow] = []
        var own: Set<Int> = []
        for number in places {
            let thing = try things.make(number)
            let id = UntrustedText(thing.id)
            var before: KnownThings.Thing?
            if let place = all.places[id], isSeen.isEmpty || !isSeen[place], own.insert(place).inserted {
                known.append(place)
                before = all.things[place]
                if before?.said == thing.body.fingerprint { continue }
                if isPacked { ended.append(place) }
            }
            if before?.said == nil { new += 1 } else { changed += 1 }
            let revision = (before?.revision ?? 0) + 1
            if isPacked {
                rows.append(ThingRow(id: id, revision: revision, body: thing.body))
            } else {
                documents.append((id, revision, try thing.body.document()))
            }
        }
        records = FeedRun(rows)
    }
}
