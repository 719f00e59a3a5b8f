import Evidence

extension Population {
    /// An innocent customer who looks like a harvester in some way. Members of one group are accounts of one customer.
    mutating func lookAlike(_ kind: LookAlike, _ number: Int, _ count: Int, _ random: inout SeededRandom) -> Actor {
        let name = "\(kind.rawValue)-\(number)"
        var actor: Actor
        if kind == .publicCodingClient {
            actor = customer(count, program: false, &random)
            let rhythm = personal(stay(count, &random), actor.places[0], &random)
            actor.clients = [Client.codingClient(&random)]
            settle(&actor, codingWork(&random, isPublic: true), rhythm, count, &random)
        } else if kind == .universityNAT {
            actor = student(name, count, &random)
        } else {
            actor = business(kind, name, count, &random)
        }
        actor.truth = AccountTruth(label: kind.label, className: kind.rawValue)
        return actor
    }

    /// A class that works at the same hours behind one address, on like tasks.
    private mutating func student(_ name: String, _ count: Int, _ random: inout SeededRandom) -> Actor {
        var actor = customer(count, program: false, &random)
        let group = group(name, .campus)
        actor.pathway = random.chance(0.8) ? .education : actor.pathway
        actor.places = [group.place]
        if random.chance(0.5) { actor.places.append(Place(.home, &random)) }
        actor.emailDomain = group.domain
        if random.chance(0.6) { actor.organisation = group.organisation }
        var lessons = group.random
        let hour = Int64(lessons.int(7...15))
        let weekday = lessons.below(5)
        let starts = (0..<35).compactMap { day -> Int64? in
            let time = Instant(day: LogPeriod.start.day + day) + hour * Instant.hour
            return time.dayOfWeek == weekday || time.dayOfWeek == (weekday + 2) % 5 ? time.milliseconds : nil
        }
        let shape = Rhythm.Shape.waves(starts: starts, length: 35, share: random.number(0.4..<0.85))
        let rhythm = Rhythm(window: stay(count, &random), shape: shape, zone: group.place.network.zone)
        var chat = Chat(random: &random)
        var sheets = group.random
        chat.field = sheets.pick(Topic.all)
        chat.interests = [0.3, 0.25, 0.1, 0.01, 0.02]
        settle(&actor, chat, rhythm, count, &random)
        return actor
    }

    /// One of a customer's accounts, all of which do the same work.
    private mutating func business(
        _ kind: LookAlike, _ name: String, _ count: Int, _ random: inout SeededRandom
    ) -> Actor {
        var actor = customer(count, program: true, &random)
        var group = group(name, kind == .legalBatch ? .office : .cloud)
        if group.works.isEmpty {
            var writer = Writer(random: group.random)
            group.works = [kind.work(&writer)]
            groups[name] = group
        }
        if random.chance(0.75) { actor.payment = group.payment }
        // The log may have lost a business's name; it does not give its accounts to another one.
        actor.organisation = random.chance(0.8) ? group.organisation : nil
        if random.chance(0.7) { actor.places = [group.place.neighbour(&random)] }
        if random.chance(0.6) { actor.clients[0] = group.client }
        if random.chance(0.7) { actor.emailDomain = group.domain }
        if kind == .academicEval { actor.pathway = random.pick([.research, .education, .directAPI]) }
        if kind == .academicEval || kind == .ownFinetune || kind == .llmJudgeCI { followReleases(&actor, &random) }
        let rhythm = businessRhythm(kind, group, actor, count, &random)
        settle(&actor, group.works[0], rhythm, count, &random)
        return actor
    }

    /// Those who measure or build on models try a new one at once.
    private func followReleases(_ actor: inout Actor, _ random: inout SeededRandom) {
        guard random.chance(0.6) else { return }
        actor.models.adopts = LogPeriod.release + Int64(random.number(0..<40) * Double(Instant.hour))
        actor.models.share = random.number(0.4..<1)
    }

