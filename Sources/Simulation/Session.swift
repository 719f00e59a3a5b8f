import Evidence
import HostileText

/// One conversation of one account while it goes on.
struct Session: Sendable {
    /// Whose it is.
    let actor: Int
    private let stream: Int
    private let ordinal: Int
    private let conversation: String
    private let place: Place
    private let client: Client
    private let apiKey: String
    private let thinks: Bool
    private var at: Int64
    private var left: Int
    private var number = 0
    private var dialogue: Dialogue
    /// What has been said so far, and how many tokens that is.
    private var said: [Message] = []
    private var tokens = 0.0
    /// The turn that failed and is asked again.
    private var failed: Turn?
    private let arrival: Scenario.Arrival?

    /// The log keeps so many messages of a conversation, whoever it is.
    static let keptMessages = 5
    /// The log keeps so many characters of a response, whoever it is.
    static let keptResponse = 420

    /// Begins a conversation.
    init(
        _ start: Simulator.Start, of account: Actor, random: SeededRandom, text: ExternalText?,
        arrivals: [Scenario.Arrival]
    ) {
        var random = random
        let stream = account.streams[Int(start.stream)]
        actor = Int(start.actor)
        self.stream = Int(start.stream)
        ordinal = Int(start.ordinal)
        at = start.at
        left = Int(start.length)
        conversation = "conv-" + random.hex(12)
        place = account.places[random.zipf(below: account.places.count, exponent: 1.5)]
        client = stream.client ?? account.clients[random.zipf(below: account.clients.count, exponent: 1.5)]
        apiKey = random.pick(account.keys)
        thinks = random.chance(account.habits.thinks)
        arrival = arrivals.isEmpty ? nil : random.pick(arrivals)
        dialogue = Dialogue(writer: Writer(random: random), ordinal: ordinal, text: text)
    }

    /// Whether more exchanges follow.
    var hasMore: Bool { left > 0 }
    /// The order of exchanges.
    var key: (Int64, Int, Int, Int) { (at, actor, stream, ordinal) }

    /// The next exchange; its id is given by whoever asks.
    mutating func next(of account: Actor) -> SimulatedExchange {
        let stream = account.streams[self.stream]
        let turn = failed ?? stream.work.turn(number, in: &dialogue)
        failed = nil
        var exchange = Exchange(id: ExchangeID(""), account: AccountID(account.id), at: Instant(milliseconds: at))
        identify(&exchange, account)
        let request = said + turn.added
        let latency = measure(&exchange, turn, request, account)
        exchange.text = ExchangeText(
            system: dialogue.system.map { UntrustedText($0) }, messages: Array(request.suffix(Session.keptMessages)))
        finish(&exchange, turn, request, account)
        left -= 1
        at += latency + pause(stream.work.isTyped)
        var logged = LoggedExchange(exchange)
        logged.secrets = secrets(account, stream)
        let truth = ExchangeTruth(id: UntrustedText(""), target: turn.target, isHarvest: stream.isHarvest)
        return SimulatedExchange(logged: logged, truth: truth)
    }

