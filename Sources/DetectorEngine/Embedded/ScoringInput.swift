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
    var exchanges: [Exchange] = []
    /// What the feed says of each exchange so far, by row.
    var rows: [ExchangeRow] = []
    var releases: [Release]
    var mutes: [Mute]
    /// Subjects that some analyst's newest event labels.
    var decided: Set<Subject>
    var previous: PreviousRun?
    var asOf: Instant
    /// Exchanges left aside since they lie in the future of this machine's clock.
    var ahead = 0

    init(in db: Database, asOf: Instant?, fallback: Instant) throws {
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
        try readExchanges(in: db, upTo: asOf)
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
        if let newest = exchanges.lazy.map(\.at).max() { asOf = newest }
    }

    /// What detection looks at.
    var detectionInput: DetectionInput {
        DetectionInput(exchanges: exchanges, releases: releases, mutes: mutes, previous: previous, asOf: asOf)
    }

    /// What to say of the input itself.
    var notes: [String] {
        guard ahead > 0 else { return [] }
        return ["exchanges more than a day ahead of this machine's clock, which do not count yet: \(ahead)"]
    }

    private mutating func readExchanges(in db: Database, upTo asOf: Instant?) throws {
        let pool = TextPool()
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, core, findings, isExemplar, revision, text FROM exchange
                LEFT JOIN exchangeText ON exchange = number WHERE at <= ? ORDER BY number
                """, arguments: [asOf?.milliseconds ?? .max])
        while let row = try cursor.next() {
            var exchange = try FeedDocument.decode(Exchange.self, from: row[1], sharing: pool)
            if let text = row[5] as Data? { exchange.text = try StoredExchange.text(text, sharing: pool) }
            rows.append(
                ExchangeRow(
                    number: row[0], findings: row[2], isExemplar: row[3], revision: row[4],
                    conversation: exchange.conversation, isInferred: exchange.conversationIsInferred))
            if exchange.conversationIsInferred == true {
                // Inferred by the score before: this one infers anew, with all exchanges in view.
                exchange.conversation = nil
                exchange.conversationIsInferred = nil
            }
            exchanges.append(exchange)
        }
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

/// What the feed says of an exchange so far.
struct ExchangeRow: Sendable {
    var number: Int64
    var findings: Data?
    var isExemplar: Bool
    /// 0 before the exchange's first score.
    var revision: Int64
    var conversation: ConversationID?
    var isInferred: Bool?
}
