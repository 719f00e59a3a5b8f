import Evidence

/// A person who asks about this and that.
struct Chat: Work {
    /// How the person types.
    var style: Style
    /// How many exchanges a conversation has on average.
    var depth: Double
    /// How often the person comes with code, a sum, a table or a picture.
    var interests: [Double]
    /// A subject that the person always comes back to.
    var field: Topic?

    var isTyped: Bool { true }
    var subject: CapabilityTarget? { nil }

    /// Somebody's own way and interests.
    init(random: inout SeededRandom) {
        style = Style(random: &random)
        depth = random.number(1.2..<5)
        interests = (0..<5).map { _ in random.chance(0.3) ? random.number(0.05..<0.5) : 0.01 }
        if random.chance(0.4) { field = random.pick(Topic.all) }
    }

    func turns(_ random: inout SeededRandom) -> Int {
        max(1, min(24, Int(random.logNormal(median: depth, spread: 0.7).rounded())))
    }

    func turn(_ number: Int, in dialogue: inout Dialogue) -> Turn {
        if number == 0, let field, dialogue.writer.random.chance(0.6) { dialogue.writer.topic = field }
        if number == 0, let text = dialogue.text { return text.turn(&dialogue.writer) }
        if dialogue.writer.random.chance(0.35), let special = special(&dialogue.writer) { return special }
        let (text, isForeign) = dialogue.writer.message(style, isFirst: number == 0)
        let kind: ResponseKind = isForeign ? .foreign : .prose
        let response = dialogue.writer.response(kind)
        return Turn(added: [.user(text)], response: response, kind: kind, target: .general)
    }

    private func special(_ writer: inout Writer) -> Turn? {
        guard let place = interests.indices.first(where: { writer.random.chance(interests[$0]) }) else { return nil }
        let (patterns, kind, target) = Chat.specials[place]
        let text = writer.typed(writer.write(oneOf: patterns), style)
        return Turn(
            added: [.user(text)], response: writer.response(kind), kind: kind, target: target,
            images: target == .vision ? writer.random.int(1...2) : 0)
    }

    /// Questions about code, sums, tables, pictures and plans.
    private static let specials: [([Pattern], ResponseKind, CapabilityTarget)] = [
        (
            [Pattern](
                lines: """
                    {Why does this|This} {fails|give me|stops} with "<error>"{?| sometimes.} <code>
                    {How would you|Please} {test|shorten|speed up|comment} this? <code>
                    {Write|I need} <function> in {Python|Go|Swift|Rust|Java|SQL}{, no libraries|, with comments|}.
                    {What does this|Explain this} {log|trace} {mean|}: <log>
                    {Is there|what is} a better way to <verb> {a|the} <object>{ in <path>|}?
                    """), .code, .agenticCoding
        ),
        (
            [Pattern](
                lines: """
                    <maths>
                    {Can you help with my homework|I'm stuck}: <maths> {I got <number>|My answer is <large>|Show the steps please|}
                    <maths> {Explain it step by step|Only the answer|How did you get there?}
                    """), .steps, .reasoningTrace
        ),
        (
            [Pattern](
                lines: """
                    {What|Which} <dimension> {stands out|did best|is odd} here? <table>
                    {Make|Give me} {a summary|a pivot|the averages} of this by <dimension>: <table>
                    {Which formula|How do I} {sums|get} <metric> per <dimension> {in a spreadsheet|}? <table>
                    """), .analysis, .dataAnalysis
        ),
        (
            [Pattern](
                lines: """
                    {What is|what's} {on this picture|this thing}? {It's|I think it is} {a|the} <chart>
                    {Read|Type out} {the text|the numbers} {in|on} {this|my} {photo|scan}{ of a <trade> bill|}
                    {Is|Does} the <thing> in {the|this} photo {broken|look right}?
                    """), .prose, .vision
        ),
        (
            [Pattern](
                lines: """
                    {Break|Split} "<goal>" into {tasks|steps} for {the week|<small> people}, {who does what|with dates}
                    {Help me plan|I'm organising} a <thing> {project|weekend} {in <city>|for <number> people}: {first steps?|what could go wrong?}
                    """), .prose, .agenticPlanning
        ),
    ]
}
