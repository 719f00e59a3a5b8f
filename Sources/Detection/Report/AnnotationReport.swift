import Evidence
import HostileText

/// What was found in each exchange.
struct AnnotationReport {
    private let observed: Observations
    private let input: DetectionInput
    private let texts: TextMatches

    /// - Parameter texts: what was found in the distinct texts.
    init(_ observed: Observations, of input: DetectionInput, texts: TextMatches) {
        self.observed = observed
        self.input = input
        self.texts = texts
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
        located(.system, observed.content.systems, texts.systems, place)
            + located(.prompt, observed.content.prompts, texts.prompts, place)
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
}
