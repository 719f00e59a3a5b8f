import GRDB

extension EmbeddedEngine {
    /// Scores again, and reads only the exchanges that came since the last score with the same resident log.
    ///
    /// What other processes did in between is seen too: exchanges, releases and events that they stored, and what their
    /// scores said. The result is that of ``score(asOf:by:)``.
    ///
    /// - Returns: `nil` if nothing came since the last score of the state.
    /// - Throws: ``StateError/overtaken`` where another score was stored in the meantime.
    public func rescore(
        _ resident: ResidentLog, by detect: @escaping ResumedFindingsSource
    ) async throws -> ScoreReport? {
        let fallback = now()
        let input = try await database.read { db -> ScoringInput? in
            guard try LogMark(in: db) != LogMark.scored(in: db) else { return nil }
            return try resident.read { try ScoringInput(in: db, asOf: nil, fallback: fallback, log: &$0) }
        }
        guard let input else { return nil }
        let result = try await ScoreResult.compute(input) { try resident.find(in: $0, by: detect) }
        return try await store(result, of: input, holding: nil, for: resident)
    }
}
