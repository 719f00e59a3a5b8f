import Evidence

extension Population {
    /// An ordinary customer.
    mutating func ordinary(_ kind: Role.Ordinary, _ count: Int, _ random: inout SeededRandom) -> Actor {
        switch kind {
        case .person: return person(count, &random)
        case .household: return household(count, &random)
        case .application, .agency: return application(count, inAgency: kind == .agency, &random)
        case .agent: return agent(count, &random)
        case .developer: return developer(count, &random)
        case .burst: return burst(count, &random)
        }
    }

    /// Gives an account the one thing that it does.
    func settle(_ actor: inout Actor, _ work: any Work, _ rhythm: Rhythm, _ count: Int, _ random: inout SeededRandom) {
        actor.createdAt = created(before: rhythm.window.lowerBound, &random)
        var streams = [Actor.Stream(work: work, rhythm: rhythm, exchanges: count)]
        var weights = [1.0]
        // Few customers do one thing only: somebody tries prompts, a second program runs, a developer asks.
        while streams.count < 4, random.chance(0.45) {
            let other = sideWork(&random)
            let place = actor.places[0]
            let pace =
                other.isTyped
                ? personal(rhythm.window, place, &random) : automatic(rhythm.window, place, &random)
            streams.append(Actor.Stream(work: other, rhythm: pace, exchanges: 0))
            weights.append(random.logNormal(median: 0.25, spread: 1))
        }
        actor.streams = Population.filled(streams, count, weights)
    }

    /// Something that customers do beside their main work.
    func sideWork(_ random: inout SeededRandom) -> any Work {
        var writer = Writer(random: random)
        defer { random = writer.random }
        switch writer.random.below(10) {
        case 0...3: return Chat(random: &writer.random)
        case 4...7: return writer.random.pick(AppWording.all).work(&writer)
        case 8: return codingWork(&writer.random, isPublic: writer.random.chance(0.4))
        default: return serviceAgent(&writer)
        }
    }

