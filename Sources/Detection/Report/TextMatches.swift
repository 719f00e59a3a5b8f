import Evidence
import HostileText

/// Where each distinct text holds what the detector looked for, so that what is said a thousand times is matched once.
struct TextMatches {
    /// The most matches listed for one exchange.
    static let mostMatches = 24

    /// The matches of each fixed instruction, by its number.
    let systems: [[TextMatch]]
    /// The matches of each prompt, by its number.
    let prompts: [[TextMatch]]

    /// Matches all distinct texts. Linear in their bytes.
    init(_ observed: Observations, vocabulary: Vocabulary = .shipped) {
        let content = observed.content
        let exchanges = observed.intake.exchanges
        systems = Self.matches(content.systems, content.systemTemplates, .injectedSpan, exchanges, vocabulary)
        prompts = Self.matches(content.prompts, content.promptTemplates, .sharedTemplate, exchanges, vocabulary)
    }

    private static func matches(
        _ table: TextTable, _ miner: TemplateMiner, _ signal: SignalName, _ exchanges: CanonicalExchanges,
        _ vocabulary: Vocabulary
    ) -> [[TextMatch]] {
        Parallel.map(table.count) { number in
            let text = table.text(number, in: exchanges)
            let words = Words(text)
            var matches: [TextMatch] = vocabulary.hits(in: words.hashes, shape: TextShape(text).features).compactMap {
                let phrase = vocabulary.phrases[$0.phrase]
                guard phrase.weight >= 0 else { return nil }
                return TextMatch(
                    part: .system, start: Int(words.starts[$0.word]),
                    end: Int(words.ends[$0.word + phrase.words.count - 1]),
                    signal: phrase.target == .reasoningTrace ? .traceElicitation : .targetFocus, target: phrase.target)
            }
            let template = miner.templateOf[number]
            if template >= 0 {
                let fixed = FixedText(words, covers: miner.covers[number], template: template)
                matches += fixed.ranges.map {
                    TextMatch(part: .system, start: $0.lowerBound, end: $0.upperBound, signal: signal)
                }
                matches += fixed.slots(byteCount: text.byteCount).map {
                    TextMatch(part: .system, start: $0.lowerBound, end: $0.upperBound, signal: nil)
                }
            }
            matches.sort { ($0.start, $0.end, $0.target?.place ?? -1) < ($1.start, $1.end, $1.target?.place ?? -1) }
            return Array(matches.prefix(mostMatches))
        }
    }
}
