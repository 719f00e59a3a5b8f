import Evidence
import EvidenceCache

/// Asks which cases are open, the last changed first.
struct OpenCases: Question {
    func answer(from cache: EvidenceCache, now: Instant) throws -> [Case] {
        try cache.cases().map(\.file).filter { $0.status == .open }
    }
}
