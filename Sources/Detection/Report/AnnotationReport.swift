import Evidence
import HostileText

/// What was found in each exchange.
struct AnnotationReport {
    /// The most matches listed for one exchange.
    static let mostMatches = 24

    private let observed: Observations
    private let input: DetectionInput
    /// The matches of each distinct text, so that what is said a thousand times is matched once.
    private let systemMatches: [[TextMatch]]
    private let promptMatches: [[TextMatch]]

    /// Matches all distinct texts.
    init(_ observed: Observations, of input: DetectionInput, vocabulary: Vocabulary = .shipped) {
        self.observed = observed
        self.input = input
        let content = observed.content
        systemMatches = Self.matches(content.systems, content.systemTemplates, .injectedSpan, observed, vocabulary)
        promptMatches = Self.matches(content.prompts, content.promptTemplates, .sharedTemplate, observed, vocabulary)
    }

    /// The annotations, aligned with the input's exchanges.
    var annotations: Derived<ExchangeAnnotation> {
        Derived(count: input.exchanges.count) { [self] in annotation(of: $0) }
    }

    /// What was found in one of the input's exchanges.
    private func annotation(of index: Int) -> ExchangeAnnotation {
        let conversation = observed.sessions.name(ofInput: index, input: input)
        var annotation = ExchangeAnnotation(
            exchange: input.exchanges[index].id, conversation: conversation.id,
            conversationIsInferred: conversation.isInferred)
        guard let place = observed.intake.place(ofInput: index) else { return annotation }
        annotation.target = observed.targets.top[place]
        annotation.targetScores = observed.targets.scores(at: place)
        annotation.template = template(at: place)
        annotation.matches = matches(at: place)
        return annotation
    }

    private func template(at place: Int) -> TemplateID? {
        let prompt = observed.content.promptTemplate(at: place)
        if prompt >= 0 { return observed.content.templateID(prompt, kind: .template) }
        let system = observed.content.systemTemplate(at: place)
        return system < 0 ? nil : observed.content.templateID(system, kind: .span)
    }

    private func matches(at place: Int) -> [TextMatch] {
        located(.system, observed.content.systems, systemMatches, place)
            + located(.prompt, observed.content.prompts, promptMatches, place)
    }

    private func located(
        _ part: TextTable.Part, _ table: TextTable, _ found: [[TextMatch]], _ place: Int
    ) -> [TextMatch] {
        guard table.textOf[place] >= 0, !found[Int(table.textOf[place])].isEmpty,
            let source = TextTable.text(part, of: observed.intake.exchanges[place].text)
        else { return [] }
        return found[Int(table.textOf[place])].map { match in
            var match = match
            match.part = source.message < 0 ? .system : .message(source.message)
            return match
        }
    }

    private static func matches(
        _ table: TextTable, _ miner: TemplateMiner, _ signal: SignalName, _ observed: Observations,
        _ vocabulary: Vocabulary
    ) -> [[TextMatch]] {
        Parallel.map(table.count) { number in
            let text = table.text(number, in: observed.intake.exchanges)
            let words = Words(text)
            var matches = vocabulary.hits(in: words.hashes, shape: TextShape(text).features).map { hit in
                let phrase = vocabulary.phrases[hit.phrase]
                return TextMatch(
                    part: .system, start: Int(words.starts[hit.word]),
                    end: Int(words.ends[hit.word + phrase.words.count - 1]),
                    signal: phrase.target == .reasoningTrace ? .traceElicitation : .targetFocus, target: phrase.target)
            }
            let template = miner.templateOf[number]
            if template >= 0 {
                let fixed = FixedText(text, covers: miner.covers[number], template: template)
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
