import Evidence

extension Population {
    /// A reseller's pooled account: many people and programs behind few keys, and for some a harvest among them.
    mutating func relay(_ harvests: Bool, _ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: true, &random)
        var operatorRandom = proxy.random
        let places = (0..<3).map { _ in Place(.hosting, &operatorRandom) }
        actor.places = [random.chance(0.7) ? random.pick(places).neighbour(&random) : Place(.home, &random)]
        actor.clients[0] = proxy.client
        if random.chance(0.35) { actor.payment = proxy.payment }
        actor.keys = (0..<random.int(1...3)).map { _ in "k:" + random.hex(10) }
        actor.pathway = random.chance(0.6) ? .subscription : .directAPI
        let window = stay(count, &random)
        actor.createdAt = created(before: window.lowerBound, &random)
        let share = harvests ? scenario.share ?? random.number(0.25..<0.6) : 0
        let harvested = harvests ? max(1, min(count, Int((share * Double(count)).rounded()))) : 0
        if count > harvested { actor.streams = customers(of: actor, count - harvested, window, &random) }
        if harvested > 0 { actor.streams += harvest(harvested, window, &random) }
        actor.truth = AccountTruth(
            label: harvests ? .mixed : .relay, className: harvests ? "mixed" : "relay", cluster: "proxy",
            campaign: "m5", attackerShare: harvests ? rounded(harvested, count) : nil,
            regime: harvests ? Campaign.Regime.loud.rawValue : nil)
        return actor
    }

    /// The people and programs behind a relay.
    private func customers(
        of actor: Actor, _ count: Int, _ window: Range<Int64>, _ random: inout SeededRandom
    ) -> [Actor.Stream] {
        let number = max(1, min(40, count / 3))
        let namesUsers = random.chance(0.4)
        let streams = (0..<number).map { _ -> Actor.Stream in
            let place = Place(.home, &random)
            var stream = Actor.Stream(work: someWork(&random), rhythm: personal(window, place, &random), exchanges: 0)
            stream.client = random.chance(0.7) ? Client.app(&random) : random.chance(0.5) ? Client.editor(&random) : nil
            if namesUsers { stream.endUser = "u-" + random.hex(6) }
            return stream
        }
        return Population.filled(streams, count, (0..<number).map { _ in random.logNormal(median: 1, spread: 1) })
    }

    private func someWork(_ random: inout SeededRandom) -> any Work {
        switch random.below(10) {
        case 0...5: return Chat(random: &random)
        case 6...7: return codingWork(&random, isPublic: random.chance(0.5))
        default:
            var writer = Writer(random: random)
            let work = writer.random.pick(AppWording.all).work(&writer)
            random = writer.random
            return work
        }
    }

    private func harvest(_ count: Int, _ window: Range<Int64>, _ random: inout SeededRandom) -> [Actor.Stream] {
        var design = CampaignDesign(scenario, nil)
        let style = scenario.template ?? .fixed
        let works = [CapabilityTarget.reasoningTrace, .agenticCoding, .taskGeneration].map { design.work($0, style) }
        let shape = Rhythm.Shape.allHours(tide: random.number(0.1..<0.6))
        let streams = works.map {
            Actor.Stream(
                work: $0, rhythm: Rhythm(window: window, shape: shape, zone: 0, clumps: 0.3), exchanges: 0,
                isHarvest: true)
        }
        return Population.filled(streams, count, works.map { _ in random.logNormal(median: 1, spread: 0.5) })
    }
}
