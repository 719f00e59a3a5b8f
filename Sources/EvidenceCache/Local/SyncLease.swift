public import Evidence
import Foundation
import GRDB

extension EvidenceCache {
    /// How long a sync lease lasts unless it is renewed, in milliseconds.
    public static let leaseDuration = 60 * Instant.second

    /// Takes the one sync lease of this cache, or renews it. A lease whose process is gone is taken over.
    ///
    /// - Throws: ``CacheProblem/syncHeld(by:until:)`` while another holds it.
    public func takeSyncLease(at now: Instant) throws {
        try write { db in
            let held = try db.row("SELECT holder, until FROM syncLease WHERE id = 1") {
                (holder: $0.string(0), until: $0.int64(1))
            }
            if let held, held.holder != holder, held.until > now.milliseconds, EvidenceCache.isAlive(held.holder) {
                throw CacheProblem.syncHeld(by: held.holder, until: held.until)
            }
            try db.run(
                "INSERT OR REPLACE INTO syncLease(id, holder, until) VALUES (1, ?, ?)",
                [SQLValue(holder), SQLValue(now + EvidenceCache.leaseDuration)])
        }
    }

    /// Gives the lease back.
    public func releaseSyncLease() throws {
        try write { db in try db.run("DELETE FROM syncLease WHERE holder = ?", [SQLValue(holder)]) }
    }

    /// Whether the process that a holder's name begins with still runs on this machine.
    private static func isAlive(_ holder: String) -> Bool {
        guard let number = holder.split(whereSeparator: { " /".contains($0) }).dropFirst().first.flatMap({ Int32($0) })
        else { return true }
        return kill(number, 0) == 0 || errno == EPERM
    }
}
