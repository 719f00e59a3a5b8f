import Evidence
import Feed
import Foundation
import HostileText

/// Exchanges without their texts, packed: what most have alike, such as models, clients and keys' hashes, is named by number.
enum ExchangeBlock {
    /// The most exchanges of a block: one can be read without reading many.
    static let most = 1_000

    /// The members that an exchange may have, each a bit.
    enum Member: UInt64, CaseIterable {
        case organisation, conversation, conversationIsInferred, inferredIsTrue, endedAt, zoneWasAssumed, zoneIsTrue
        case keyHash, endUserHash, addressHash, addressRange, address, asn, country, userAgent, tlsFingerprint
        case pathway, createdAt, plan, paymentHash, emailHash, emailDomain, provider, model, operation
        case stream, streamIsTrue, temperature, maxTokens, input, output, reasoning, cached, cost
        case status, finishReason, error, tools, images

        var bit: UInt64 { 1 << rawValue }

        /// Those that most exchanges of an account have alike.
        static let alike =
            all
            - bits(
                [
                    .conversation, .conversationIsInferred, .inferredIsTrue, .endedAt, .zoneWasAssumed, .zoneIsTrue,
                    .model,
                    .input, .output, .reasoning, .cached, .cost, .status,
                ])
        /// Those of which a row has bytes; the others are bits alone.
        static let spelt =
            all
            - bits(
                [.conversationIsInferred, .inferredIsTrue, .zoneWasAssumed, .zoneIsTrue, .stream, .streamIsTrue])

        private static let all = bits(allCases)
        private static func bits(_ members: [Member]) -> UInt64 { members.reduce(0) { $0 | $1.bit } }
    }

    /// Packs exchanges; their texts are passed over.
    static func pack(_ exchanges: [Exchange]) -> Data {
        var packer = packer(rows: exchanges.count)
        for exchange in exchanges { add(exchange, to: &packer) }
        return packer.block
    }

    /// Packs the exchanges of rows.
    static func pack(_ rows: ArraySlice<StoredExchange>) -> Data {
        var packer = packer(rows: rows.count)
        for place in rows.indices { add(rows[place].exchange, to: &packer) }
        return packer.block
    }

    /// A packer for so many exchanges.
    static func packer(rows count: Int) -> RowPacker { RowPacker(rows: count, of: 64) }

    /// Packs one exchange; its text is passed over.
    static func add(_ exchange: Exchange, to packer: inout RowPacker) {
        packer.add(own: exchange.id.text)
        packer.add(exchange.account.text)
        packer.add(signed: exchange.at.milliseconds)
        packer.add(members(of: exchange))
        pack(exchange, into: &packer)
        packer.endRow()
    }

    /// Reads the exchange of the row at which a reader is.
    ///
    static func read(_ rows: inout PackedRows.Reader) throws -> Exchange {
        var (exchange, members) = try start(&rows)
        try rows.read(into: &exchange, members)
        return exchange
    }

    /// Reads the exchange of the row at which a reader is.
    ///
    /// - Parameter known: keeps one copy of what many exchanges have alike.
    static func read(_ rows: inout PackedRows.Reader, knowing known: inout KnownCircumstances) throws -> Exchange {
        var (exchange, members) = try start(&rows)
        try rows.read(into: &exchange, members, knowing: &known)
        return exchange
    }

    private static func start(_ rows: inout PackedRows.Reader) throws -> (exchange: Exchange, members: UInt64) {
        let id = ExchangeID(UntrustedText(try rows.ownText()))
        let account = AccountID(UntrustedText(try rows.text()))
        let exchange = Exchange(id: id, account: account, at: Instant(milliseconds: try rows.signed()))
        return (exchange, try rows.number())
    }

