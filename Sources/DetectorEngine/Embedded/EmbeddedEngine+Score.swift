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
        let report = try await store(result, of: input, holding: lock, for: nil)
        // Nobody waits until the memory of millions of exchanges is given back.
        Task.detached(priority: .utility) { withExtendedLifetime((input, result)) {} }
        return report
    }

    /// Stores what a score found, unless another score was stored since its input was read.
    ///
    /// - Parameter resident: told what is stored, once it is.
    func store(
        _ result: ScoreResult, of input: ScoringInput, holding lock: WriterLock?, for resident: ResidentLog?
    ) async throws -> ScoreReport {
        let held: WriterLock
        if let lock {
            held = lock
        } else {
            held = try await WriterLock.take(in: directory, for: "serve, storing a score")
        }
        defer { withExtendedLifetime(held) {} }
        let stored = try await database.write { db in
            guard try Counter.score.value(in: db) == input.generation else { throw StateError.overtaken }
            try Counter.score.set(input.generation + 1, in: db)
            let (report, rows) = try result.store(of: input, in: db, keepsRows: resident != nil)
            return (report: report, rows: rows, sequence: try Counter.sequence.value(in: db))
        }
        resident?.take(over: stored.rows, sequence: stored.sequence)
        return stored.report
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

/// What a score found.
struct ScoreResult: Sendable {
    var findings: Findings
    /// The places of the exchanges that go into the feed with what was said.
    var exemplars: Set<Int>

    /// Computes off the database: this is the long part.
    @concurrent
    static func compute(_ input: ScoringInput, by detect: FindingsSource) async throws -> ScoreResult {
        let findings = try detect(input.detectionInput)
        precondition(
            findings.annotations.count == input.exchanges.count, "annotations are aligned with the input's exchanges")
        let exemplars = ExemplarPolicy(findings).exemplars(
            among: input.exchanges, annotations: findings.annotations, wasExemplar: { input.rows[$0].isExemplar })
        return ScoreResult(findings: findings, exemplars: exemplars)
    }

    /// Stores what changed. Each document is spelt when it is compared, so that never many of them are in memory.
    ///
    /// - Parameter keepsRows: whether the caller asks what the feed says now of each exchange of which it says something else.
    func store(
        of input: ScoringInput, in db: Database, keepsRows: Bool
    ) throws -> (report: ScoreReport, rows: [ExchangeRow]) {
        var writer = try FeedWriter(in: db)
        var changes: [ScoreReport.Change] = []
        let order: [FeedKind] = [.release, .organisation, .account, .conversation, .template, .indicator]
        func replace(_ kind: FeedKind) throws {
            let things = findings.things(
                of: kind, exchanges: input.exchanges, releases: input.releases, decided: input.decided)
            changes.append(try writer.replace(kind, by: things))
        }
        for kind in order { try replace(kind) }
        let (change, rows) = try storeExchanges(of: input, by: &writer, keepsRows: keepsRows)
        changes.append(change)
        for kind in Findings.kinds where !order.contains(kind) { try replace(kind) }
        try writer.finish()
        let memory = try FeedDocument.encode(findings.memory(after: input.previous))
        try db.execute(sql: "INSERT OR REPLACE INTO state VALUES ('previousRun', ?)", arguments: [memory])
        try input.mark.store(in: db)
        let report = ScoreReport(
            asOf: input.asOf, exchanges: input.exchanges.count, modelVersion: findings.modelVersion,
            changes: changes, notes: input.notes + findings.notes)
        return (report, rows)
    }

    private func storeExchanges(
        of input: ScoringInput, by writer: inout FeedWriter, keepsRows: Bool
    ) throws -> (change: ScoreReport.Change, rows: [ExchangeRow]) {
        var change = ScoreReport.Change(
            kind: FeedKind.exchange.rawValue, total: input.exchanges.count, new: 0, changed: 0, ended: 0)
        var rows: [ExchangeRow] = []
        let (annotations, before) = (findings.annotations, input.rows)
        try FeedRuns.each(of: annotations.count) { [exemplars] places in
            SayingRun(places, before, keepsRows: keepsRows) {
                ExchangeSaying(annotations[$0], of: $1, isExemplar: exemplars.contains($0))
            }
        } _: { run in
            change.new += run.new
            change.changed += run.changed
            let first = try writer.put(run)
            for var row in run.rows {
                row.sequence += first
                rows.append(row)
            }
        }
        return (change, rows)
    }
}

extension ExchangeSaying {
    /// What a score says of an exchange, as the revision after what was said before.
    fileprivate init(_ annotation: ExchangeAnnotation, of before: ExchangeRow, isExemplar: Bool) {
        self.init(
            number: before.number, revision: before.revision + 1, conversation: annotation.conversation.text,
            isInferred: annotation.conversationIsInferred, isExemplar: isExemplar,
            findings: ExchangeSaying.findings(annotation))
    }

    private static func findings(_ annotation: ExchangeAnnotation) -> UntrustedText {
        if annotation.template == nil, annotation.matches.isEmpty, let bare = bare[annotation.target] { return bare }
        return UntrustedText(
            decoding: FeedDocument.encodeFindings(
                target: annotation.target, template: annotation.template, matches: annotation.matches))
    }

    /// The findings of an exchange in which nothing but its target was found, by target.
    private static let bare = Dictionary(
        uniqueKeysWithValues: CapabilityTarget.allCases.map {
            ($0, UntrustedText(decoding: FeedDocument.encodeFindings(target: $0, template: nil, matches: [])))
        })
}
