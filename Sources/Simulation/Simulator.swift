public import Evidence
import HostileText

/// One exchange of a simulated log, and what is true of it.
public struct SimulatedExchange: Hashable, Sendable {
    /// What the log says.
    public var logged: LoggedExchange
    /// What is true.
    public var truth: ExchangeTruth
}

/// A simulated log: exchanges in the order of their times, with the truth about them.
///
/// The accounts and the times at which their conversations begin are drawn at once (about 24 bytes a conversation);
/// texts are written only as the exchanges are read, so that a log of many millions of exchanges needs little memory.
/// The same scenario gives the same log, and it can be read any number of times.
public struct Simulator: Sequence, Sendable {
    /// What the log holds.
    public let scenario: Scenario
    /// The models and when they were released.
    public let releases = [
        Release(model: UntrustedText("model-a"), releasedAt: Instant(day: 20_470)),
        Release(model: UntrustedText("model-b"), releasedAt: Instant(day: 20_535) + 16 * Instant.hour),
        Release(model: UntrustedText("model-c"), releasedAt: LogPeriod.release),
    ]
    let actors: [Actor]
    private let starts: [Start]

    /// Casts a scenario's accounts and draws when they are at work.
    public init(_ scenario: Scenario) throws(ScenarioError) {
        self.scenario = scenario
        actors = try Population.actors(of: scenario)
        starts = Simulator.starts(of: actors, seed: scenario.seed, arrivals: scenario.arrivals)
    }

    /// What every account is; the truth of each exchange comes with the exchange, and belongs in the file of that name.
    public func truth(exchanges file: String = "truth-exchanges.jsonl.gz") -> Truth {
        Truth(accounts: Dictionary(uniqueKeysWithValues: actors.map { ($0.id, $0.truth) }), exchanges: file)
    }

    /// Reads the log from its beginning.
    public func makeIterator() -> Iterator {
        Iterator(actors: actors, starts: starts, scenario: scenario)
    }

    /// The beginning of a conversation.
    struct Start: Sendable {
        var at: Int64
        var actor: Int32
        var stream: Int16
        var length: Int16
        var ordinal: Int32
    }

    private static func starts(of actors: [Actor], seed: UInt64, arrivals: [Scenario.Arrival]) -> [Start] {
        var starts: [Start] = []
        for (place, actor) in actors.enumerated() {
            for (number, stream) in actor.streams.enumerated() {
                var random = SeededRandom(seed: seed, 3, place, number)
                var gaps = ArrivalGaps(arrivals)
                var left = stream.exchanges
                var ordinal: Int32 = 0
                while left > 0 {
                    let length = Swift.min(left, stream.work.turns(&random))
                    left -= length
                    let last = starts.last?.at
                    var at = gaps.next(after: { stream.rhythm.draw(&$0) }, &random)
                    if let last, ordinal > 0, random.chance(stream.rhythm.clumps) {
                        at = Instant(milliseconds: last) + Int64(random.exponential(mean: 9_000))
                    }
                    starts.append(
                        Start(
                            at: at.milliseconds, actor: Int32(place), stream: Int16(number), length: Int16(length),
                            ordinal: ordinal))
                    ordinal += 1
                }
            }
        }
        return starts.sorted { ($0.at, $0.actor, $0.stream, $0.ordinal) < ($1.at, $1.actor, $1.stream, $1.ordinal) }
    }

    /// Exchanges in the order of their times.
    public struct Iterator: IteratorProtocol {
        private let actors: [Actor]
        private let starts: [Start]
        private let scenario: Scenario
        private var harvestTexts: TextDeck?
        private var ordinaryTexts: TextDeck?
        private var nextStart = 0
        private var running = SessionHeap()
        private var count: UInt64 = 0

        init(actors: [Actor], starts: [Start], scenario: Scenario) {
            self.actors = actors
            self.starts = starts
            self.scenario = scenario
            guard !scenario.texts.isEmpty else { return }
            let harvests = starts.count { actors[Int($0.actor)].streams[Int($0.stream)].isHarvest }
            harvestTexts = TextDeck(scenario.texts, isHarvest: true, conversations: harvests)
            ordinaryTexts = TextDeck(scenario.texts, isHarvest: false, conversations: starts.count - harvests)
        }

        /// The next exchange, or `nil` at the end of the log.
        public mutating func next() -> SimulatedExchange? {
            while nextStart < starts.count, running.isEmpty || starts[nextStart].at <= running.nextTime {
                open(starts[nextStart])
                nextStart += 1
            }
            guard var session = running.popFirst() else { return nil }
            var exchange = session.next(of: actors[session.actor])
            let id = Iterator.scrambled(count, seed: scenario.seed)
            count += 1
            exchange.logged.exchange.id = ExchangeID(id)
            exchange.truth.id = UntrustedText(id)
            if scenario.withoutText { exchange.logged.exchange.text = nil }
            if session.hasMore { running.insert(session) }
            return exchange
        }

        private mutating func open(_ start: Start) {
            let place = Int(start.actor)
            let stream = actors[place].streams[Int(start.stream)]
            let random = SeededRandom(seed: scenario.seed, 5, place, Int(start.stream), Int(start.ordinal))
            var chance = SeededRandom(seed: scenario.seed, 6, place, Int(start.stream), Int(start.ordinal))
            let text =
                stream.isHarvest
                ? harvestTexts?.deal(stream.work.subject, &chance) : ordinaryTexts?.deal(stream.work.subject, &chance)
            running.insert(Session(start, of: actors[place], random: random, text: text, arrivals: scenario.arrivals))
        }

        /// An id that no other exchange has, and that does not give away its place: a bijection of 48 bits.
        private static func scrambled(_ count: UInt64, seed: UInt64) -> String {
            let mask: UInt64 = (1 << 48) - 1
            var value = (count ^ (seed &* 0x9e37_79b9_7f4a_7c15)) & mask
            for factor: UInt64 in [0xd6e8_feb8_6659, 0x5851_f42d_4c95] {
                value = (value &* (factor | 1)) & mask
                value ^= value >> 23
            }
            let hex = String(value, radix: 16)
            return "req-" + String(repeating: "0", count: 12 - hex.count) + hex
        }
    }
}

/// Times with the gaps of real arrivals, where there are any: some conversations in a row keep a real run of gaps.
struct ArrivalGaps {
    private let arrivals: [Scenario.Arrival]
    private var place = 0
    private var left = 0
    private var anchor = Instant(milliseconds: 0)

    /// Reads the gaps of some arrivals.
    init(_ arrivals: [Scenario.Arrival]) { self.arrivals = arrivals }

    /// The next time: a drawn one, or one that follows the last by a real gap.
    mutating func next(after draw: (inout SeededRandom) -> Instant, _ random: inout SeededRandom) -> Instant {
        guard arrivals.count > 64 else { return draw(&random) }
        if left == 0 {
            left = random.int(1...24)
            place = random.below(arrivals.count - 40)
            anchor = draw(&random) - arrivals[place].offset
        }
        left -= 1
        place += 1
        // A service's gaps are those of all its users: one account sees every hundredth or so.
        return anchor + arrivals[place - 1].offset + (arrivals[place - 1].offset - arrivals[max(0, place - 2)].offset)
            * 40
    }
}
