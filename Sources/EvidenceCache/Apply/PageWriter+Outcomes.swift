import Evidence
import Feed
import Foundation

extension PageWriter {
    /// Writes what became of an account; `false` if it was known.
    func writeOutcome(_ record: FeedRecord) throws -> Bool {
        let outcome = try decoder.decode(Outcome.self, from: record.document)
        guard try arrives(record) else { return false }
        try db.run(
            "INSERT OR IGNORE INTO outcomeEvent(id, account, what, at, analyst, document) VALUES (?, ?, ?, ?, ?, ?)",
            [
                SQLValue(outcome.id), SQLValue(outcome.account), SQLValue(outcome.what.rawValue), SQLValue(outcome.at),
                SQLValue(outcome.analyst), SQLValue(record.document),
            ])
        return true
    }
}
