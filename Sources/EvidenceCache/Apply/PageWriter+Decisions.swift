import Digests
import Evidence
import Feed
import Foundation

// Labels and mutes come back through the feed: others', and those that were made here.

extension PageWriter {
    func writeLabel(_ record: FeedRecord) throws -> Bool {
        let event = try decoder.decode(LabelEvent.self, from: record.document)
        guard try arrives(record) else { return false }
        try LabelBook(db).add(event, document: Array(record.document), isLocal: false)
        return true
    }

    /// A label that ended is no longer counted; its event stays, since history is never rewritten.
    func removeLabel(_ record: FeedRecord) throws -> Bool {
        guard try removeArrival(record) else { return false }
        let sql = "SELECT kind, subject, analyst FROM labelEvent WHERE id = ?"
        let place = try db.row(sql, [SQLValue(record.id)]) { [$0.value(0), $0.value(1), $0.value(2)] }
        if let place {
            try LabelBook(db).fold(kind: place[0], subject: place[1], analyst: place[2], without: record.id)
        }
        return true
    }

    func writeMute(_ record: FeedRecord) throws -> Bool {
        let mute = try decoder.decode(Mute.self, from: record.document)
        guard try arrives(record) else { return false }
        try db.run(
            "INSERT OR IGNORE INTO muteEvent(id, indicator, isMuted, analyst, at, document) VALUES (?, ?, ?, ?, ?, ?)",
            [
                SQLValue(mute.id), SQLValue(mute.indicator), SQLValue(mute.isMuted), SQLValue(mute.analyst),
                SQLValue(mute.at), SQLValue(record.document),
            ])
        return true
    }

    func removeArrival(_ record: FeedRecord) throws -> Bool {
        let place: [SQLValue] = [SQLValue(record.kind.rawValue), SQLValue(record.id)]
        let known = try arrivedRevision(place)
        if let known {
            guard known < record.revision else { return false }
            try db.run("DELETE FROM eventArrival WHERE kind = ? AND id = ?", place)
            tallies[record.kind.rawValue, default: 0] -= 1
        }
        return true
    }

    func arrives(_ record: FeedRecord) throws -> Bool {
        let place: [SQLValue] = [SQLValue(record.kind.rawValue), SQLValue(record.id)]
        let known = try arrivedRevision(place)
        if let known, known >= record.revision { return false }
        if known == nil { tallies[record.kind.rawValue, default: 0] += 1 }
        try db.run(
            "INSERT OR REPLACE INTO eventArrival(kind, id, revision, sequence, hash) VALUES (?, ?, ?, ?, ?)",
            place + [
                .integer(record.revision), .integer(record.sequence), .blob(SHA256Digest.of(record.document).bytes),
            ])
        return true
    }

    private func arrivedRevision(_ place: [SQLValue]) throws -> Int64? {
        try db.row("SELECT revision FROM eventArrival WHERE kind = ? AND id = ?", place) { $0.int64(0) }
    }
}
