import Evidence

/// One instruction over varied inputs, in one request or with a follow-up: a small application, a batch job, a harvest.
struct Task: Work {
    /// The instruction that comes apart from the messages.
    var system: Pattern?
    /// The requests, of which one is taken each time.
    var prompts: [Pattern]
    /// What may be asked afterwards.
    var followUps: [Pattern] = []
    /// How often something is asked afterwards.
    var followChance = 0.0
    /// What comes back.
    var kind: ResponseKind
    /// What it extracts.
    var target: CapabilityTarget
    /// The tools offered.
    var tools: [Tool] = []
    /// The images in a request.
    var images: ClosedRange<Int> = 0...0
    /// A span of text put into each request.
    var span: InjectedSpan?
    /// The temperature.
    var temperature: Double?
    /// How often an input comes again: a sample more, a retry, a test.
    var repeats = 0.02
    /// The number of inputs that are repeated.
    var pool = 24

    var isTyped: Bool { false }
    var subject: CapabilityTarget? { target }

    func turns(_ random: inout SeededRandom) -> Int {
        var turns = 1
        while turns < 9, !followUps.isEmpty, random.chance(followChance) { turns += 1 }
        return turns
    }

    func turn(_ number: Int, in dialogue: inout Dialogue) -> Turn {
        if number == 0, let system { dialogue.system = dialogue.writer.write(system) }
        if number == 0, let text = dialogue.text { return turn(of: text, &dialogue.writer) }
        var text: String
        if number == 0, dialogue.writer.random.chance(repeats) {
            // The same chance as before gives the same words again.
            var again = Writer(random: SeededRandom(seed: 0x5eed, dialogue.writer.random.below(pool)))
            text = again.write(oneOf: prompts)
        } else {
            text = dialogue.writer.write(oneOf: number == 0 ? prompts : followUps)
        }
        if let span { text = span.put(into: text, &dialogue.writer) }
        return Turn(
            added: [.user(text)], response: dialogue.writer.response(kind), kind: kind, target: target,
            tools: tools, images: dialogue.writer.random.int(images), temperature: temperature)
    }

    private func turn(of text: ExternalText, _ writer: inout Writer) -> Turn {
        var turn = text.turn(&writer)
        turn.target = text.capability ?? target
        if span != nil || prompts.contains(where: \.takesInput) {
            let request = writer.write(oneOf: prompts, about: text.prompt)
            turn.added = [.user(span?.put(into: request, &writer) ?? request)]
        }
        turn.temperature = temperature
        if turn.tools.isEmpty { turn.tools = tools }
        return turn
    }
}

/// A fixed piece of text that somebody's program puts into every request.
struct InjectedSpan: Sendable {
    /// The text.
    var text: String
    /// Where it goes.
    var position: Position
    /// How often a hidden character slips in with it.
    var hidden = 0.0

    /// Where a span goes.
    enum Position: CaseIterable, Sendable { case prefix, middle, suffix }

    /// The request with the span in it.
    func put(into request: String, _ writer: inout Writer) -> String {
        let span = writer.random.chance(hidden) ? HiddenText.salted(text, &writer.random) : text
        switch position {
        case .prefix: return span + "\n\n" + request
        case .suffix: return request + "\n\n" + span
        case .middle:
            let words = request.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count > 4 else { return request + " " + span }
            let cut = writer.random.int(words.count / 3...(2 * words.count / 3))
            return (words[..<cut] + [Substring(span)] + words[cut...]).joined(separator: " ")
        }
    }
}

/// Characters that show nothing, as they come with copied text or are put in on purpose.
enum HiddenText {
    /// The text with a few hidden characters.
    static func salted(_ text: String, _ random: inout SeededRandom) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let place = random.below(words.count)
        var salted = words
        let hidden: [String] = [
            "\u{200b}", "\u{2060}", "\u{feff}", "\u{200d}", tags("id\(random.below(90))"), "\u{ad}",
        ]
        salted[place] += random.pick(hidden)
        if random.chance(0.4) { salted[random.below(words.count)] += "\u{200b}" }
        return salted.joined(separator: " ")
    }

    /// The text in tag characters, U+E0000 and above.
    private static func tags(_ text: String) -> String {
        var tags = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let tag = Unicode.Scalar(0xe0000 + scalar.value) { tags.append(tag) }
        }
        return String(tags)
    }
}
