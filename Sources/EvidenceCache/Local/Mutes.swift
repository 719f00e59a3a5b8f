import Digests
public import Evidence
import Feed
import GRDB

/// Which shared values are muted: the latest event on each decides, whoever made it.
enum Mutes {
    /// SQL that is 1 if the indicator is muted.
    static func isMuted(_ indicator: String) -> String {
        """
        ifnull((SELECT x.isMuted FROM muteEvent x WHERE x.indicator = \(indicator)
            AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.kind = 'mute' AND t.id = x.id)
            ORDER BY x.at DESC, x.id DESC LIMIT 1), 0)
        """
    }

    static func indicator(_ id: IndicatorID, in db: Database) throws -> IndicatorRow? {
        try db.row("SELECT document, accounts, \(isMuted("i.id")) FROM indicator i WHERE id = ?", [SQLValue(id)]) {
            IndicatorRow(indicator: try $0.document(0), members: $0.int(1), isMuted: $0.flag(2))
        }
    }
}

extension EvidenceCache {
    /// Mutes a shared value, or hears it again; queued for the detector, which honours it in its next score.
    public func record(_ mute: Mute) throws {
        try write { db in
            try db.run(
                "INSERT INTO muteEvent(id, indicator, isMuted, analyst, at, document) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    SQLValue(mute.id), SQLValue(mute.indicator), SQLValue(mute.isMuted), SQLValue(mute.analyst),
                    SQLValue(mute.at), .blob(Array(try FeedDocument.encode(mute))),
                ])
            try Outbox(db).add("mute", mute.id, at: mute.at)
            try ActivityLog(db).append(
                mute.isMuted ? .muted : .unmuted, mute.indicator.text, ["event": .string(mute.id)], by: mute.analyst,
                at: mute.at)
        }
    }

    /// Every event on a shared value, oldest first.
    public func muteHistory(of indicator: IndicatorID) throws -> [Mute] {
        try read { db in
            try db.rows("SELECT document FROM muteEvent WHERE indicator = ? ORDER BY at, id", [SQLValue(indicator)]) {
                try $0.document(0)
            }
        }
    }
}
