import Evidence

extension Vocabulary {
    /// Words that people and programs use when they ask for each target. Written by hand and kept small: wording alone
    /// does not carry from one source to the next, so that no score may rest on it.
    static let shipped = Vocabulary(
        reasoning + grading + rewriting + coding + calling + planning + screens + sight + data + making + training
            + replay + probing + doubts,
        asksForReasoning + mathematics + gradings + rewritings + codings + repairs + callings + plannings + operations
            + errands
            + devices + bookings + looks + analyses + generations + trainings + replays + probes)

    static func phrases(_ target: CapabilityTarget, _ weights: [Double: [String]]) -> [Phrase] {
        weights.sorted { $0.key > $1.key }.flatMap { weight, texts in texts.map { Phrase($0, target, weight) } }
    }
}
