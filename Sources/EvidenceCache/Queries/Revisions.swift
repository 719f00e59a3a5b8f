public import Feed
public import Foundation
import GRDB

/// A revision of something that the detector asserts, and the time in the feed for which it held.
public struct HeldRevision: Hashable, Sendable {
    /// Its number.
    public var revision: Int64
    /// The sequence with which it came.
    public var from: Int64
    /// The sequence with which it was replaced or ended; `nil` while it holds.
    public var to: Int64?
    /// The document as it came.
    public var document: Data
}

extension EvidenceCache {
    /// The revisions of a flag, signal, cluster or membership that this cache saw, oldest first, the present one last.
    ///
    /// Empty for kinds whose past is not kept, and for ids that the feed never brought.
    public func revisions(of kind: FeedKind, _ id: String) throws -> [HeldRevision] {
        guard let table = FindingTable.all[kind], table.keepsPast, let place = table.find(id) else { return [] }
        return try read { db in
            let past = try db.rows(
                """
                SELECT revision, fromSequence, toSequence, document FROM pastRevision WHERE kind = ? AND id = ?
                ORDER BY revision
                """, [SQLValue(kind.rawValue), SQLValue(id)]
            ) {
                HeldRevision(revision: $0.int64(0), from: $0.int64(1), to: $0.int64(2), document: Data($0.bytes(3)))
            }
            let present = try db.rows(table.selectSQL, place) {
                HeldRevision(revision: $0.int64(0), from: $0.int64(1), to: nil, document: Data($0.bytes(2)))
            }
            return past + present
        }
    }
}
