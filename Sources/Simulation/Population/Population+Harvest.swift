import Evidence

extension Population {
    /// An account of a campaign's pool.
    mutating func harvester(
        _ kind: Campaign.Kind, _ number: Int, _ place: Int, _ count: Int, _ regime: Campaign.Regime, _ scale: Double,
        _ random: inout SeededRandom
    ) -> Actor {
        guard let pool = campaigns[kind]?.pools[number] else { return customer(count, program: true, &random) }
        var actor = customer(count, program: random.chance(0.85), &random)
        actor.pathway = random.pick(pool.pathways)
        share(pool, place, with: &actor, &random)
        let share = scenario.share ?? (random.chance(0.6) ? random.number(0.92..<1) : random.number(0.6..<0.92))
        let harvested = max(1, min(count, Int((share * Double(count)).rounded())))
        let window = life(in: pool, place, kind, count, regime, scale, &random)
        actor.createdAt = created(before: window.lowerBound, &random)
        actor.streams = harvest(of: pool, harvested, window, &random)
        addCover(to: &actor, count - harvested, window, &random)
        if kind == .coding { turnToRelease(&actor, &random) }
        actor.truth = AccountTruth(
            label: harvested * 2 < count ? .mixed : .distillation, className: "harvester", cluster: pool.name,
            campaign: kind.name, attackerShare: rounded(harvested, count), regime: regime.rawValue)
        return actor
    }

    func rounded(_ part: Int, _ whole: Int) -> Double {
        (Double(part) / Double(whole) * 1_000).rounded() / 1_000
    }

    /// Gives an account what its pool shares.
    private func share(_ pool: Campaign.Pool, _ place: Int, with actor: inout Actor, _ random: inout SeededRandom) {
        let likelihood: (payment: Double, place: Double, client: Double) =
            switch pool.infrastructure {
            case .shared: (0.85, 0.85, 0.8)
            case .partly: (0.4, 0.4, 0.5)
            case .none: (0, 0, 0)
            }
        if random.chance(likelihood.payment) { actor.payment = pool.payments[place % pool.payments.count] }
        if random.chance(likelihood.place) {
            actor.places = [random.pick(pool.places).neighbour(&random)]
            if random.chance(0.3) { actor.places.append(random.pick(pool.places).neighbour(&random)) }
        } else {
            // Residential addresses are rented.
            actor.places = (0..<random.int(1...3)).map { _ in Place(random.chance(0.8) ? .home : .mobile, &random) }
        }
        if random.chance(likelihood.client) { actor.clients[0] = random.pick(pool.clients) }
        if pool.infrastructure != .none, random.chance(0.2) { actor.emailDomain = pool.domain }
    }

    /// From when until when an account lives: some from the beginning, some in place of one that was shut.
    private func life(
        in pool: Campaign.Pool, _ place: Int, _ kind: Campaign.Kind, _ count: Int, _ regime: Campaign.Regime,
        _ scale: Double, _ random: inout SeededRandom
    ) -> Range<Int64> {
        let span = Double(pool.span.count)
        let rate = regime == .loud ? random.number(200..<900) * scale : random.number(6..<28)
        let usual: Double = kind == .grading ? 3.5 : kind == .coding ? 8 : 7
        let days = max(random.logNormal(median: usual, spread: 0.75), Double(count) / max(1, rate))
        let length = min(span, days * Double(Instant.day))
        // Two in three belong to the first cohort; the others follow a shut account after minutes to hours.
        let isFirst = place % 3 != 2
        let lag = random.logNormal(median: 1.2, spread: 1) * Double(Instant.hour)
        let offset =
            isFirst ? min(span - length, random.exponential(mean: span * 0.12)) : min(span - length, length + lag)
        let start = pool.span.lowerBound + Int64(max(0, offset))
        return start..<min(LogPeriod.end.milliseconds, start + Int64(length) + Instant.hour)
    }

    private func harvest(
        of pool: Campaign.Pool, _ count: Int, _ window: Range<Int64>, _ random: inout SeededRandom
    ) -> [Actor.Stream] {
        var phases: [(Range<Int64>, [(work: any Work, weight: Double)])] = [(window, pool.works)]
        if let turn = pool.narrowsAt, window.contains(turn), !pool.later.isEmpty {
            phases = [(window.lowerBound..<turn, pool.works), (turn..<window.upperBound, pool.later)]
        } else if let turn = pool.narrowsAt, window.lowerBound >= turn {
            phases = [(window, pool.later)]
        }
        var streams: [Actor.Stream] = []
        var weights: [Double] = []
        for (phase, works) in phases {
            let shape = pace(pool, &random)
            let clumps = clumps(&random)
            for (work, weight) in works {
                streams.append(
                    Actor.Stream(
                        work: work, rhythm: Rhythm(window: phase, shape: shape, zone: 0, clumps: clumps), exchanges: 0,
                        isHarvest: true)
                )
                weights.append(weight * Double(phase.count) * random.logNormal(median: 1, spread: 0.35))
            }
        }
        return Population.filled(streams, count, weights)
    }

    private func pace(_ pool: Campaign.Pool, _ random: inout SeededRandom) -> Rhythm.Shape {
        if !pool.waves.isEmpty {
            return .waves(
                starts: pool.waves.filter { _ in random.chance(0.8) }, length: 14, share: random.number(0.6..<0.9))
        }
        return random.chance(0.45)
            ? .day(peak: random.number(8..<18), width: random.number(7..<12), weekend: random.number(0.5..<1.1))
            : .allHours(tide: random.number(0.05..<0.6))
    }

    /// The streams with their numbers of exchanges; what gets none falls away.
    static func filled(_ streams: [Actor.Stream], _ count: Int, _ weights: [Double]) -> [Actor.Stream] {
        let order = weights.indices.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1] }
        let kept = order.prefix(max(1, count)).sorted()
        let parts = Apportionment.parts(of: count, weights: kept.map { weights[$0] })
        return zip(kept, parts).map { place, part in
            var stream = streams[place]
            stream.exchanges = part
            return stream
        }
    }

    /// Gives a harvesting account ordinary traffic beside the harvest.
    private func addCover(to actor: inout Actor, _ count: Int, _ window: Range<Int64>, _ random: inout SeededRandom) {
        guard count > 0 else { return }
        let work: any Work
        if random.chance(0.5) {
            work = Chat(random: &random)
        } else {
            var writer = Writer(random: random)
            work = writer.random.pick(AppWording.all).work(&writer)
            random = writer.random
        }
        let rhythm =
            work.isTyped ? personal(window, actor.places[0], &random) : automatic(window, actor.places[0], &random)
        actor.streams.append(Actor.Stream(work: work, rhythm: rhythm, exchanges: count))
    }

    /// Lets about half of the traffic turn to a new model within a day of its release.
    private func turnToRelease(_ actor: inout Actor, _ random: inout SeededRandom) {
        actor.models.usual = "model-b"
        actor.models.other = "model-a"
        actor.models.otherShare = random.number(0.01..<0.2)
        actor.models.adopts = LogPeriod.release + Int64(random.number(1..<14) * Double(Instant.hour))
        actor.models.share = random.number(0.4..<0.75)
    }
}
