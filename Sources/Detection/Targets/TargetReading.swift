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
        let openingTraits = Self.openings(exchanges, prompts, vocabulary, &readings)
        let speaks = Parallel.map(exchanges.count) { !ExchangeShape.isSilent(at: $0, of: exchanges) }
        let kinds = Self.kinds(exchanges.indices.lazy.filter { speaks[$0] }.map { exchanges[$0] })
        let read = Parallel.map(exchanges.count) { place in
            guard speaks[place] else {
                return (CapabilityTarget.general, [Float]?.none)
            }
            var silence = Array(repeating: 1.0, count: CapabilityTarget.allCases.count)
            let systemText = Int(system.textOf[place])
            let promptText = Int(prompts.textOf[place])
            if systemText >= 0 { Self.weigh(systemTraits[systemText], 0.8, &silence) }
            if promptText >= 0 { Self.weigh(promptTraits[promptText], 1, &silence) }
            if let opening = openingTraits[place] { Self.weigh(opening, 0.8, &silence) }
            ExchangeShape(exchanges[place], kinds: kinds).weigh(&silence)
            let strengths = silence.map { 1 - $0 }
            let top = CapabilityTarget.top(strengths, least: Self.least)
            return (top, strengths.contains { $0 != 0 } ? strengths.map { Float($0) } : nil)
        }
        top = read.map(\.0)
        blockOf.reserveCapacity(exchanges.count)
        for (_, strengths) in read {
            blockOf.append(strengths.map { Int32(self.strengths.count / $0.count) } ?? -1)
            self.strengths += strengths ?? []
        }
    }

    /// The strengths of one exchange that count, highest first.
    func scores(at place: Int) -> [TargetScore] {
        guard blockOf[place] >= 0 else { return [] }
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

    private static func weigh(_ traits: TextTraits, _ share: Double, _ silence: inout [Double]) {
        for target in silence.indices { silence[target] *= 1 - share * traits.strengths[target] }
    }

    /// What the tools' names are taken for.
    private static func kinds(_ exchanges: some Sequence<Exchange>) -> [UntrustedText: ToolKind] {
        var kinds: [UntrustedText: ToolKind] = [:]
        for exchange in exchanges {
            for name in ExchangeShape.tools(of: exchange) where kinds[name] == nil { kinds[name] = ToolKind(name) }
        }
        return kinds
    }

    /// What the first message says of each conversation whose last one is a continuation, by the exchange's place.
    private static func openings(
        _ exchanges: CanonicalExchanges, _ prompts: TextTable, _ vocabulary: Vocabulary, _ readings: inout Readings
    ) -> [Int: TextTraits] {
        let continuation = Continuation()
        let found = Parallel.map(exchanges.count) { place in
            let prompt = Int(prompts.textOf[place])
            return prompt < 0
                ? nil : continuation.beginning(of: exchanges[place].text, lastTurn: prompts.words[prompt])
        }
        let places = found.indices.filter { found[$0] != nil }
        let texts = places.compactMap { found[$0] }
        let hashes = texts.map { StableHash.of($0.verbatim) }
        let words = readings.words(of: hashes) { texts[$0] }
        let traits = readings.traits(of: hashes) {
            TextTraits(texts[$0], words: words[$0], vocabulary: vocabulary)
        }
        return Dictionary(uniqueKeysWithValues: zip(places, traits))
    }

    private static func traits(
        _ table: TextTable, _ exchanges: CanonicalExchanges, _ vocabulary: Vocabulary, _ readings: inout Readings
    ) -> [TextTraits] {
        readings.traits(of: table.hashes) {
            TextTraits(table.text($0, in: exchanges), words: table.words[$0], vocabulary: vocabulary)
        }
    }
}
