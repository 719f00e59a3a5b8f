import Evidence
import Feed
import Foundation

extension PageWriter {
    /// Writes what became of an account; `false` if it was known.
    func writeOutcome(_ record: FeedRecord) throws -> Bool {
        let outcome = try decoder.decode(Outcome.self, from: record.document)
        guard try arrives(record) else { return false }
        try Outcomes.insert(outcome, document: Array(record.document), orIgnore: true, in: db)
        return true
    }
}
