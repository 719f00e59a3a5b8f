public import DequeModule
import Digests
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// Hashes what is private in exchanges and packs the rest.
    public func prepare(_ batch: consuming Deque<LoggedExchange>) throws -> PreparedBatch {
        var batch = batch
        var rows: [StoredExchange] = []
        rows.reserveCapacity(batch.count)
        var blocks: [Data] = []
        try pseudonyms.withBook { book in
            let gzip = try GzipPacker()
            while !batch.isEmpty {
                var packer = ExchangeBlock.packer(rows: min(batch.count, ExchangeBlock.most))
                while packer.count < ExchangeBlock.most, !batch.isEmpty {
                    // Taken off the front, and not copied.
                    rows.append(try StoredExchange(batch.removeFirst(), book: &book, key: idKey, packer: gzip))
                    // At once, while it is at hand.
                    ExchangeBlock.add(rows[rows.count - 1].exchange, to: &packer)
                }
                blocks.append(packer.block)
            }
        }
        return PreparedBatch(rows: rows, blocks: blocks)
    }

    /// Hashes what is private in an exchange.
    public func hide(_ logged: LoggedExchange) -> Exchange {
        pseudonyms.withBook { $0.exchange(from: logged) }
    }

    /// Stores exchanges of a log in one transaction.
    public func ingest(_ batch: PreparedBatch) async throws -> [Intake] {
        do {
            return try await database.write { db in
                try self.seen.use(in: db) { seen in
                    var desk = IntakeDesk(ExchangeTable(in: db), knowing: seen.count, taking: batch)
                    return try desk.take(&seen)
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
    private let batch: PreparedBatch
    /// The places in the batch of those that are new.
    private var new: [Int] = []

    init(_ table: ExchangeTable, knowing before: Int64, taking batch: PreparedBatch) {
        self.table = table
        self.before = before
        self.batch = batch
    }

    mutating func take(_ seen: inout SeenExchanges.Table) throws -> [Intake] {
        var outcomes: [Intake] = []
        outcomes.reserveCapacity(batch.rows.count)
        for place in batch.rows.indices {
            let key = batch.rows[place].key
            let known = try seen.find(key) { try exchange($0).id == batch.rows[place].exchange.id }
            if let known {
                outcomes.append(try stored(known).says(whatIsIn: batch.rows[place]) ? .known : .conflicting)
            } else {
                seen.add(key)
                new.append(place)
                outcomes.append(.new)
            }
        }
        if new.count == batch.rows.count {
            try table.append(batch.rows, packed: batch.blocks)
        } else {
            try table.append(new.map { batch.rows[$0] })
        }
        return outcomes
    }

    private mutating func exchange(_ number: Int64) throws -> Exchange {
        number > before ? batch.rows[new[Int(number - before) - 1]].exchange : try table.exchange(number)
    }

    private mutating func stored(_ number: Int64) throws -> StoredExchange {
        if number > before { return batch.rows[new[Int(number - before) - 1]] }
        return StoredExchange(
            exchange: try table.exchange(number), key: 0, text: try table.text(number),
            unknownFields: try table.unknownFields(number))
    }
}
