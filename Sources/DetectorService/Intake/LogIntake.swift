public import DetectorEngine
import Evidence
import Foundation
import HostileText
public import LogFormats

/// The way in for logs, from a file as from a request: into the engine, or into quarantine.
public struct LogIntake: Sendable {
    private let engine: any Engine
    private let directory: StateDirectory

    /// Takes logs into an engine whose quarantine is below a directory.
    public init(into engine: any Engine, quarantine directory: StateDirectory) {
        self.engine = engine
        self.directory = directory
    }

    /// Reads a source to its end. When it returns, everything is stored for good.
    ///
    /// - Parameter progress: told after each batch what was done so far.
    /// - Throws: `LogSourceError` where the source cannot be read; the batches before that are stored. `StateError`.
    public func take(
        _ source: LogSource, reader: LogReader, progress: (IngestSummary) -> Void = { _ in }
    ) async throws -> IngestSummary {
        var desk = Desk(engine: engine, quarantine: Quarantine(in: directory, for: source.fileName))
        let batches = LogBatches { [engine] in try ReadBatch(&$0, for: engine) }
        batches.start(source, reader: reader) { [engine] in engine.hide($0) }
        defer { batches.stop() }
        do {
            for try await batch in batches.stream {
                try await desk.take(batch)
                batches.took()
                progress(desk.summary)
            }
        } catch {
            try desk.finish()
            throw error
        }
        try desk.finish()
        desk.summary.add(batches.summary)
        return desk.summary
    }
}

/// A batch of a source, its exchanges ready to be stored.
private struct ReadBatch: Sendable {
    /// What was read, without the exchanges.
    let items: SortedItems
    let prepared: PreparedBatch

    init(_ items: inout SortedItems, for engine: any Engine) throws {
        prepared = try engine.prepare(items.takeExchanges())
        self.items = items
    }
}

/// Takes the batches of one source.
private struct Desk {
    let engine: any Engine
    let quarantine: Quarantine
    var summary = IngestSummary()

    mutating func take(_ batch: ReadBatch) async throws {
        for refusal in batch.items.refusals { try keep(refusal) }
        let releases = batch.items.releases
        if !releases.isEmpty { summary.releases += try await engine.ingest(releases: releases) }
        guard batch.prepared.count > 0 else { return }
        let intake = try await engine.ingest(batch.prepared)
        for (number, outcome) in intake.enumerated() {
            summary.read += 1
            switch outcome {
            case .new: summary.new += 1
            case .known: summary.known += 1
            case .conflicting: try keep(conflicting: batch.prepared.document(at: number), at: batch.items.place(number))
            }
        }
    }

    mutating func finish() throws {
        if let path = try quarantine.finish() { summary.quarantineFiles.append(path) }
    }

    private mutating func keep(_ refusal: Refusal) throws {
        summary.read += 1
        summary.quarantined += 1
        let reason = "\(refusal.sentence) \(refusal.advice)"
        if summary.firstRefusals.isEmpty {
            let part = refusal.place.part.map { ", part \($0)" } ?? ""
            let place = ", record \(refusal.place.record)\(part): "
            summary.firstRefusals.append(UntrustedText(refusal.place.source.verbatim + place + reason))
        }
        try quarantine.keep(
            UntrustedText(decoding: refusal.bytes), file: refusal.place.source, line: refusal.place.record,
            reason: reason.untrusted)
    }

    private mutating func keep(conflicting document: Data, at place: LogPlace) throws {
        summary.quarantined += 1
        // The line itself is gone by now; what was read of it, without the details that are never stored, stands for it.
        try quarantine.keep(
            UntrustedText(decoding: document), file: place.source, line: place.record,
            reason: "Another exchange with this id and other content was stored before; that one stays.".untrusted)
    }
}

extension LogSource {
    /// The last part of what the source is called, for the name of a quarantine file.
    fileprivate var fileName: String {
        let name = self.name.verbatim
        return name.split(separator: "/").last.map(String.init) ?? name
    }
}

extension String {
    fileprivate var untrusted: UntrustedText { UntrustedText(self) }
}
