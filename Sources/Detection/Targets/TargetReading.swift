import Evidence
import HostileText

/// Which capability targets each exchange speaks for.
struct TargetReading {
    /// The least strength that counts; below it an exchange is `general`.
    static let least = 0.3

    /// The top target of each exchange.
    private(set) var top: [CapabilityTarget] = []
    /// Strengths in blocks of one for each target.
    private var strengths: [Float] = []
    /// The block of each exchange; −1 for one that speaks for nothing, as all do where the log carries neither text nor tools.
    private var blockOf: [Int32] = []

    /// Reads all exchanges: the system prompt counts four fifths, the prompt and the shape in full. O(bytes).
    init(
        _ exchanges: CanonicalExchanges, system: TextTable, prompts: TextTable, readings: inout Readings,
        vocabulary: Vocabulary = .shipped
    ) {
        let systemTraits = Self.traits(system, exchanges, vocabulary, &readings)
        let promptTraits = Self.traits(prompts, exchanges, vocabulary, &readings)
        let continuation = Continuation()
        var kinds: [UntrustedText: ToolKind] = [:]
        top.reserveCapacity(exchanges.count)
        blockOf.reserveCapacity(exchanges.count)
        for place in exchanges.indices {
            var silence = Array(repeating: 1.0, count: CapabilityTarget.allCases.count)
            let systemText = Int(system.textOf[place])
            let promptText = Int(prompts.textOf[place])
            if systemText >= 0 { Self.weigh(systemTraits[systemText], 0.8, &silence) }
            if promptText >= 0 {
                Self.weigh(promptTraits[promptText], 1, &silence)
                let words = prompts.words[promptText]
                if let text = continuation.beginning(of: exchanges[place].text, lastTurn: words) {
                    Self.weigh(Self.traits(text, vocabulary, &readings), 0.8, &silence)
                }
            }
            ExchangeShape(exchanges[place], kinds: &kinds).weigh(&silence)
            append(silence)
        }
    }

    /// The strengths of one exchange that count, highest first.
    func scores(at place: Int) -> [TargetScore] {
        let targets = CapabilityTarget.allCases
        return targets.indices.compactMap { number in
            let strength = strength(of: targets[number], at: place)
            return strength >= Self.least ? TargetScore(target: targets[number], score: strength) : nil
        }.sorted { ($1.score, $0.target.place) < ($0.score, $1.target.place) }
    }

    /// The strength of one target in one exchange.
    func strength(of target: CapabilityTarget, at place: Int) -> Double {
        let block = Int(blockOf[place])
        return block < 0 ? 0 : Double(strengths[block * CapabilityTarget.allCases.count + target.place])
    }

    private mutating func append(_ silence: [Double]) {
        let strengths = silence.map { 1 - $0 }
        let speaks = strengths.contains { $0 != 0 }
        blockOf.append(speaks ? Int32(self.strengths.count / silence.count) : -1)
        if speaks { self.strengths += strengths.map { Float($0) } }
        top.append(CapabilityTarget.top(strengths, least: Self.least))
    }

    private static func weigh(_ traits: TextTraits, _ share: Double, _ silence: inout [Double]) {
        for target in silence.indices { silence[target] *= 1 - share * traits.strengths[target] }
    }

    private static func traits(_ text: UntrustedText, _ vocabulary: Vocabulary, _ readings: inout Readings)
        -> TextTraits
    {
        let hash = StableHash.of(text.verbatim)
        let words = readings.words(of: text, hash: hash)
        return readings.traits(hash: hash) { TextTraits(text, words: words, vocabulary: vocabulary) }
    }

    private static func traits(
        _ table: TextTable, _ exchanges: CanonicalExchanges, _ vocabulary: Vocabulary, _ readings: inout Readings
    ) -> [TextTraits] {
        (0..<table.count).map { number in
            readings.traits(hash: table.hashes[number]) {
                TextTraits(
                    table.text(number, in: exchanges), words: table.words[number], vocabulary: vocabulary)
            }
        }
    }
}
