import Console
import Evidence
import EvidenceCache
import Feed
import HostileText

/// A small world made by hand, in a cache in memory: forty accounts, of which twenty-six are flagged; a coordinated
/// cluster C-003 that injects one span and shares a payment, a candidate C-007, and traffic with text, some of it hostile.
///
/// Everything is fixed: the same cache every time. Extend it in files of your own.
struct Fixture {
    /// What now is: 2026-05-21 06:00 UTC.
    static let now = Instant("2026-05-21T06:00:00Z") ?? Instant(milliseconds: 0)
    /// The first day of the traffic, fourteen days in all.
    static let firstDay = now.day - 13
    static let analyst = UntrustedText("kim")
    static let viewer = Viewer(analyst: analyst, now: now)

    var records: [FeedRecord] = []
    private var sequence: Int64 = 0

    /// A cache that holds the whole world.
    static func cache() throws -> EvidenceCache {
        let cache = try EvidenceCache.inMemory()
        try cache.apply(try whole().page(), at: now - 30 * Instant.second)
        return cache
    }

    /// The whole world as a feed.
    static func whole() throws -> Fixture {
        var world = Fixture()
        for member in Member.all { try world.add(member) }
        try world.addFindings()
        return world
    }

    /// One page with everything.
    func page() -> FeedPage {
        FeedPage(epoch: "epoch-1", records: records, next: FeedCursor("c\(sequence)"), hasMore: false)
    }

    /// Adds a thing as the feed would bring it.
    mutating func add(_ kind: FeedKind, _ id: String, _ thing: some Encodable) throws {
        sequence += 1
        records.append(
            FeedRecord(sequence: sequence, kind: kind, id: id, revision: 1, document: try FeedDocument.encode(thing)))
    }

    /// The world of a console of some size.
    static func world(_ width: Int, _ height: Int) -> Model.World {
        Model.World(now: now, analyst: analyst, width: width, height: height)
    }

    /// The state that the program's own watch would report.
    static let status = CacheStatus(syncedAt: now - 30 * Instant.second, outbox: 0, isEmpty: false)
}
