public import Evidence
public import Feed
import HostileText

/// Makes exchanges by chance, the same from the same seed, with all that a client can put into a text.
public struct RandomExchange {
    private var state: UInt64

    /// Starts at a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// A number below `limit`.
    public mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func maybe<Value>(_ value: (inout RandomExchange) -> Value) -> Value? {
        number(below: 3) == 0 ? nil : value(&self)
    }

    private static let pieces = [
        "", "a", "plain words of some length", "\"", "\\", "/", "</script>", "\u{0}", "\u{1}",
        "\u{8}\u{9}\u{a}\u{c}\u{d}",
        "\u{1b}[31m", "\u{1f}", "\u{7f}", "\u{80}", "é", "e\u{301}", "作", "🧪👩‍👩‍👧", "\u{2028}\u{2029}", "\u{202e}",
        "\u{feff}", "\u{fffd}", "\u{e000}", "\u{10ffff}", "\\u0041", "{\"a\":1}", "null", ",", "]", "}",
    ]

    /// A text of a few pieces.
    public mutating func string() -> String {
        (0..<number(below: 4)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
    }

    private mutating func text() -> UntrustedText { UntrustedText(string()) }

    private mutating func int() -> Int {
        let edges = [
            0, 1, -1, 9, 10, 812, 4096, 1 << 53, .max, .min, 999_999_999_999_999_999, 1_000_000_000_000_000_000,
        ]
        return edges[number(below: edges.count)]
    }

    private mutating func double() -> Double {
        let edges = [
            0, -0.0, 1, -1, 0.1, 0.7, 1e15, 1e16, 1e17, 1e22, 1e300, .leastNonzeroMagnitude, .pi, 0.000012, -2.5,
            123456.789, .ulpOfOne,
            .greatestFiniteMagnitude,
        ]
        return edges[number(below: edges.count)]
    }

    private mutating func bool() -> Bool { number(below: 2) == 0 }
    private mutating func time() -> Instant { Instant(milliseconds: Int64(int())) }

    private mutating func one<Choice: CaseIterable>(of type: Choice.Type) -> Choice where Choice.AllCases == [Choice] {
        type.allCases[number(below: type.allCases.count)]
    }

    /// An exchange with any of its fields.
    public mutating func exchange() -> Exchange {
        var exchange = Exchange(id: ExchangeID(text()), account: AccountID(text()), at: time())
        exchange.organisation = maybe { OrganisationID($0.text()) }
        exchange.conversation = maybe { ConversationID($0.text()) }
        exchange.conversationIsInferred = maybe { $0.bool() }
        exchange.endedAt = maybe { $0.time() }
        exchange.zoneWasAssumed = maybe { $0.bool() }
        exchange.keyHash = maybe { $0.string() }
        exchange.endUserHash = maybe { $0.string() }
        exchange.provider = maybe { $0.text() }
        exchange.model = maybe { $0.text() }
        exchange.operation = maybe { $0.text() }
        exchange.status = maybe { $0.one(of: ExchangeStatus.self) }
        exchange.finishReason = maybe { $0.text() }
        exchange.error = maybe { $0.text() }
        exchange.tools = maybe { chance in
            (0..<chance.number(below: 3)).map { _ in Tool(name: chance.text(), schemaHash: chance.maybe { $0.text() }) }
        }
        exchange.images = maybe { $0.int() }
        exchange.text = maybe { $0.exchangeText() }
        fillFacets(of: &exchange)
        return exchange
    }

    private mutating func fillFacets(of exchange: inout Exchange) {
        exchange.origin.addressHash = maybe { $0.string() }
        exchange.origin.addressRange = maybe { $0.string() }
        exchange.origin.address = maybe { $0.text() }
        exchange.origin.asn = maybe { $0.int() }
        exchange.origin.country = maybe { $0.text() }
        exchange.origin.userAgent = maybe { $0.text() }
        exchange.origin.tlsFingerprint = maybe { $0.text() }
        exchange.standing.pathway = maybe { $0.one(of: AccessPathway.self) }
        exchange.standing.createdAt = maybe { $0.time() }
        exchange.standing.plan = maybe { $0.text() }
        exchange.standing.paymentHash = maybe { $0.string() }
        exchange.standing.emailHash = maybe { $0.string() }
        exchange.standing.emailDomain = maybe { $0.text() }
        exchange.parameters.stream = maybe { $0.bool() }
        exchange.parameters.temperature = maybe { $0.double() }
        exchange.parameters.maxTokens = maybe { $0.int() }
        exchange.usage.input = maybe { $0.int() }
        exchange.usage.output = maybe { $0.int() }
        exchange.usage.reasoning = maybe { $0.int() }
        exchange.usage.cached = maybe { $0.int() }
        exchange.usage.cost = maybe { $0.double() }
    }

    /// What was said.
    public mutating func exchangeText() -> ExchangeText {
        let messages = (0..<number(below: 3)).map { _ in
            Message(role: one(of: Message.Role.self), content: text(), tool: maybe { $0.text() })
        }
        return ExchangeText(system: maybe { $0.text() }, messages: messages, response: maybe { $0.text() })
    }

    /// A match.
    public mutating func match() -> TextMatch {
        let parts: [TextMatch.Part] = [.system, .response, .message(int())]
        return TextMatch(
            part: parts[number(below: 3)], start: int(), end: int(), signal: maybe { $0.one(of: SignalName.self) },
            target: maybe { $0.one(of: CapabilityTarget.self) })
    }

    /// A signal.
    public mutating func signal() -> Signal {
        let subjects: [Subject] = [.account(AccountID(text())), .cluster(ClusterID(text()))]
        let evidence: [EvidenceReference] = [
            .exchange(ExchangeID(text())), .template(TemplateID(text())), .indicator(IndicatorID(text())),
            .account(AccountID(text())), .period(from: time(), to: time()),
        ]
        return Signal(
            subject: subjects[number(below: 2)], name: one(of: SignalName.self), value: maybe { $0.double() },
            unit: string(), ordinary: maybe { $0.double() }, percentile: maybe { $0.double() }, contribution: double(),
            evidence: (0..<number(below: 4)).map { _ in evidence[number(below: evidence.count)] },
            note: maybe { $0.string() })
    }

    /// A conversation.
    public mutating func conversation() -> Conversation {
        Conversation(
            id: ConversationID(text()), account: AccountID(text()), firstAt: time(), lastAt: time(), turns: int(),
            isInferred: bool())
    }

    /// An account.
    public mutating func account() -> Account {
        var account = Account(
            id: AccountID(text()), exchanges: int(), conversations: int(), keys: int(), firstAt: time(),
            lastAt: time())
        account.organisation = maybe { OrganisationID($0.text()) }
        account.pathway = maybe { $0.one(of: AccessPathway.self) }
        account.plan = maybe { $0.text() }
        account.createdAt = maybe { $0.time() }
        account.country = maybe { $0.text() }
        account.asn = maybe { $0.int() }
        account.score = maybe { $0.double() }
        account.isFlagged = bool()
        account.cluster = maybe { ClusterID($0.text()) }
        account.inputTokens = maybe { $0.int() }
        account.outputTokens = maybe { $0.int() }
        return account
    }

    /// A membership.
    public mutating func membership() -> Membership {
        Membership(
            cluster: ClusterID(text()), account: AccountID(text()), weight: double(),
            kinds: (0..<number(below: 3)).map { _ in one(of: EvidenceKind.self) },
            indicators: (0..<number(below: 3)).map { _ in IndicatorID(text()) })
    }

    /// A link.
    public mutating func edge() -> Edge {
        let reasons = (0..<number(below: 3)).map { _ in
            Edge.Reason(
                kind: one(of: EvidenceKind.self), signal: one(of: SignalName.self),
                indicator: maybe { IndicatorID($0.text()) }, weight: double(), value: maybe { $0.double() })
        }
        return Edge(AccountID(text()), AccountID(text()), weight: double(), reasons: reasons)
    }

    /// An exchange with what was made of it.
    public mutating func document() -> ExchangeDocument {
        ExchangeDocument(
            exchange: exchange(), target: one(of: CapabilityTarget.self), template: maybe { TemplateID($0.text()) },
            matches: (0..<number(below: 3)).map { _ in match() })
    }
}