    private mutating func person(_ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: false, &random)
        let rhythm = personal(stay(count, &random), actor.places[0], &random)
        settle(&actor, Chat(random: &random), rhythm, count, &random)
        return actor
    }

    /// Persons who live together: one payment, often one home; sometimes everybody with an account of another name.
    private mutating func household(_ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = person(count, &random)
        let group = group("household-\(random.below(max(1, scenario.accounts / 28)))", .home)
        actor.payment = group.payment
        actor.plan = actor.plan == "free" ? "tier-1" : actor.plan
        if random.chance(0.8) { actor.places[0] = group.place.neighbour(&random) }
        if random.chance(0.3) { actor.organisation = group.organisation }
        return actor
    }

    private mutating func application(_ count: Int, inAgency: Bool, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: true, &random)
        var writer = Writer(random: random)
        var work: any Work = writer.random.pick(AppWording.all).work(&writer)
        random = writer.random
        if inAgency {
            // An agency runs applications for its customers: one payment, one host, now and then the same wording.
            let name = "agency-\(random.below(max(1, scenario.accounts / 90)))"
            var group = group(name, .hosting)
            actor.payment = group.payment
            if random.chance(0.5) { actor.organisation = group.organisation }
            if random.chance(0.7) { actor.places[0] = group.place.neighbour(&random) }
            if random.chance(0.6) { actor.clients[0] = group.client }
            if group.works.isEmpty { group.works = [work] }
            if random.chance(0.3) { work = group.works[0] }
            groups[name] = group
        }
        let rhythm = automatic(stay(count, &random), actor.places[0], &random)
        settle(&actor, work, rhythm, count, &random)
        if random.chance(0.25) { splitByEndUsers(&actor, &random) }
        return actor
    }

    /// Lets an application tell its own users apart.
    private func splitByEndUsers(_ actor: inout Actor, _ random: inout SeededRandom) {
        let stream = actor.streams[0]
        let users = min(12, max(1, stream.exchanges / 6))
        let parts = Apportionment.parts(of: stream.exchanges, weights: (0..<users).map { 1 / Double($0 + 1) })
        actor.streams =
            actor.streams.dropFirst()
            + parts.map { part in
                var stream = stream
                stream.exchanges = part
                stream.endUser = "u-" + random.hex(6)
                return stream
            }
    }

    private mutating func agent(_ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: true, &random)
        var writer = Writer(random: random)
        let work = serviceAgent(&writer)
        random = writer.random
        let rhythm = automatic(stay(count, &random), actor.places[0], &random)
        settle(&actor, work, rhythm, count, &random)
        return actor
    }

    /// A program of a customer's own that lets the model call tools.
    func serviceAgent(_ writer: inout Writer) -> Agent {
        let isScreen = writer.random.chance(0.2)
        let system = Pattern(
            "{You are|Act as} {an assistant|a <TONE> agent} {with tools |}for {a <TRADE>|<FAMILY> & Co|the <OBJECT> desk}{ in <CITY>|}. {Use the tools|Look things up} {before you answer|when needed}{, ask if unsure|, answer in <LANGUAGE>|}."
        ).frozen(by: &writer)
        let tasks = [
            Pattern("<ticket>"),
            Pattern(
                "{Please|} {find|check|update} {the|my} <object> {for <date>|<hex>|in <city>}{, it was <adjective>|}."),
            Pattern("<question>"),
        ]
        let tools =
            isScreen
            ? Toolbox.own(writer.random.pick(Toolbox.screen), hashed: true, &writer.random)
            : writer.random.chance(0.3)
                ? [] : Toolbox.made(writer.random.int(2...7), hashed: writer.random.chance(0.9), &writer)
        return Agent(
            system: system,
            tasks: isScreen ? [Pattern("{Open|Check} <screen>, then {use|read} the <widget> for <person>.")] : tasks,
            tools: tools, flavour: isScreen ? .screen : .service, depth: writer.random.number(1.5..<6.5),
            target: isScreen ? .computerUse : .toolOrchestration)
    }

    private mutating func developer(_ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: false, &random)
        let rhythm = personal(stay(count, &random), actor.places[0], &random)
        actor.clients = [random.chance(0.35) ? Client.codingClient(&random) : Client.editor(&random)]
        settle(
            &actor, codingWork(&random, isPublic: actor.clients[0].userAgent.hasPrefix("shellmate")), rhythm, count,
            &random)
        return actor
    }

    /// A developer's assistant: the widely used one, with everybody's system prompt, or an own one.
    func codingWork(_ random: inout SeededRandom, isPublic: Bool) -> Agent {
        var writer = Writer(random: random)
        let style = Style(random: &writer.random)
        let system = isPublic ? CodingClient.system : CodingClient.own.frozen(by: &writer)
        let tools =
            isPublic
            ? Toolbox.codingClient : Toolbox.own(writer.random.pick(Toolbox.coding), hashed: true, &writer.random)
        random = writer.random
        return Agent(
            system: system, tasks: CodingClient.tasks(talkative: style.talkative), tools: tools, flavour: .code,
            depth: random.number(2..<8), target: .agenticCoding)
    }

    private mutating func burst(_ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = random.chance(0.5) ? person(count, &random) : application(count, inAgency: false, &random)
        let from = LogPeriod.time(random.number(0..<32)).milliseconds
        let days = random.logNormal(median: 1.6, spread: 0.6)
        let window = from..<min(LogPeriod.end.milliseconds, from + Int64(days * Double(Instant.day)))
        for place in actor.streams.indices { actor.streams[place].rhythm.window = window }
        actor.createdAt = created(before: from, &random)
        return actor
    }
}

/// What developers' assistants say.
enum CodingClient {
    /// The system prompt of the widely used client, the same for everybody.
    static let system = Pattern(
        verbatim:
            "You are Shellmate, a coding assistant in the user's terminal. Use the tools to read and change files. Keep answers short. Never commit unless asked. Follow the conventions of the repository, run its tests after a change, and tell the user which files you touched."
    )

    /// An own assistant's system prompt.
    static let own = Pattern(
        "{You help|You assist} {a developer|the <MODULE> team} {in|with} {the <REPO> repository|an editor}. {Prefer small changes.|Always run the tests.|Explain before editing.} {Style: <TONE>.|Ask before you delete files.|}"
    )

    /// What developers ask for.
    static func tasks(talkative: Double) -> [Pattern] {
        let short = [Pattern](
            lines: """
                {fix|can you fix} the {failing|flaky} test in <path>
                {add|write} <function> {in|to} <path>{ please|, keep it simple|}
                {why does|what makes} <path> {throw|fail with} "<error>"{?| on <weekday>s?}
                {rename|move} <verb>_<object> {to|into} <module> and update {the callers|imports|tests}
                {review|look over} my {last change|diff|branch}{ before I push|}
                {bump|upgrade} <repo> {and|then} {fix what breaks|run everything}
                {now|ok,|} {undo that|do the same for <path>|make it <adjective>er|use <verb> instead}
                """)
        let long = [Pattern](
            lines: """
                {Since|After} the {upgrade|merge} {on <weekday>|of <repo>} {I get|there is} this in <path>:\\n<log>\\n{Any idea|Please find the cause}{? I already tried to <verb> the <object>.|.}
                {We want|The plan is} to replace <module> by <repo>. {Start with|First do} <path>, {leave the rest|keep the old interface} and {add tests|write down what is open}.
                """)
        return talkative > 0.5 ? short + long : short
    }
}
