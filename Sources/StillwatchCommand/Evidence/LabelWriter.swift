import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation

/// Writes label events, all in one transaction, and says what was written.
struct LabelWriter {
    private let cache: EvidenceCache
    private let analyst: UntrustedText

    init(_ who: CacheArguments) throws {
        let surroundings = try Surroundings()
        cache = try who.open(in: surroundings)
        analyst = who.analyst(in: surroundings)
    }

    /// Writes one event a subject.
    ///
    /// - Throws: a ``Failure`` that names the ids that are neither an account's nor a cluster's; nothing is written then.
    func write(_ ids: [String], _ fill: (inout LabelEvent) -> Void) throws -> [LabelEvent] {
        let now = Surroundings.clock()
        let things = try ThingFinder(cache: cache, analyst: analyst).subjects(named: ids)
        let events = try things.map { subject in
            var event = LabelEvent(
                id: UUID().uuidString.lowercased(), subject: subject, label: nil, analyst: analyst, at: now,
                supersedes: try cache.label(of: subject, by: analyst)?.event, guideline: ProgramVersion.guideline)
            fill(&event)
            return event
        }
        try cache.record(events)
        return events
    }

    static func report(_ events: [LabelEvent], asJSON: Bool) throws {
        if asJSON {
            var listing = Listing(columns: ["id", "subject", "label", "analyst", "at", "confidence", "supersedes"])
            listing.rows = events.map { event in
                [
                    Value(event.id), .text(event.subject.text), event.label.map { Value($0.rawValue) } ?? .none,
                    .text(event.analyst), Value(event.at), Value(event.confidence.rawValue),
                    event.supersedes.map { Value($0) } ?? .none,
                ]
            }
            Output.print(listing.array)
            return
        }
        for event in events {
            let what = event.label.map { "\($0.rawValue), \(event.confidence.word)" } ?? "no label"
            Output.print("\(Output.safe(event.subject.text)): \(what)")
        }
    }
}
