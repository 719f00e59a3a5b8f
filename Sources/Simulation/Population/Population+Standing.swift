import Evidence

extension Population {
    private static let domains = [
        "mail.example", "inbox.example", "post.example", "letters.example", "webmail.example", "quickmail.example",
        "freemail.example", "box.example",
    ]

    /// An account with everything that a customer has, whoever it is: the same for both sides unless a campaign says otherwise.
    mutating func customer(_ count: Int, program: Bool, _ random: inout SeededRandom) -> Actor {
        var actor = Actor()
        actor.organisation = random.chance(0.75) ? "org-" + random.hex(6) : nil
        actor.keys = (0..<(random.chance(0.2) ? random.int(2...4) : 1)).map { _ in "k:" + random.hex(10) }
        actor.pathway = pathway(program, &random)
        actor.plan = plan(count, &random)
        actor.payment = actor.plan == "free" ? nil : "pay:" + random.hex(10)
        actor.emailDomain =
            random.chance(0.75)
            ? Population.domains[random.zipf(below: Population.domains.count)] : domain(&random)
        actor.places = places(program, &random)
        let own = program ? Client.library(&random) : Client.app(&random)
        actor.clients = random.chance(0.3) ? [own, program ? Client.library(&random) : Client.app(&random)] : [own]
        actor.habits = habits(program, &random)
        actor.models = models(&random)
        for field in Actor.Field.allCases where random.chance(0.03) { actor.lacks.insert(field) }
        return actor
    }

    private func domain(_ random: inout SeededRandom) -> String {
        var writer = Writer(random: random)
        let text = writer.write(Pattern("<object><module>{s|-<verb>|}.example"))
        random = writer.random
        return text
    }

    private func pathway(_ program: Bool, _ random: inout SeededRandom) -> AccessPathway {
        let weights = program ? [0.55, 0.22, 0.06, 0.03, 0.05, 0.09] : [0.22, 0.05, 0.55, 0.1, 0.04, 0.04]
        return AccessPathway.allCases[random.place(weights: weights)]
    }

    private func plan(_ count: Int, _ random: inout SeededRandom) -> String {
        let level = Double(count) * random.logNormal(median: 1, spread: 0.9)
        if random.chance(level < 30 ? 0.35 : 0.08) { return "free" }
        return level < 40 ? "tier-1" : level < 120 ? "tier-2" : level < 400 ? "tier-3" : "tier-4"
    }

    private func places(_ program: Bool, _ random: inout SeededRandom) -> [Place] {
        let kinds: [Network.Kind] =
            program ? [.cloud, .cloud, .hosting, .hosting, .office, .home] : [.home, .home, .home, .mobile, .office]
        var places = [Place(random.pick(kinds), &random)]
        while places.count < 4, random.chance(program ? 0.2 : 0.4) {
            places.append(Place(random.pick(program ? kinds : [.mobile, .office, .home, .hosting]), &random))
        }
        return places
    }

    private func habits(_ program: Bool, _ random: inout SeededRandom) -> Actor.Habits {
        var habits = Actor.Habits()
        habits.temperature = random.chance(0.45) ? nil : random.pick([0, 0.2, 0.3, 0.5, 0.7, 0.7, 0.8, 1, 1])
        habits.maxTokens = random.pick([512, 1_024, 2_048, 4_096, 4_096, 4_096, 8_192, 8_192, 16_000])
        habits.streams = random.chance(0.1) ? nil : random.chance(program ? 0.3 : 0.85)
        habits.errors = min(0.25, random.logNormal(median: 0.018, spread: 0.8))
        habits.refusals = min(0.2, random.logNormal(median: 0.008, spread: 0.9))
        habits.retries = random.number(0.2..<0.95)
        habits.length = random.logNormal(median: 1, spread: 0.25)
        habits.thinks = random.chance(0.55) ? 0.02 : random.unit()
        return habits
    }

    private func models(_ random: inout SeededRandom) -> Actor.ModelHabit {
        var models = Actor.ModelHabit()
        if random.chance(0.4) { (models.usual, models.other) = (models.other, models.usual) }
        models.otherShare = random.chance(0.5) ? 0.03 : random.number(0.05..<0.45)
        if random.chance(0.75) {
            let days = random.chance(0.18) ? random.number(0..<1) : random.exponential(mean: 9)
            models.adopts = LogPeriod.release + Int64(days * Double(Instant.day))
            models.share = random.number(0.25..<1)
        }
        return models
    }

    /// How long before its first exchange an account was made: the same mixture for everybody.
    func created(before first: Int64, _ random: inout SeededRandom) -> Instant {
        let days: Double =
            switch random.below(10) {
            case 0...1: random.exponential(mean: 0.4)
            case 2...4: random.logNormal(median: 9, spread: 1)
            default: random.logNormal(median: 150, spread: 0.9)
            }
        return Instant(milliseconds: first - Int64(min(days, 1_200) * Double(Instant.day)) - Instant.minute)
    }

    /// From when until when a customer is there: many all the time, some come, some leave, and some stay as long as they
    /// have something to do.
    func stay(_ count: Int, _ random: inout SeededRandom) -> Range<Int64> {
        let (start, end) = (LogPeriod.start.milliseconds, LogPeriod.end.milliseconds)
        let length = Double(end - start)
        switch random.below(20) {
        case 0...5: return start..<end
        case 6...8: return start + Int64(length * random.unit() * 0.9)..<end
        case 9...11: return start..<end - Int64(length * random.unit() * 0.9)
        default:
            // The project of some days, at a pace of its own, anywhere in the period or across its edges.
            let pace = random.logNormal(median: 11, spread: 1)
            let days = min(34, max(0.4, Double(count) / pace * random.number(0.8..<1.5)))
            let from = max(0, random.number(-0.3 * days..<35 - 0.6 * days))
            return LogPeriod.time(from).milliseconds..<LogPeriod.time(min(35, from + days)).milliseconds
        }
    }

    /// A person's day in a place's time.
    func personal(_ window: Range<Int64>, _ place: Place, _ random: inout SeededRandom) -> Rhythm {
        Rhythm(
            window: window,
            shape: .day(
                peak: random.number(9..<23), width: random.number(4..<8), weekend: random.number(0.1..<1.3)),
            zone: place.network.zone)
    }

    /// A program's day: some follow office hours, some run at all hours, some are nightly jobs.
    func automatic(_ window: Range<Int64>, _ place: Place, _ random: inout SeededRandom) -> Rhythm {
        let shape: Rhythm.Shape =
            switch random.below(10) {
            case 0...3:
                .day(peak: random.number(10..<17), width: random.number(5..<11), weekend: random.number(0.05..<0.9))
            case 4...7: .allHours(tide: random.number(0.05..<0.8))
            default:
                .nightly(
                    minute: random.number(0..<1_440), jitter: random.number(1..<25), length: random.number(5..<120))
            }
        return Rhythm(window: window, shape: shape, zone: place.network.zone, clumps: clumps(&random))
    }

    /// How often a program asks several things at once: the same mixture for everybody.
    func clumps(_ random: inout SeededRandom) -> Double {
        random.chance(0.3) ? 0.02 : random.number(0.05..<0.75)
    }
}
