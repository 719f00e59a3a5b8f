import Evidence
import HostileText

// The members of an exchange that are there, in the order of their bits.

extension PackedRows.Reader {
    /// Reads the members of an exchange; what it has alike with an earlier row is not read again.
    mutating func read(into exchange: inout Exchange, _ members: UInt64, knowing known: inout KnownCircumstances) throws
    {
        let start = place
        known.begin(members & ExchangeBlock.Member.alike)
        exchange.conversationIsInferred = truth(.conversationIsInferred, .inferredIsTrue, members)
        exchange.zoneWasAssumed = truth(.zoneWasAssumed, .zoneIsTrue, members)
        var rest = members & ExchangeBlock.Member.spelt
        while rest != 0 {
            let member = ExchangeBlock.Member.allCases[rest.trailingZeroBitCount]
            rest &= rest - 1
            switch member {
            case .conversation: exchange.conversation = ConversationID(UntrustedText(try text()))
            case .endedAt: exchange.endedAt = Instant(milliseconds: exchange.at.milliseconds &+ (try signed()))
            case .model: exchange.model = UntrustedText(try text())
            case .input: exchange.usage.input = Int(try signed())
            case .output: exchange.usage.output = Int(try signed())
            case .reasoning: exchange.usage.reasoning = Int(try signed())
            case .cached: exchange.usage.cached = Int(try signed())
            case .cost: exchange.usage.cost = try double()
            case .status: exchange.status = try word(.status, members)
            case .temperature: known.add(try double().bitPattern)
            case .tools:
                let count = try count()
                known.add(UInt64(count))
                for _ in 0..<count {
                    known.add(try textKey(known.seed))
                    let hasHash = try number()
                    known.add(hasHash)
                    if hasHash != 0 { known.add(try textKey(known.seed)) }
                }
            case .asn, .createdAt, .maxTokens, .images: known.add(try number())
            default: known.add(try textKey(known.seed))
            }
        }
        if let circumstances = known.found {
            exchange.circumstances = circumstances
        } else {
            place = start
            try read(into: &exchange, members)
            known.keep(exchange.circumstances)
        }
    }

    mutating func read(into exchange: inout Exchange, _ members: UInt64) throws {
        var circumstances = Exchange.Circumstances()
        circumstances.organisation = try text(.organisation, members).map { OrganisationID($0) }
        exchange.conversation = try text(.conversation, members).map { ConversationID($0) }
        exchange.conversationIsInferred = truth(.conversationIsInferred, .inferredIsTrue, members)
        if has(.endedAt, members) {
            exchange.endedAt = Instant(milliseconds: exchange.at.milliseconds &+ (try signed()))
        }
        exchange.zoneWasAssumed = truth(.zoneWasAssumed, .zoneIsTrue, members)
        circumstances.keyHash = try string(.keyHash, members)
        circumstances.endUserHash = try string(.endUserHash, members)
        try read(into: &circumstances.origin, members)
        try read(into: &circumstances.standing, members)
        circumstances.provider = try text(.provider, members)
        exchange.model = try text(.model, members)
        circumstances.operation = try text(.operation, members)
        circumstances.parameters.stream = truth(.stream, .streamIsTrue, members)
        circumstances.parameters.temperature = try double(.temperature, members)
        circumstances.parameters.maxTokens = try number(.maxTokens, members)
        exchange.usage.input = try number(.input, members)
        exchange.usage.output = try number(.output, members)
        exchange.usage.reasoning = try number(.reasoning, members)
        exchange.usage.cached = try number(.cached, members)
        exchange.usage.cost = try double(.cost, members)
        exchange.status = try word(.status, members)
        circumstances.finishReason = try text(.finishReason, members)
        circumstances.error = try text(.error, members)
        if has(.tools, members) { circumstances.tools = try tools() }
        circumstances.images = try number(.images, members)
        exchange.circumstances = Shared(circumstances)
    }

    private mutating func read(into origin: inout Exchange.Origin, _ members: UInt64) throws {
        origin.addressHash = try string(.addressHash, members)
        origin.addressRange = try string(.addressRange, members)
        origin.address = try text(.address, members)
        origin.asn = try number(.asn, members)
        origin.country = try text(.country, members)
        origin.userAgent = try text(.userAgent, members)
        origin.tlsFingerprint = try text(.tlsFingerprint, members)
    }

    private mutating func read(into standing: inout Exchange.Standing, _ members: UInt64) throws {
        standing.pathway = try word(.pathway, members)
        if has(.createdAt, members) { standing.createdAt = Instant(milliseconds: try signed()) }
        standing.plan = try text(.plan, members)
        standing.paymentHash = try string(.paymentHash, members)
        standing.emailHash = try string(.emailHash, members)
        standing.emailDomain = try text(.emailDomain, members)
    }

    private mutating func tools() throws -> [Tool] {
        var tools: [Tool] = []
        for _ in 0..<(try count()) {
            let name = UntrustedText(try text())
            let schemaHash = try number() == 0 ? nil : UntrustedText(try text())
            tools.append(Tool(name: name, schemaHash: schemaHash))
        }
        return tools
    }

    private func has(_ member: ExchangeBlock.Member, _ members: UInt64) -> Bool { members & member.bit != 0 }

    private mutating func string(_ member: ExchangeBlock.Member, _ members: UInt64) throws -> String? {
        has(member, members) ? try text() : nil
    }

    private mutating func text(_ member: ExchangeBlock.Member, _ members: UInt64) throws -> UntrustedText? {
        has(member, members) ? UntrustedText(try text()) : nil
    }

    private mutating func number(_ member: ExchangeBlock.Member, _ members: UInt64) throws -> Int? {
        has(member, members) ? Int(try signed()) : nil
    }

    private mutating func double(_ member: ExchangeBlock.Member, _ members: UInt64) throws -> Double? {
        has(member, members) ? try double() : nil
    }

    private mutating func word<Word: RawRepresentable<String>>(
        _ member: ExchangeBlock.Member, _ members: UInt64
    ) throws -> Word? {
        guard has(member, members) else { return nil }
        guard let word = Word(rawValue: try text()) else { throw PackedRows.Damage() }
        return word
    }

    private func truth(_ member: ExchangeBlock.Member, _ value: ExchangeBlock.Member, _ members: UInt64) -> Bool? {
        has(member, members) ? has(value, members) : nil
    }
}