    private static func members(of exchange: Exchange) -> UInt64 {
        var members: UInt64 = 0
        func set(_ member: Member, _ isThere: Bool) { if isThere { members |= member.bit } }
        set(.organisation, exchange.organisation != nil)
        set(.conversation, exchange.conversation != nil)
        set(.conversationIsInferred, exchange.conversationIsInferred != nil)
        set(.inferredIsTrue, exchange.conversationIsInferred == true)
        set(.endedAt, exchange.endedAt != nil)
        set(.zoneWasAssumed, exchange.zoneWasAssumed != nil)
        set(.zoneIsTrue, exchange.zoneWasAssumed == true)
        set(.keyHash, exchange.keyHash != nil)
        set(.endUserHash, exchange.endUserHash != nil)
        set(.addressHash, exchange.origin.addressHash != nil)
        set(.addressRange, exchange.origin.addressRange != nil)
        set(.address, exchange.origin.address != nil)
        set(.asn, exchange.origin.asn != nil)
        set(.country, exchange.origin.country != nil)
        set(.userAgent, exchange.origin.userAgent != nil)
        set(.tlsFingerprint, exchange.origin.tlsFingerprint != nil)
        set(.pathway, exchange.standing.pathway != nil)
        set(.createdAt, exchange.standing.createdAt != nil)
        set(.plan, exchange.standing.plan != nil)
        set(.paymentHash, exchange.standing.paymentHash != nil)
        set(.emailHash, exchange.standing.emailHash != nil)
        set(.emailDomain, exchange.standing.emailDomain != nil)
        set(.provider, exchange.provider != nil)
        set(.model, exchange.model != nil)
        set(.operation, exchange.operation != nil)
        set(.stream, exchange.parameters.stream != nil)
        set(.streamIsTrue, exchange.parameters.stream == true)
        set(.temperature, exchange.parameters.temperature != nil)
        set(.maxTokens, exchange.parameters.maxTokens != nil)
        set(.input, exchange.usage.input != nil)
        set(.output, exchange.usage.output != nil)
        set(.reasoning, exchange.usage.reasoning != nil)
        set(.cached, exchange.usage.cached != nil)
        set(.cost, exchange.usage.cost != nil)
        set(.status, exchange.status != nil)
        set(.finishReason, exchange.finishReason != nil)
        set(.error, exchange.error != nil)
        set(.tools, exchange.tools != nil)
        set(.images, exchange.images != nil)
        return members
    }

    /// Adds the members that are there, in the order of their bits.
    private static func pack(_ exchange: Exchange, into packer: inout RowPacker) {
        func add(_ text: UntrustedText?) { if let text { packer.add(text) } }
        func add(_ text: String?) { if let text { packer.add(UntrustedText(text)) } }
        func add(_ number: Int?) { if let number { packer.add(signed: Int64(number)) } }
        func add(_ number: Double?) { if let number { packer.add(number) } }
        func add(_ time: Instant?) { if let time { packer.add(signed: time.milliseconds) } }
        add(exchange.organisation?.text)
        add(exchange.conversation?.text)
        if let end = exchange.endedAt { packer.add(signed: end.milliseconds &- exchange.at.milliseconds) }
        add(exchange.keyHash)
        add(exchange.endUserHash)
        add(exchange.origin.addressHash)
        add(exchange.origin.addressRange)
        add(exchange.origin.address)
        add(exchange.origin.asn)
        add(exchange.origin.country)
        add(exchange.origin.userAgent)
        add(exchange.origin.tlsFingerprint)
        add(exchange.standing.pathway?.rawValue)
        add(exchange.standing.createdAt)
        add(exchange.standing.plan)
        add(exchange.standing.paymentHash)
        add(exchange.standing.emailHash)
        add(exchange.standing.emailDomain)
        add(exchange.provider)
        add(exchange.model)
        add(exchange.operation)
        add(exchange.parameters.temperature)
        add(exchange.parameters.maxTokens)
        add(exchange.usage.input)
        add(exchange.usage.output)
        add(exchange.usage.reasoning)
        add(exchange.usage.cached)
        add(exchange.usage.cost)
        add(exchange.status?.rawValue)
        add(exchange.finishReason)
        add(exchange.error)
        if let tools = exchange.tools {
            packer.add(UInt64(tools.count))
            for tool in tools {
                packer.add(tool.name)
                packer.add(tool.schemaHash == nil ? 0 : 1 as UInt64)
                add(tool.schemaHash)
            }
        }
        add(exchange.images)
    }
}
