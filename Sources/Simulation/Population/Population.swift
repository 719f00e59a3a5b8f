import Evidence

/// Casts a scenario: every account with its standing, its network, its habits and its work.
struct Population {
    let scenario: Scenario
    /// Values that a group of accounts has in common, made when its first member is.
    var groups: [String: Group] = [:]
    var campaigns: [Campaign.Kind: Campaign] = [:]
    /// The relays' operator.
    let proxy: Group

    /// What a household, agency, class or company has in common.
    struct Group: Sendable {
        var payment: String
        var organisation: String
        var domain: String
        var place: Place
        var client: Client
        var works: [any Work]
        var random: SeededRandom
    }

    /// All accounts of a scenario, in an order that says nothing.
    static func actors(of scenario: Scenario) throws(ScenarioError) -> [Actor] {
        var random = SeededRandom(seed: scenario.seed, 1)
        let cast = try Cast(scenario, &random)
        let regime: Campaign.Regime? =
            switch scenario.preset {
            case .loud: .loud
            case .quiet: .quiet
            case .incident, .lookalikes: nil
            }
        let roles = random.shuffled(cast.roles)
        let weights = roles.map { $0.naturalCount(regime, &random) }
        let counts = Apportionment.parts(of: scenario.exchanges, weights: weights)
        var population = Population(scenario, roles, counts)
        let scale = Double(scenario.exchanges) / weights.reduce(0, +)
        var actors: [Actor] = []
        for (place, role) in roles.enumerated() {
            var random = SeededRandom(seed: scenario.seed, 2, place)
            var actor = population.actor(role, counts[place], regime, min(1, scale), &random)
            actor.id = "acct-" + name(place, seed: scenario.seed)
            actors.append(actor)
        }
        return actors
    }

    private init(_ scenario: Scenario, _ roles: [Role], _ counts: [Int]) {
        self.scenario = scenario
        proxy = Population.group("proxy", scenario.seed, .hosting)
        var members: [Campaign.Kind: [Int: Int]] = [:]
        for role in roles {
            if case .harvester(let kind, let pool, _) = role { members[kind, default: [:]][pool, default: 0] += 1 }
        }
        for kind in Campaign.Kind.allCases {
            guard let pools = members[kind] else { continue }
            var design = CampaignDesign(scenario, kind)
            campaigns[kind] = design.campaign(kind, pools: pools.count, members: pools.values.reduce(0, +))
        }
    }

    private mutating func actor(
        _ role: Role, _ count: Int, _ regime: Campaign.Regime?, _ scale: Double, _ random: inout SeededRandom
    ) -> Actor {
        switch role {
        case .ordinary(let kind): ordinary(kind, count, &random)
        case .lookAlike(let kind, let group): lookAlike(kind, group, count, &random)
        case .relay(let harvests): relay(harvests, count, &random)
        case .harvester(let kind, let pool, let place):
            harvester(kind, pool, place, count, regime ?? kind.regime, scale, &random)
        }
    }

    /// The group of a name, made when it is first asked for.
    mutating func group(_ name: String, _ kind: Network.Kind) -> Group {
        if let group = groups[name] { return group }
        let group = Population.group(name, scenario.seed, kind)
        groups[name] = group
        return group
    }

    private static func group(_ name: String, _ seed: UInt64, _ kind: Network.Kind) -> Group {
        let number = name.utf8.reduce(7) { $0 &* 131 &+ Int($1) }
        var random = SeededRandom(seed: seed, 4, number)
        var writer = Writer(random: random)
        let domain = writer.write(Pattern("<object><toolverb>{-<module>|}.example"))
        random = writer.random
        return Group(
            payment: "pay:" + random.hex(10), organisation: "org-" + random.hex(6), domain: domain,
            place: Place(kind, &random), client: Client.library(&random), works: [], random: random)
    }

    /// A name of eight hexadecimal digits that no other account of the log has.
    private static func name(_ place: Int, seed: UInt64) -> String {
        var value = UInt32(truncatingIfNeeded: UInt64(place) ^ (seed &* 0x9e37_79b9))
        for factor: UInt32 in [0x85eb_ca6b, 0xc2b2_ae35] {
            value = value &* factor
            value ^= value >> 15
        }
        let hex = String(value, radix: 16)
        return String(repeating: "0", count: 8 - hex.count) + hex
    }
}
