public import Detection
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// Scores all exchanges up to a time, and puts what changed into the feed in one transaction.
    ///
    /// The lock is taken for the writing only, so that logs come in while signals are computed.
    /// - Throws: ``StateError/overtaken`` where another score was stored in the meantime.
    public func score(asOf: Instant?, by detect: @escaping FindingsSource) async throws -> ScoreReport {
        try await score(asOf: asOf, holding: nil, by: detect)
    }

    /// The same for a caller who has the right to write already.
    public func score(
        asOf: Instant?, holding lock: WriterLock?, by detect: @escaping FindingsSource
    ) async throws -> ScoreReport {
        let fallback = now()
        let input = try await database.read { try ScoringInput(in: $0, asOf: asOf, fallback: fallback) }
        let result = try await ScoreResult.compute(input, by: detect)
        let held: WriterLock
        if let lock {
            held = lock
        } else {
            held = try await WriterLock.take(in: directory, for: "serve, storing a score")
        }
        defer { withExtendedLifetime(held) {} }
        return try await database.write { db in
            guard try Counter.score.value(in: db) == input.generation else { throw StateError.overtaken }
            try Counter.score.set(input.generation + 1, in: db)
            return try result.store(of: input, in: db)
        }
    }

    /// All exchanges and releases without what earlier scores and analysts said of them, for an evaluation.
    public func unbiasedInput() async throws -> DetectionInput {
        let fallback = now()
        var input = try await database.read { try ScoringInput(in: $0, asOf: nil, fallback: fallback) }.detectionInput
        input.mutes = []
        input.previous = nil
        return input
    }
}

/// What a score found, spelt as the feed has it.
struct ScoreResult: Sendable {
    var findings: Findings
    var things: [FeedThing]
    var exchanges: [ExchangeChange]

    /// Computes off the database: this is the long part.
    @concurrent
    static func compute(_ input: ScoringInput, by detect: FindingsSource) async throws -> ScoreResult {
        let findings = try detect(input.detectionInput)
        precondition(
            findings.annotations.count == input.exchanges.count, "annotations are aligned with the input's exchanges")
        let exemplars = ExemplarPolicy(findings).exemplars(
            among: input.exchanges, annotations: findings.annotations, wasExemplar: { input.rows[$0].isExemplar })
        var changes: [ExchangeChange] = []
        for (index, annotation) in findings.annotations.enumerated() {
            let change = try ExchangeChange(
                of: input.exchanges[index], row: input.rows[index], annotation: annotation,
                isExemplar: exemplars.contains(index))
            if let change { changes.append(change) }
        }
        let things = try findings.things(
            exchanges: input.exchanges, releases: input.releases, decided: input.decided)
        return ScoreResult(findings: findings, things: things, exchanges: changes)
    }

    /// Stores what changed.
    func store(of input: ScoringInput, in db: Database) throws -> ScoreReport {
        var writer = try FeedWriter(in: db)
        var changes: [ScoreReport.Change] = []
        var next = things[...]
        let order: [FeedKind] = [.release, .organisation, .account, .conversation, .template, .indicator]
        for kind in order { changes.append(try writer.replace(kind, by: &next)) }
        changes.append(try writer.update(exchanges, total: input.exchanges.count))
        for kind in Findings.kinds where !order.contains(kind) {
            changes.append(try writer.replace(kind, by: &next))
        }
        try writer.finish()
        let memory = try FeedDocument.encode(findings.memory(after: input.previous))
        try db.execute(sql: "INSERT OR REPLACE INTO state VALUES ('previousRun', ?)", arguments: [memory])
        return ScoreReport(
            asOf: input.asOf, exchanges: input.exchanges.count, modelVersion: findings.modelVersion,
            changes: changes, notes: input.notes + findings.notes)
    }
}

/// What a score changes in the row of an exchange.
struct ExchangeChange: Sendable {
    var number: Int64
    /// The exchange without its text, where a conversation was inferred; `nil` leaves it as it is.
    var core: Data?
    var findings: Data
    var isExemplar: Bool
    var revision: Int64

    /// The change; `nil` where the feed says the same already.
    init?(of exchange: Exchange, row: ExchangeRow, annotation: ExchangeAnnotation, isExemplar: Bool) throws {
        findings = FeedDocument.encodeFindings(
            target: annotation.target, template: annotation.template, matches: annotation.matches)
        if annotation.conversation != row.conversation || annotation.conversationIsInferred != (row.isInferred ?? false)
        {
            var core = exchange
            core.text = nil
            core.conversation = annotation.conversation
            core.conversationIsInferred = annotation.conversationIsInferred
            self.core = try FeedDocument.encode(core)
        }
        guard core != nil || findings != row.findings || isExemplar != row.isExemplar else { return nil }
        number = row.number
        revision = row.revision + 1
        self.isExemplar = isExemplar
    }
}