    private func secrets(_ account: Actor, _ stream: Actor.Stream) -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        if !account.lacks.contains(.address) {
            secrets.address = UntrustedText(place.address(day: Instant(milliseconds: at).day))
        }
        secrets.apiKey = UntrustedText(apiKey)
        secrets.endUser = stream.endUser.map { UntrustedText($0) }
        secrets.payment = account.payment.map { UntrustedText($0) }
        return secrets
    }

    private mutating func identify(_ exchange: inout Exchange, _ account: Actor) {
        exchange.organisation =
            account.lacks.contains(.organisation) ? nil : account.organisation.map { OrganisationID($0) }
        if !account.lacks.contains(.conversation) { exchange.conversation = ConversationID(conversation) }
        exchange.origin.asn = place.network.asn
        exchange.origin.country = UntrustedText(place.network.country)
        exchange.origin.userAgent = UntrustedText(client.userAgent)
        if !account.lacks.contains(.tls) { exchange.origin.tlsFingerprint = UntrustedText(client.fingerprint) }
        exchange.standing.pathway = account.pathway
        exchange.standing.createdAt = account.lacks.contains(.created) ? nil : account.createdAt
        exchange.standing.plan = account.plan.map { UntrustedText($0) }
        exchange.standing.emailDomain = account.emailDomain.map { UntrustedText($0) }
        exchange.provider = UntrustedText("example")
        exchange.operation = UntrustedText("chat")
        exchange.model = UntrustedText(account.models.model(at: exchange.at, &dialogue.writer.random))
    }

    /// Fills in tokens, parameters and times; gives how long the response took, in milliseconds.
    private mutating func measure(
        _ exchange: inout Exchange, _ turn: Turn, _ request: [Message], _ account: Actor
    ) -> Int64 {
        let habits = account.habits
        let shape = OutputShape.of(turn.kind)
        let new = turn.added.reduce(0) { $0 + OutputShape.tokens($1.content.verbatim) }
        let fixed =
            OutputShape.tokens(dialogue.system ?? "") + Double(turn.tools.count) * 85 + Double(turn.images) * 1_100
        let noise = dialogue.writer.random.logNormal(median: 1, spread: 0.07)
        exchange.usage.input = Int(((tokens + new + fixed) * noise).rounded()) + dialogue.writer.random.int(4...14)
        var output = dialogue.writer.random.logNormal(median: shape.median * habits.length, spread: shape.spread)
        if let arrival, turn.kind == .prose { output = Double(arrival.output) * noise }
        let reasoning = thinks ? dialogue.writer.random.logNormal(median: shape.thought, spread: 0.9) : 0
        let limit = habits.maxTokens
        let total = min(limit, max(1, Int((output + reasoning).rounded())))
        exchange.usage.output = total
        exchange.usage.reasoning = thinks ? min(total, Int(reasoning)) : 0
        exchange.usage.cached = number > 0 && dialogue.writer.random.chance(0.6) ? Int(tokens * noise * 0.9) : 0
        exchange.finishReason = UntrustedText(total == limit ? "length" : turn.call == nil ? "stop" : "tool_calls")
        exchange.parameters.stream = habits.streams
        exchange.parameters.temperature = turn.temperature ?? habits.temperature
        if !account.lacks.contains(.maxTokens) { exchange.parameters.maxTokens = limit }
        exchange.tools = turn.tools.isEmpty || account.lacks.contains(.tools) ? nil : turn.tools
        exchange.images = turn.images
        if !account.lacks.contains(.cost) {
            exchange.usage.cost = (Double(exchange.usage.input ?? 0) * 3 + Double(total) * 15).rounded() / 1_000_000
        }
        let speed = dialogue.writer.random.number(38..<120)
        let latency = 250 + dialogue.writer.random.exponential(mean: 350) + Double(total) / speed * 1_000
        exchange.endedAt = exchange.at + Int64(latency)
        tokens += new
        return Int64(latency)
    }

    /// Lets the exchange succeed, fail or be refused, and remembers what was said.
    private mutating func finish(_ exchange: inout Exchange, _ turn: Turn, _ request: [Message], _ account: Actor) {
        let habits = account.habits
        if dialogue.writer.random.chance(habits.errors) {
            exchange.status = .error
            exchange.error = UntrustedText(dialogue.writer.random.pick(Answers.errors))
            exchange.finishReason = nil
            exchange.usage.output = 0
            exchange.usage.reasoning = 0
            exchange.endedAt = exchange.at + Int64(dialogue.writer.random.int(40...30_000))
            if dialogue.writer.random.chance(habits.retries) { failed = turn } else { keep(request, turn, "") }
            return
        }
        let isRefused = dialogue.writer.random.chance(habits.refusals)
        exchange.status = isRefused ? .refused : .ok
        var response = isRefused ? dialogue.writer.write(oneOf: Answers.refusals) : turn.response
        if isRefused {
            exchange.finishReason = UntrustedText("stop")
            exchange.usage.output = dialogue.writer.random.int(18...70)
            exchange.usage.reasoning = 0
        }
        response = String(response.prefix(Session.keptResponse))
        exchange.text?.response = UntrustedText(response)
        keep(request, turn, response)
    }

    private mutating func keep(_ request: [Message], _ turn: Turn, _ response: String) {
        said = Array(request.suffix(Session.keptMessages))
        if !response.isEmpty { said.append(Message(role: .assistant, content: UntrustedText(response))) }
        if let call = turn.call { said.append(call) }
        tokens += OutputShape.of(turn.kind).median * 0.8
        number += 1
    }

    private mutating func pause(_ isTyped: Bool) -> Int64 {
        let seconds =
            failed != nil
            ? dialogue.writer.random.logNormal(median: 3, spread: 1)
            : isTyped
                ? dialogue.writer.random.logNormal(median: 55, spread: 1.1)
                : dialogue.writer.random.logNormal(median: 4, spread: 1.2)
        return max(1, Int64(seconds * 1_000))
    }
}

/// How long responses of a kind are, whoever asks.
struct OutputShape {
    /// The median of the visible tokens, the spread of their logarithm, and the median of the reasoning tokens.
    var median: Double
    var spread: Double
    var thought: Double

    /// The shape of a kind.
    static func of(_ kind: ResponseKind) -> OutputShape {
        switch kind {
        case .prose: OutputShape(median: 260, spread: 0.8, thought: 350)
        case .steps: OutputShape(median: 820, spread: 0.6, thought: 1_400)
        case .score: OutputShape(median: 5, spread: 0.5, thought: 300)
        case .verdict: OutputShape(median: 8, spread: 0.7, thought: 350)
        case .json: OutputShape(median: 42, spread: 0.6, thought: 250)
        case .label: OutputShape(median: 4, spread: 0.5, thought: 150)
        case .code: OutputShape(median: 480, spread: 0.8, thought: 700)
        case .rewrite: OutputShape(median: 190, spread: 0.6, thought: 200)
        case .tasks: OutputShape(median: 760, spread: 0.6, thought: 600)
        case .action: OutputShape(median: 55, spread: 0.5, thought: 180)
        case .call: OutputShape(median: 90, spread: 0.7, thought: 300)
        case .analysis: OutputShape(median: 520, spread: 0.7, thought: 600)
        case .foreign: OutputShape(median: 280, spread: 0.8, thought: 350)
        }
    }

    /// About how many tokens a text is.
    static func tokens(_ text: String) -> Double {
        var plain = 0
        var others = 0
        for byte in text.utf8 {
            if byte < 0x80 { plain += 1 } else if byte >= 0xc0 { others += 1 }
        }
        return Double(plain) / 4.1 + Double(others) * 0.9
    }
}
