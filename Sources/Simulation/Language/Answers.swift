/// What the model answers.
enum Answers {
    /// Sentences about a topic.
    static let prose = [Pattern](
        lines: """
            {Most|Many} people {start with|look at|check} the <thing> {first|before the <other>}, {because|since} it {is cheap to change|shows the cause|affects everything else}.
            {If the <thing> <problem>|When it <problem>}, {wait <small> days|try another <other>|note when it happens} {and compare|before you spend <money>}.
            A <thing> {usually|rarely|often} lasts {about|at least} <number> {weeks|months|years}{ in <city>|}.
            {To <goal>|In order to <goal>}, {plan|allow} {at least|about} <small> {hours|days} {and|plus} {a second <other>|<money> of reserve}.
            {The|One} {main|common|simplest} {reason|mistake|trick} {is|concerns} the <other>, {not the <thing>|which people forget|above all in <month>}.
            {Ask|Write to} {the <trade>|<person>|someone in <city>} {and|to} {keep a copy|get it in writing|agree on a date}.
            {There is|I see} no {single|perfect} answer: {the <thing> matters|<other> and budget decide|it depends on the <other>}.
            {In short|Overall|So}, {keep the <thing>|change the <other>|do both} {and|then} {see how it goes|check again in <small> weeks|<goal>}.
            {Here is|This is} {a plan|an outline|a start} {in <small> steps|you can adapt|for <weekday>}: {first the <thing>|check the <other>}, then {the rest|<goal>}.
            {Around|In} <year> {the|a} <thing> {was|became} {common|expensive|rare} in <city>, {which explains|and hence} the <other>.
            """)

    /// Openings.
    static let openings = [Pattern](
        lines: """
            {Sure|Of course|Happy to help|Good question|Certainly}{.|!|:}
            {Here's|Here is} {a short answer|what I would do|one way}.
            {That|This} {sounds annoying|is common|depends}.
            {Short answer|Yes|No|Partly}: {it depends|see below|with care}.
            """)

    /// Steps of a written-out reasoning.
    static let steps = [Pattern](
        lines: """
            {First|To begin}, {restate|note} what is given: <number>, <small> and {the unknown|x}.
            {Next|Then}, {apply|use} {the definition|linearity|conservation|the bound|induction} {to get|which gives} <number>/<small> = <number>.
            {Check|Verify}: {for n = <small>|at the boundary|with <number>} {this holds|we get <large>|the two sides agree}.
            {Wait|However}, {the case <small>|the sign|the unit} {needs care|differs}, so {subtract|divide by} <number>.
            {Substituting|Collecting terms}, {the left side|the sum} {becomes|equals} <large>.
            {Alternatively|Another way}: {count pairs|draw the graph|look at residues mod <small>}, {same result|again <number>}.
            {Therefore|Hence|So} {the answer|the value} is <number>{.|, as required.}
            {I considered|One might try} <field>, {but|though} {it fails for <small>|the simpler way suffices}.
            """)

    /// Refusals.
    static let refusals = [Pattern](
        lines: """
            {I can't|I cannot|I'm not able to} help with {that|this request}{.|, but I can talk about it in general.}
            {Sorry|I'm sorry}, {that is|this is} {outside|not something within} what I can {do|share}.
            """)

    /// Errors of the platform and of the way to it.
    static let errors = [
        "overloaded", "rate_limited", "timeout", "invalid_request", "connection_closed", "context_too_long",
    ]
}

/// What kind of response a task brings.
enum ResponseKind: Sendable {
    case prose, steps, score, verdict, json, label, code, rewrite, tasks, action, call, analysis, foreign
}

extension Writer {
    /// A response to a prompt; the log keeps at most its beginning.
    mutating func response(_ kind: ResponseKind) -> String {
        switch kind {
        case .prose: return write(oneOf: Answers.openings) + " " + essay(sentences: random.int(1...4))
        case .steps:
            return (0..<random.int(3...6)).map { "\($0 + 1). " + write(oneOf: Answers.steps) }.joined(separator: "\n")
        case .score: return write(Phrases.scoreAnswer)
        case .verdict: return write(Phrases.verdictAnswer)
        case .json: return "{\"\(fill("criterion"))\": \(fill("small")), \"note\": \"\(fill("adjective"))\"}"
        case .label: return write(Phrases.labelAnswer)
        case .code: return write(Phrases.codeAnswer) + code()
        case .rewrite: return write(Phrases.rewriteAnswer)
        case .tasks: return tasks()
        case .action: return write(Phrases.actionAnswer)
        case .call: return write(Phrases.callAnswer)
        case .analysis: return write(Phrases.analysisAnswer) + essay(sentences: 1)
        case .foreign: return foreignAnswer()
        }
    }

    private mutating func tasks() -> String {
        (1...random.int(2...4)).map { "\($0). " + write(Phrases.task) }.joined(
            separator: "\n")
    }

    private mutating func foreignAnswer() -> String {
        let tongue = tongue ?? random.pick(Tongue.all)
        nouns = tongue.nouns
        defer { nouns = nil }
        return write(oneOf: tongue.answers)
    }
}
