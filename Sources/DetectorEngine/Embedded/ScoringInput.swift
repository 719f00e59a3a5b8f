import Detection
import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// Everything that a score reads, taken at one moment.
struct ScoringInput: Sendable {
    /// The score before this one, so that two scores at once are noticed.
    var generation: Int64
    /// The exchanges as detection reads them, by row.
    var exchanges: [Exchange]
    /// What the feed says of each exchange so far, by row.
    var rows: [ExchangeRow]
    var releases: [Release]
    var mutes: [Mute]
    /// Subjects that some analyst's newest event labels.
    var decided: Set<Subject>
    var previous: PreviousRun?
    var asOf: Instant
    /// Exchanges left aside since they lie in the future of this machine's clock.
    var ahead = 0
    /// How far everything had come.
    var mark: LogMark

    /// Reads it all.
    init(in db: Database, asOf: Instant?, fallback: Instant) throws {
        var log = LogReading()
        try self.init(in: db, asOf: asOf, fallback: fallback, log: &log)
    }

    /// Reads what came since a log was read, and everything else anew.
    init(in db: Database, asOf: Instant?, fallback: Instant, log: inout LogReading) throws {
        mark = try LogMark(in: db)
        generation = try Counter.score.value(in: db)
        self.asOf = asOf ?? fallback
        releases = try Row.fetchAll(db, sql: "SELECT model, releasedAt FROM modelRelease ORDER BY model").map {
            Release(model: UntrustedText(decoding: $0[0] as Data), releasedAt: Instant(milliseconds: $0[1]))
        }
        mutes = try Data.fetchAll(db, sql: "SELECT document FROM event WHERE kind = 'mute' ORDER BY rowid").map {
            try FeedDocument.decode(Mute.self, from: $0)
        }
        decided = try ScoringInput.decided(in: db)
        previous = try Data.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'previousRun'").map {
            try FeedDocument.decode(PreviousRun.self, from: $0)
        }
        try log.catchUp(in: db, upTo: asOf)
        exchanges = log.exchanges
        rows = log.rows
        if asOf == nil { settleAsOf(now: fallback) }
    }

    /// The newest exchange says what time it is, unless its clock is wrong: exchanges of more than a day after this machine's
    /// clock wait for their time, where they are fewer than half of all. If they are more, this machine's clock is wrong.
    private mutating func settleAsOf(now: Instant) {
        let limit = now + Instant.day
        let early = exchanges.indices.filter { exchanges[$0].at > limit }
        if !early.isEmpty, early.count * 2 < exchanges.count {
            let waiting = Set(early)
            exchanges = exchanges.indices.filter { !waiting.contains($0) }.map { exchanges[$0] }
            rows = rows.indices.filter { !waiting.contains($0) }.map { rows[$0] }
            ahead = early.count
        }
        if let newest = exchanges.lazy.map({ $0.at }).max() { asOf = newest }
    }

    /// What detection looks at.
    var detectionInput: DetectionInput {
        var input = DetectionInput(
            exchanges: exchanges, releases: releases, mutes: mutes, previous: previous, asOf: asOf)
        input.idsAreDistinct = true
        return input
    }

    /// What to say of the input itself.
    var notes: [String] {
        guard ahead > 0 else { return [] }
        return ["exchanges more than a day ahead of this machine's clock, which do not count yet: \(ahead)"]
    }

    private static func decided(in db: Database) throws -> Set<Subject> {
        var newest: [Subject: [UntrustedText: LabelEvent]] = [:]
        for bytes in try Data.fetchAll(db, sql: "SELECT document FROM event WHERE kind = 'label' ORDER BY rowid") {
            let event = try FeedDocument.decode(LabelEvent.self, from: bytes)
            if let known = newest[event.subject]?[event.analyst], known.at > event.at { continue }
            newest[event.subject, default: [:]][event.analyst] = event
        }
        return Set(newest.filter { $0.value.values.contains { $0.label != nil } }.keys)
    }
}
