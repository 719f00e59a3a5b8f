import Evidence
import EvidenceCache
import HostileText

/// A case with what it holds, what was noted, and what became of it.
struct CaseFile: Sendable {
    var row: CaseRow
    var items: [CaseItemRow]
    var notes: [CaseNote]
    /// When it was written out, the last first.
    var exports: [CaseExportNote]
    /// What was done since the last of them; `nil` if there is none.
    var changes: CaseChanges?
}

/// Asks for a case with all that it holds.
struct WholeCase: Question {
    var id: CaseID
    var analyst: UntrustedText

    /// So many things are listed at most; the heading says so where there are more.
    static let most = 5_000

    func answer(from cache: EvidenceCache, now: Instant) throws -> CaseFile {
        guard let row = try cache.caseFile(id) else {
            throw Problem("there is no case \(SafeText(id.text, limit: 40)); g k lists the cases")
        }
        let viewer = Viewer(analyst: analyst, now: now)
        let exports = try cache.exports(of: id)
        return CaseFile(
            row: row, items: try cache.itemRows(of: id, limit: Self.most, for: viewer), notes: try cache.notes(of: id),
            exports: exports, changes: try exports.first.map { try cache.changes(of: id, since: $0, for: viewer) })
    }
}

extension CaseItem.Thing {
    /// The id, whatever kind it is.
    var idText: UntrustedText { id }
}

extension CaseRow {
    /// What it holds: `3 accounts, 1 cluster`.
    var contentsText: SafeText {
        let names = ["account", "cluster", "conversation", "exchange"]
        let parts = zip(contents, names).filter { $0.0 > 0 }.map { SafeText(ours: Count.text($0.0, $0.1)) }
        return parts.isEmpty ? "nothing yet" : parts.joined(separator: ", ")
    }
}

extension CaseChanges {
    /// What was done: `2 put in, 1 note`.
    var text: SafeText {
        let parts = [(added, "put in"), (removed, "taken out")].filter { $0.0 > 0 }.map { count, word -> SafeText in
            "\(SafeText(ours: Count.text(count))) \(SafeText(ours: word))"
        }
        let counted = [(notes, "note"), (labels, "label")].filter { $0.0 > 0 }
            .map { SafeText(ours: Count.text($0.0, $0.1)) }
        return (parts + counted).joined(separator: ", ")
    }
}
