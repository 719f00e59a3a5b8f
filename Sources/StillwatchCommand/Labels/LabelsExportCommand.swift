import ArgumentParser
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation

/// Writes labels out.
struct LabelsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes labels on standard output, oldest first.",
        discussion: """
            Your own labels that hold. With --everybody others' too: then the log says that you looked.

            Examples:
              stillwatch labels export > labels.jsonl
              stillwatch labels export --history --format csv
              stillwatch labels export --everybody --format label-studio
            """)

    @Option(help: "How: jsonl, csv or label-studio.")
    var format = LabelFormat.jsonl
    @Switch(help: "Every event, also those that were taken back or replaced.")
    var history = false
    @Switch(help: "Everybody's labels; the log says that you looked.")
    var everybody = false
    @Switch(help: "Leaves CSV cells that look like formulas as they are.")
    var raw = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        var viewer = who.viewer(in: surroundings)
        if everybody {
            viewer.sight = .all(try cache.revealLabels(of: nil, by: viewer.analyst, at: viewer.now))
        }
        let events = try cache.allLabels(for: viewer)
        let replaced = Set(events.compactMap(\.supersedes))
        let wanted = history ? events : events.filter { $0.label != nil && !replaced.contains($0.id) }
        if format == .labelStudio {
            Output.print(try LabelStudioTask.text(of: wanted))
        } else {
            for line in Listing(labels: wanted).lines(format == .csv ? .csv : .jsonl, isRaw: raw) { Output.print(line) }
        }
        Output.say("\(Count.text(wanted.count, of: events.count)) label events")
    }
}

extension Listing {
    /// Labels in the fields that an import reads.
    fileprivate init(labels events: [LabelEvent]) {
        self.init(columns: LabelLine.fields)
        rows = events.map { event in
            [
                Value(event.id), Value(event.subject.kind.rawValue), .text(event.subject.text),
                event.label.map { Value($0.rawValue) } ?? .none, .text(event.analyst), Value(event.at),
                Value(event.confidence.rawValue), event.supersedes.map { Value($0) } ?? .none, .list(event.reasons),
                Value(event.note), Value(event.guideline), .flag(event.isBlind), Value(event.scoreSeen),
                event.view.map { Value($0) } ?? .none, .list(event.evidence.map(\.word)),
            ]
        }
    }
}

/// A task of Label Studio: one subject with what analysts chose.
private struct LabelStudioTask: Encodable {
    var data: [String: String]
    var annotations: [Annotation] = []

    struct Annotation: Encodable {
        var completed_by: String
        var created_at: String
        var result: [Choice]
    }

    struct Choice: Encodable {
        var from_name = "label"
        var to_name = "subject"
        var type = "choices"
        var value: [String: [String]]
    }

    /// The tasks of these labels, as one array.
    static func text(of events: [LabelEvent]) throws -> String {
        var tasks: [Subject: LabelStudioTask] = [:]
        for event in events {
            guard let label = event.label else { continue }
            let data = ["subject": event.subject.text.verbatim, "kind": event.subject.kind.rawValue]
            tasks[event.subject, default: LabelStudioTask(data: data)].annotations.append(
                Annotation(
                    completed_by: event.analyst.verbatim, created_at: event.at.text,
                    result: [Choice(value: ["choices": [label.rawValue]])]))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(tasks.sorted { $0.key < $1.key }.map(\.value)), as: UTF8.self)
    }
}
