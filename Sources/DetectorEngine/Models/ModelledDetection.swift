public import Detection
import Evidence
import Synchronization

/// Detection with the model that a state has in use at that moment, and an eye on how far the signals have moved since.
public final class ModelledDetection: Sendable {
    private let shelf: ModelShelf
    private let allowed: @Sendable () throws -> AllowList
    private let latest = Mutex<[SignalDrift]>([])

    /// Detects with the models of a shelf and what `allowed` says at each time is permitted.
    public init(_ shelf: ModelShelf, allowed: @escaping @Sendable () throws -> AllowList = { AllowList() }) {
        self.shelf = shelf
        self.allowed = allowed
    }

    /// The drift of every signal as of the last findings, the largest first; none while there is nothing to compare with.
    public var drift: [SignalDrift] { latest.withLock { $0 } }

    /// Looks at the exchanges. The first findings of a model on enough accounts are what later ones are compared with.
    ///
    /// - Throws: ``StateError`` where the model in use cannot be read.
    @Sendable public func findings(in input: DetectionInput) throws -> Findings {
        var readings = Readings()
        return try findings(in: input, readings: &readings)
    }

    /// The same, by somebody who keeps what was read of texts for the next run.
    public func findings(in input: DetectionInput, readings: inout Readings) throws -> Findings {
        let model = try shelf.current()
        var input = input
        input.allowed = try allowed()
        var findings = Detector(model: model).findings(in: input, readings: &readings)
        if let reference = try shelf.reference(for: model) {
            let drift = SignalDrift.measure(findings.signals, against: reference)
            latest.withLock { $0 = drift }
            findings.notes = drift.filter { $0.index > SignalDrift.limit }.map(\.note) + findings.notes
        } else if let reference = SignalReference(findings.signals) {
            try shelf.keep(reference, for: model)
        }
        if let note = try shelf.note() { findings.notes.insert(note, at: 0) }
        return findings
    }
}
