import Evidence
import Feed
import Foundation

extension PageWriter {
    private struct Known {
        var revision: Int64
        var sequence: Int64
        var document: [UInt8]
    }

    func writeFinding(_ record: FeedRecord) throws -> Bool? {
        guard let table = FindingTable.all[record.kind] else { return nil }
        let values = try table.read(record.document, decoder)
        let known = try known(in: table, Array(values.prefix(table.keys.count)))
        if let known, known.revision >= record.revision { return false }
        // First of all, since a value that the table refuses must leave nothing behind.
        try db.run(
            table.replaceSQL,
            values + [.integer(record.revision), .integer(record.sequence), SQLValue(record.document)])
        if let known {
            if table.keepsPast { try keep(known, before: record) }
        } else {
            tallies[record.kind.rawValue, default: 0] += 1
        }
        if let known { try forgetUses(Data(known.document), table) }
        if let uses = try table.uses?(record.document, decoder) { try note(uses) }
        return true
    }

    func removeFinding(_ record: FeedRecord) throws -> Bool? {
        guard let table = FindingTable.all[record.kind], let place = table.find(record.id) else { return nil }
        guard let known = try known(in: table, place) else { return true }
        guard known.revision < record.revision else { return false }
        if table.keepsPast { try keep(known, before: record) }
        try db.run(table.deleteSQL, place)
        try forgetUses(Data(known.document), table)
        tallies[record.kind.rawValue, default: 0] -= 1
        return true
    }

    private func note(_ uses: IndicatorUses) throws {
        for indicator in uses.indicators {
            try db.run(
                "INSERT OR IGNORE INTO indicatorUse(subject, kind, source, indicator) VALUES (?, ?, ?, ?)",
                [
                    SQLValue(uses.subject.text), SQLValue(uses.subject.kind.rawValue), SQLValue(uses.source),
                    SQLValue(indicator),
                ])
        }
    }

    private func forgetUses(_ document: Data, _ table: FindingTable) throws {
        guard let uses = try table.uses?(document, decoder) else { return }
        try db.run(
            "DELETE FROM indicatorUse WHERE subject = ? AND kind = ? AND source = ?",
            [SQLValue(uses.subject.text), SQLValue(uses.subject.kind.rawValue), SQLValue(uses.source)])
    }

    private func known(in table: FindingTable, _ place: [SQLValue]) throws -> Known? {
        try db.row(table.selectSQL, place) {
            Known(revision: $0.int64(0), sequence: $0.int64(1), document: $0.bytes(2))
        }
    }

    private func keep(_ known: Known, before record: FeedRecord) throws {
        try db.run(
            """
            INSERT OR IGNORE INTO pastRevision(kind, id, revision, fromSequence, toSequence, document)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(record.kind.rawValue), SQLValue(record.id), .integer(known.revision), .integer(known.sequence),
                .integer(record.sequence), .blob(known.document),
            ])
    }
}
