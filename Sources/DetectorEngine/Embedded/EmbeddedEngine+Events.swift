import Digests
import Evidence
public import Feed
import Foundation
import GRDB
public import HostileText

extension EmbeddedEngine {
    /// Stores what an analyst did, in one transaction. All but activity goes into the feed at once, for the
    /// other analysts.
    public func receive(_ events: [EventBatch.Entry], from analyst: UntrustedText) async throws -> EventReceipt {
        let at = now().milliseconds
        return try await database.write { db in
            var desk = try EventDesk(in: db, analyst: analyst, at: at)
            let results = try events.map { try desk.answer($0) }
            try desk.finish()
            return EventReceipt(results: results, chain: try self.countersign(desk.newestLine))
        }
    }
}

extension EmbeddedEngine {
    /// Signs the newest line of an analyst's log, so that it cannot be rewritten unseen from here on.
    private func countersign(_ head: (number: Int, hash: String)?) throws -> EventReceipt.Countersignature? {
        guard let head else { return nil }
        let signature = try signingKey.signature(of: "\(head.number) \(head.hash)".utf8)
        return EventReceipt.Countersignature(
            number: head.number, head: head.hash, signature: Data(signature).base64EncodedString(),
            publicKey: Data(signingKey.publicKey).base64EncodedString())
    }
}

/// Takes events in, one after the other, within a transaction of its caller.
struct EventDesk {
    private let db: Database
    private let analyst: UntrustedText
    private let at: Int64
    private var feed: FeedWriter
    /// The newest line of the caller's log that was sent and is held now.
    private(set) var newestLine: (number: Int, hash: String)?

    init(in db: Database, analyst: UntrustedText, at: Int64) throws {
        self.db = db
        self.analyst = analyst
        self.at = at
        feed = try FeedWriter(in: db)
    }

    mutating func finish() throws {
        try feed.finish()
    }

    /// Stores one event, or says why not.
    mutating func answer(_ entry: EventBatch.Entry) throws -> EventReceipt.Result {
        let outcome: Refusal?
        do {
            switch try entry.content.get() {
            case .label(let label): outcome = try take(label, entry)
            case .mute(let mute): outcome = try take(mute.analyst, entry)
            case .outcome(let event): outcome = try take(event, entry)
            case .activity(let activity):
                outcome = try take(activity, entry)
                if outcome == nil || outcome == .known, activity.number > newestLine?.number ?? 0 {
                    newestLine = (activity.number, activity.hash)
                }
            }
        } catch let fault as EventBatch.Unreadable {
            outcome = .unreadable(fault)
        }
        switch outcome {
        case nil: return .init(id: entry.id, outcome: .stored)
        case .known: return .init(id: entry.id, outcome: .known)
        case .some(let refusal): return .init(id: entry.id, outcome: .refused, reason: refusal.reason)
        }
    }

    private enum Refusal: Equatable {
        case known
        case unreadable(EventBatch.Unreadable)
        case anotherName
        case notAUUID
        case idUsed
        case supersedesAnothers
        case takesBackAnothers
        case hashDiffers
        case lineBeforeDiffers
        case lineBeforeContinued

        var reason: String {
            switch self {
            case .known: "It is known."
            case .unreadable(.unknownKind): "This detector does not take events of that kind."
            case .unreadable(.malformed(let place)): "The event cannot be read at \(place.debugDescription)."
            case .unreadable(.idDiffers): "The id beside the event is not the one inside it."
            case .anotherName: "The event is in another analyst's name than the token."
            case .notAUUID: "An event's id is a lower-case UUID."
            case .idUsed: "Another event with this id was stored before."
            case .supersedesAnothers: "The event replaces one of another analyst."
            case .takesBackAnothers: "The event takes back one of another analyst."
            case .hashDiffers: "The line's hash is not that of its content; it was changed."
            case .lineBeforeDiffers: "The line before this one has another number; the log was rewritten."
            case .lineBeforeContinued: "The line before this one is followed by another; the log was rewritten."
            }
        }
    }

    private mutating func take(_ label: LabelEvent, _ entry: EventBatch.Entry) throws -> Refusal? {
        if let before = label.supersedes, try isAnothers(before) { return .supersedesAnothers }
        return try take(label.analyst, entry)
    }

    private mutating func take(_ event: Outcome, _ entry: EventBatch.Entry) throws -> Refusal? {
        if let before = event.takesBack, try isAnothers(before) { return .takesBackAnothers }
        return try take(event.analyst, entry)
    }

    /// Whether an event is held here in another analyst's name.
    private func isAnothers(_ id: String) throws -> Bool {
        let owner = try Data.fetchOne(db, sql: "SELECT analyst FROM event WHERE id = ?", arguments: [id])
        return owner.map { $0 != Data(analyst.verbatim.utf8) } ?? false
    }

    private mutating func take(_ author: UntrustedText, _ entry: EventBatch.Entry) throws -> Refusal? {
        guard author == analyst else { return .anotherName }
        guard let uuid = UUID(uuidString: entry.id), uuid.uuidString.lowercased() == entry.id else { return .notAUUID }
        if let known = try Data.fetchOne(db, sql: "SELECT document FROM event WHERE id = ?", arguments: [entry.id]) {
            return known == entry.document ? .known : .idUsed
        }
        try db.execute(
            sql: "INSERT INTO event (id, kind, analyst, receivedAt, document) VALUES (?, ?, ?, ?, ?)",
            arguments: [entry.id, entry.kind, Data(analyst.verbatim.utf8), at, entry.document])
        let kind = FeedKind(rawValue: entry.kind)
        try feed.put(kind, Data(entry.id.utf8), revision: 1, document: entry.document)
        return nil
    }

    private func take(_ line: Activity, _ entry: EventBatch.Entry) throws -> Refusal? {
        guard line.actor == analyst else { return .anotherName }
        let author = Data(analyst.verbatim.utf8)
        if let known = try Data.fetchOne(
            db, sql: "SELECT document FROM activity WHERE hash = ?", arguments: [line.hash])
        {
            return known == entry.document ? .known : .idUsed
        }
        guard HashChain.hash(of: line.chainRow, after: line.previous) == line.hash else { return .hashDiffers }
        if line.number > 1 {
            // A line in another name is refused, so that the one before may be missing here without any fault.
            let before = try Int.fetchOne(
                db, sql: "SELECT number FROM activity WHERE hash = ?", arguments: [line.previous])
            guard before == nil || before == line.number - 1 else { return .lineBeforeDiffers }
            let isContinued = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM activity WHERE previous = ?", arguments: [line.previous])
            guard isContinued == nil else { return .lineBeforeContinued }
        }
        try db.execute(
            sql: "INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [line.hash, author, line.number, line.previous, at, entry.document])
        return nil
    }
}

extension Activity {
    /// What the chain's hash covers: all of the line but the hash, as a cache spells it.
    fileprivate var chainRow: CanonicalJSON {
        [
            "number": .integer(Int64(number)), "at": .integer(at.milliseconds), "actor": .string(actor.verbatim),
            "action": .string(action.rawValue), "subject": subject.map { .string($0.verbatim) } ?? .null,
            "details": .string(details), "previous": .string(previous),
        ]
    }
}
