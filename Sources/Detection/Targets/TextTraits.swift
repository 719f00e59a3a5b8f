import Evidence
import HostileText

/// What one text says about capability targets, whoever sent it.
struct TextTraits {
    /// The strength of each target, by its place in `CapabilityTarget.allCases`, 0 to 1.
    var strengths: [Double]

    /// Takes what was read before.
    init(strengths: [Double]) {
        self.strengths = strengths
    }

    /// Reads one text: its words by the vocabulary, its shape by its bytes. O(bytes).
    init(_ text: UntrustedText, words: [UInt64], vocabulary: Vocabulary) {
        var silence = Array(repeating: 1.0, count: CapabilityTarget.allCases.count)
        let shape = TextShape(text).features
        var floors = silence
        for hit in vocabulary.hits(in: words, shape: shape) {
            let phrase = vocabulary.phrases[hit.phrase]
            let place = phrase.target.place
            if let part = phrase.part, vocabulary.combinations[part.combination].isFloor {
                floors[place] = min(floors[place], 1 - hit.weight)
            } else {
                silence[place] *= 1 - hit.weight
            }
        }
        if shape.contains(.table) { silence[CapabilityTarget.dataAnalysis.place] *= 0.65 }
        if shape.contains(.opaque) { silence[CapabilityTarget.traceReplay.place] *= 0.85 }
        if shape.contains(.code) { silence[CapabilityTarget.agenticCoding.place] *= 0.6 }
        if shape.contains(.path) { silence[CapabilityTarget.agenticCoding.place] *= 0.8 }
        strengths = zip(silence, floors).map { 1 - min($0, $1, 1) }
    }
}

extension CapabilityTarget {
    /// The target's place among all.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
