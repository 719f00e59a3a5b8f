public import Evidence
import Feed
import Foundation
import GRDB
public import HostileText

extension SQLRow {
    /// The thing whose document a column holds.
    func document<Thing: Decodable>(_ column: Int32, as type: Thing.Type = Thing.self) throws -> Thing {
        do {
            return try FeedDocument.decode(type, from: Data(bytes(column)))
        } catch {
            throw CacheProblem.damaged("a stored document cannot be read: \(type)")
        }
    }

    func optionalDocument<Thing: Decodable>(_ column: Int32, as type: Thing.Type = Thing.self) throws -> Thing? {
        isNull(column) ? nil : try document(column, as: type)
    }
}

/// A label as it stands.
public struct CurrentLabel: Hashable, Sendable {
    /// The event that gave it.
    public var event: String
    /// The label.
    public var label: Label
    /// Who gave it.
    public var analyst: UntrustedText
    /// When.
    public var at: Instant
    /// How sure.
    public var confidence: Confidence
}

extension CurrentLabel {
    static let columns = "h.event, h.label, h.analyst, h.at, h.confidence"

    /// Reads ``columns``; `nil` where no label holds.
    init?(_ row: SQLRow, from first: Int32) {
        guard !row.isNull(first), let label = Label(rawValue: row.string(first + 1)) else { return nil }
        event = row.string(first)
        self.label = label
        analyst = row.untrusted(first + 2)
        at = row.instant(first + 3)
        confidence = Confidence(rawValue: row.int(first + 4)) ?? .suspected
    }

    /// Joins the viewer's own label of a subject as `h`, with the analyst bound once.
    static func join(kind: String, subject: String) -> String {
        "LEFT JOIN labelHead h ON h.subject = \(subject) AND h.kind = \(kind) AND h.analyst = ? AND h.label IS NOT NULL"
    }
}