    private func businessRhythm(
        _ kind: LookAlike, _ group: Group, _ actor: Actor, _ count: Int, _ random: inout SeededRandom
    ) -> Rhythm {
        var shared = group.random
        let zone = group.place.network.zone
        switch kind {
        case .ciAgents, .llmJudgeCI, .legalBatch:
            let minute = Double(shared.int(0...23)) * 60 + random.number(0..<50)
            let shape = Rhythm.Shape.nightly(
                minute: minute, jitter: random.number(1..<20), length: random.number(15..<150))
            return Rhythm(window: stay(count, &random), shape: shape, zone: zone, clumps: clumps(&random))
        case .academicEval, .ownFinetune:
            let from =
                LogPeriod.time(shared.number(0..<24)).milliseconds + Int64(random.number(0..<3) * Double(Instant.day))
            let days = random.logNormal(median: 3.5, spread: 0.5)
            let window = from..<min(LogPeriod.end.milliseconds, from + Int64(days * Double(Instant.day)))
            return Rhythm(
                window: window, shape: .allHours(tide: random.number(0.05..<0.5)), zone: zone, clumps: clumps(&random))
        default: return automatic(stay(count, &random), actor.places[0], &random)
        }
    }
}

extension LookAlike {
    /// The label that a perfect analyst would give.
    var label: Label { self == .academicEval ? .researchEval : .benign }

    /// What such a customer does, with a wording of its own.
    func work(_ writer: inout Writer) -> any Work {
        switch self {
        case .academicEval: return evaluation(&writer)
        case .labellingVendor: return labelling(&writer)
        case .singleDomainChatbot: return chatbot(&writer)
        case .ciAgents: return ciAgent(&writer)
        case .llmJudgeCI: return judge(&writer)
        case .legalBatch: return legal(&writer)
        case .fixedSystemPrompt: return fixed(&writer)
        case .ownFinetune: return finetune(&writer)
        case .universityNAT, .publicCodingClient: return Chat(random: &writer.random)
        }
    }

    private func evaluation(_ writer: inout Writer) -> any Work {
        let head = Pattern(
            "{Answer|Solve} the following {<LEVEL> |}question{ from the <FIELD> test|}. {Let's think step by step.|Reason first, then answer.|Give the final answer after ####.}"
        ).frozen(by: &writer)
        let item = Pattern("{Q|Question}: <maths>{\n(A) <number> (B) <number> (C) <number> (D) <number>|}\n{A|Answer}:")
            .frozen(by: &writer)
        return Task(
            prompts: [head.followed(by: item.asInput)], kind: .steps, target: .reasoningTrace, temperature: 0,
            repeats: 0.04,
            pool: 60)
    }

    private func labelling(_ writer: inout Writer) -> any Work {
        let head = Pattern(
            "{Annotate|Label} the {utterance|review|snippet} {by our guideline v<SMALL>|for client <OBJECT>-<NUMBER>}: {intent, sentiment and language|topic, tone and <CRITERION>}. {Output JSON.|One line, comma separated.} {Use 'unsure' where it is unclear.|}"
        ).frozen(by: &writer)
        return Task(
            system: head,
            prompts: [Pattern("<review>"), Pattern("<ticket>"), Pattern("<foreign>"), Pattern("<question>")],
            kind: .json, target: .general, temperature: 0, repeats: 0.05)
    }

    private func chatbot(_ writer: inout Writer) -> any Work {
        let system = Pattern(
            "You are {<PERSON>|the virtual assistant|a <TONE> guide}, {helping|serving} {customers|members|visitors} of {the <FAMILY> <TRADE>|our <TRADE> in <CITY>}. {Only talk about our services.|Stay on topic.} {Prices are net.|Opening hours 9 to <NUMBER>.|} {If asked for advice, suggest a call.|End with a question.}"
        ).frozen(by: &writer)
        return Task(
            system: system, prompts: [Pattern("<ticket>"), Pattern("<question>")], followUps: Questions.next,
            followChance: 0.55, kind: .prose, target: .general)
    }

