public import Detection
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// The labels received, in the order in which they came.
    public func labels() async throws -> [GivenLabel] {
        try await database.read { db in
            try Data.fetchAll(db, sql: "SELECT document FROM event WHERE kind = 'label' ORDER BY rowid").map {
                let circumstances = try FeedDocument.decode(LabelCircumstances.self, from: $0)
                return GivenLabel(
                    event: try FeedDocument.decode(LabelEvent.self, from: $0),
                    sampling: circumstances.samplingProbability, gold: circumstances.gold)
            }
        }
    }

    /// What the last score knows of some accounts; those that it does not know are left out.
    public func known(_ accounts: Set<AccountID>) async throws -> [AccountID: Learning.Known] {
        try await database.read { db in
            let find = try db.cachedStatement(
                sql: "SELECT document FROM feedRecord WHERE kind = ? AND id = ? AND document IS NOT NULL")
            func document(_ kind: FeedKind, _ id: String) throws -> Data? {
                try Data.fetchOne(find, arguments: [kind.rawValue, Data(id.utf8)])
            }
            let signals = try EmbeddedEngine.values(of: accounts, in: db)
            var known: [AccountID: Learning.Known] = [:]
            for id in accounts {
                guard let bytes = try document(.account, id.text.verbatim) else { continue }
                let account = try FeedDocument.decode(Account.self, from: bytes)
                let group =
                    account.cluster.map { "cluster " + $0.text.verbatim }
                    ?? account.organisation.map { "organisation " + $0.text.verbatim } ?? "account " + id.text.verbatim
                known[id] = (group, signals[id] ?? [:])
            }
            return known
        }
    }
}

extension EmbeddedEngine {
    /// The signals of some accounts that have a value. O(signals).
    private static func values(
        of accounts: Set<AccountID>, in db: Database
    ) throws -> [AccountID: [SignalName: Double]] {
        var values: [AccountID: [SignalName: Double]] = [:]
        try FeedBlockTable(db: db).each(.signal) { _, reader in
            guard case .signal(let signal) = try ThingRow(&reader, of: .signal).body?.read(as: .signal),
                case .account(let id) = signal.subject, accounts.contains(id)
            else { return }
            values[id, default: [:]][signal.name] = signal.value
        }
        return values
    }
}

/// What a label's document may say besides the label itself.
private struct LabelCircumstances: Decodable {
    /// The probability with which the subject was picked to be labelled.
    var samplingProbability: Double?
    /// What the subject is known to be, for a gold item.
    var gold: Label?
}
