import Digests
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// Hashes what is private in exchanges and packs the rest.
    public func prepare(_ batch: [LoggedExchange]) throws -> PreparedBatch {
        let rows = try pseudonyms.withBook { book in
            let packer = try GzipPacker()
            return try batch.map { try StoredExchange($0, book: &book, key: idKey, packer: packer) }
        }
        let blocks = stride(from: 0, to: rows.count, by: ExchangeBlock.most).map { start in
            ExchangeBlock.pack(rows[start..<min(start + ExchangeBlock.most, rows.count)].map(\.exchange))
        }
        return PreparedBatch(rows: rows, blocks: blocks)
    }

    /// Stores exchanges of a log in one transaction.
    public func ingest(_ batch: PreparedBatch) async throws -> [Intake] {
        do {
            return try await database.write { db in
                try self.seen.use(in: db) { seen in
                    var desk = IntakeDesk(ExchangeTable(in: db), knowing: seen.count)
                    return try desk.take(batch, &seen)
                }
            }
        } catch {
            // It may have learned of exchanges that were not stored in the end.
            seen.forget()
            throw error
        }
    }

    /// Stores models' releases; the first time that a model was given counts.
    public func ingest(releases: [Release]) async throws -> Int {
        try await database.write { db in
            var new = 0
            for release in releases {
                try db.execute(
                    sql: "INSERT INTO modelRelease VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [Data(release.model.verbatim.utf8), release.releasedAt.milliseconds])
                new += db.changesCount
            }
            return new
        }
    }
}

/// Tells new exchanges from known ones, and stores the new.
private struct IntakeDesk {
    private var table: ExchangeTable
    /// How many exchanges were stored before.
    private let before: Int64
    private var new: [StoredExchange] = []

    init(_ table: ExchangeTable, knowing before: Int64) {
        self.table = table
        self.before = before
    }

    mutating func take(_ batch: PreparedBatch, _ seen: inout SeenExchanges.Table) throws -> [Intake] {
        new.reserveCapacity(batch.rows.count)
        let outcomes = try batch.rows.map { row -> Intake in
            let known = try seen.find(row.key) { try exchange($0).id == row.exchange.id }
            guard let known else {
                seen.add(row.key)
                new.append(row)
                return .new
            }
            return try stored(known).says(whatIsIn: row) ? .known : .conflicting
        }
        try table.append(new, packed: new.count == batch.rows.count ? batch.blocks : nil)
        return outcomes
    }

    private mutating func exchange(_ number: Int64) throws -> Exchange {
        number > before ? new[Int(number - before) - 1].exchange : try table.exchange(number)
    }

    private mutating func stored(_ number: Int64) throws -> StoredExchange {
        if number > before { return new[Int(number - before) - 1] }
        return StoredExchange(
            exchange: try table.exchange(number), key: 0, text: try table.text(number),
            unknownFields: try table.unknownFields(number))
    }
}
