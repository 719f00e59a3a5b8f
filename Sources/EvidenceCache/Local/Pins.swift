public import Evidence
import Foundation
import HostileText

extension EvidenceCache {
    /// The evidence that is pinned to the next label on a subject, in the order in which it was pinned.
    public func pins(of subject: Subject) throws -> [EvidenceReference] {
        guard let text = try consoleState(EvidenceCache.pinKey(subject)) else { return [] }
        return try JSONDecoder().decode([EvidenceReference].self, from: Data(text.utf8))
    }

    /// Pins a piece of evidence to the next label on a subject; pinning it again takes it off.
    ///
    /// - Returns: what is pinned then.
    @discardableResult
    public func pin(_ evidence: EvidenceReference, to subject: Subject) throws -> [EvidenceReference] {
        var pins = try pins(of: subject)
        if let place = pins.firstIndex(of: evidence) { pins.remove(at: place) } else { pins.append(evidence) }
        try setPins(pins, of: subject)
        return pins
    }

    /// Takes all pins off a subject and gives them, for the label that is being written.
    public func takePins(of subject: Subject) throws -> [EvidenceReference] {
        let pins = try pins(of: subject)
        if !pins.isEmpty { try setPins([], of: subject) }
        return pins
    }

    private func setPins(_ pins: [EvidenceReference], of subject: Subject) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = pins.isEmpty ? nil : String(decoding: try encoder.encode(pins), as: UTF8.self)
        try setConsoleState(EvidenceCache.pinKey(subject), to: text)
    }

    private static func pinKey(_ subject: Subject) -> String {
        "pins \(subject.kind.rawValue) \(subject.text.verbatim)"
    }
}