    private func ciAgent(_ writer: inout Writer) -> any Work {
        let system = Pattern(
            "{You run|Act} in {continuous integration|the nightly build} of <REPO>. {Find the cause of failures|Triage failing jobs}, {propose a patch|fix what is trivial} and {open a report|leave the rest}. {Never push to main.|Time limit <NUMBER> minutes.}"
        ).frozen(by: &writer)
        let tools = Toolbox.own(writer.random.pick(Toolbox.coding), hashed: true, &writer.random)
        return Agent(
            system: system,
            tasks: [
                Pattern("Job <hex> {failed|is red}: <path>: <error>\n<log>"),
                Pattern("Nightly <date>: {<small> failures|flaky: <path>}. {Start with the first.|}"),
            ], tools: tools, flavour: .code, depth: writer.random.number(3..<8), target: .agenticCoding)
    }

    private func judge(_ writer: inout Writer) -> any Work {
        let head = Pattern(
            "{You check|Grade} the {answers|output} of our {<TRADE> |}{assistant|bot} {before a release|in CI}. {Rubric|Criteria}: <CRITERION>, <CRITERION>{, never mentions <PRODUCT>s|, cites a source}. {PASS or FAIL only.|Score 1-5, number only.}"
        ).frozen(by: &writer)
        return Task(
            system: writer.random.chance(0.5) ? head : nil,
            prompts: [head.followed(by: Pattern("{Input|User}: <ticket>\n{Output|Bot}: <essay>").asInput)],
            kind: .score,
            target: .rewardGrading, temperature: 0, repeats: 0.2, pool: 40)
    }

    private func legal(_ writer: inout Writer) -> any Work {
        let head = Pattern(
            "{Review|Read} the clause {for|on behalf of} {the <FAMILY> matter|our client}. {List|Name} {obligations, deadlines and liability|risks for the {buyer|tenant|licensee}} {with the reason|in a table}{; flag anything unusual|}. {Do not give advice.|Cite the words.}"
        ).frozen(by: &writer)
        return Task(
            prompts: [head.followed(by: Pattern("{Clause|Section} <number>.<small>: <clause> <clause>").asInput)],
            kind: .analysis, target: .general, temperature: 0, repeats: 0.01)
    }

    private func fixed(_ writer: inout Writer) -> any Work {
        let system = Pattern(
            "{Context|About us}: <FAMILY> & <FAMILY>, a <TRADE> from <CITY> since <YEAR>. {Voice: <TONE>.|We say 'you', never 'dear customer'.} {House rules|Rules}: {no prices|no competitors|no promises}, {British spelling|short words}, {at most <NUMBER> words|one paragraph}. {Every text ends with our slogan '<SENTENCE>'|Sign as <PERSON>}."
        ).frozen(by: &writer)
        return Task(
            system: system,
            prompts: [
                Pattern("{Write|Draft} <question>"), Pattern("<letter>"),
                Pattern("{Text|Post} {for|about} <product> {to <person>|in <month>|under <money>}"),
            ], kind: .prose, target: .general, repeats: 0.03)
    }

    private func finetune(_ writer: inout Writer) -> any Work {
        let head = Pattern(
            "{Write|Produce} {training examples|dialogues} for {our own|the licensed} {small model|assistant} of the <TRADE> {under agreement <NUMBER>-<NUMBER>|in the partner programme}. {Each with a user turn and a reply|Return <SMALL> pairs}, {tone: <TONE>|<SMALL> sentences each}{, no personal data|}."
        ).frozen(by: &writer)
        return Task(
            prompts: [head.followed(by: Pattern("{Topic|Seed}: {<ticket>|<question>|<product>, <adjective>}").asInput)],
            kind: .tasks, target: .taskGeneration, repeats: 0.03)
    }
}
