import Evidence
import HostileText
import LogFormats
import Testing

private let full = #"""
    {"id":"req_01","time":"2026-05-21T03:14:07.120Z","account":"acct-7f3a91c2","organisation":"org-12","api_key":"k:9f","end_user":"u-8","conversation":"conv-9","turn":0,"provider":"example","model":"model-b","operation":"chat","stream":true,"temperature":0.7,"max_tokens":4096,"end_time":"2026-05-21T03:14:21.900Z","input_tokens":812,"output_tokens":4096,"reasoning_tokens":3100,"cached_tokens":0,"cost":0.061,"status":"ok","finish_reason":"length","error":null,"system":"You are terse.","messages":[{"role":"user","content":"Why?"}],"response":"Because.","tools":[{"name":"bash","schema":"sha256:ab"}],"images":2,"ip":"203.0.113.9","asn":64500,"country":"SG","user_agent":"client/1.0","tls_fingerprint":"t13d","pathway":"direct_api","account_created":"2026-05-07T00:00:00Z","plan":"tier-2","payment":"pay:9f2c","email_domain":"mail.example","shard":7}
    """#

@Test func `A full plain record is read field by field`() throws {
    let logged = try #require(try Reading(full).only)
    var wanted = Exchange(
        id: ExchangeID("req_01"), account: AccountID("acct-7f3a91c2"), at: Instant(milliseconds: 1_779_333_247_120))
    wanted.organisation = OrganisationID("org-12")
    wanted.conversation = ConversationID("conv-9")
    wanted.endedAt = Instant(milliseconds: 1_779_333_261_900)
    wanted.provider = UntrustedText("example")
    wanted.model = UntrustedText("model-b")
    wanted.operation = UntrustedText("chat")
    wanted.parameters.stream = true
    wanted.parameters.temperature = 0.7
    wanted.parameters.maxTokens = 4096
    wanted.usage.input = 812
    wanted.usage.output = 4096
    wanted.usage.reasoning = 3100
    wanted.usage.cached = 0
    wanted.usage.cost = 0.061
    wanted.status = .ok
    wanted.finishReason = UntrustedText("length")
    wanted.tools = [Tool(name: UntrustedText("bash"), schemaHash: UntrustedText("sha256:ab"))]
    wanted.images = 2
    wanted.origin.asn = 64500
    wanted.origin.country = UntrustedText("SG")
    wanted.origin.userAgent = UntrustedText("client/1.0")
    wanted.origin.tlsFingerprint = UntrustedText("t13d")
    wanted.standing.pathway = .directAPI
    wanted.standing.createdAt = Instant(milliseconds: 1_778_112_000_000)
    wanted.standing.plan = UntrustedText("tier-2")
    wanted.standing.emailDomain = UntrustedText("mail.example")
    wanted.text = ExchangeText(
        system: UntrustedText("You are terse."), messages: [Message(role: .user, content: UntrustedText("Why?"))],
        response: UntrustedText("Because."))
    #expect(logged.exchange == wanted)
    #expect(logged.secrets.address == UntrustedText("203.0.113.9"))
    #expect(logged.secrets.apiKey == UntrustedText("k:9f"))
    #expect(logged.secrets.endUser == UntrustedText("u-8"))
    #expect(logged.secrets.payment == UntrustedText("pay:9f2c"))
    #expect(logged.unknownFields == UntrustedText(#"{"shard":7}"#))
}

@Test func `What is missing, null or empty is not available, and never zero`() throws {
    let bare = try #require(try Reading(plainLine()).only)
    let empty = try #require(
        try Reading(plainLine(#","model":"","input_tokens":null,"images":null,"messages":null,"tools":null"#)).only)
    #expect(bare == empty)
    #expect(bare.exchange.usage == Exchange.Usage())
    #expect(bare.exchange.text == nil)
    #expect(bare.exchange.images == nil)
    #expect(bare.exchange.tools == nil)
    #expect(bare.exchange.status == nil)
    #expect(bare.unknownFields == nil)
}

@Test(arguments: [
    (#"{"time":1,"account":"a"}"#, "id", Refusal.Reason.missing), (#"{"id":"r","account":"a"}"#, "time", .missing),
    (#"{"id":"r","time":1}"#, "account", .missing), (#"{"id":"r","time":1,"account":""}"#, "account", .missing),
    (#"{"id":"r","time":1,"account":null}"#, "account", .missing),
    (#"{"id":["r"],"time":1,"account":"a"}"#, "id", .wrongType("a text")),
    (#"{"id":"r","time":"soon","account":"a"}"#, "time", .wrongType("a time between 1970 and 9999")),
    (#"{"id":"r","time":true,"account":"a"}"#, "time", .wrongType("a time between 1970 and 9999")),
    (#"{"id":"r","time":1,"account":{"a":1}}"#, "account", .wrongType("a text")),
    (#"{"model":"m","released":"soon"}"#, "released", .wrongType("a time between 1970 and 9999")),
    (#"{"released":"2026-05-19T00:00:00Z"}"#, "model", .missing),
])
func `A required field that is missing or mistyped is named, and the rest goes in`(
    line: String, field: String, reason: Refusal.Reason
) throws {
    let read = try Reading("\(plainLine())\n\(line)\n\(plainLine(id: "r2"))\n")
    #expect(read.exchanges.count == 2)
    let refusal = try #require(read.refusals.first)
    #expect(read.refusals.count == 1)
    #expect(refusal.field == field)
    #expect(refusal.reason == reason)
    #expect(refusal.place.record == 2)
    #expect(refusal.place.offset == plainLine().utf8.count + 1)
    #expect(refusal.bytes == Array(line.utf8))
    #expect(refusal.sentence.contains(field))
}

@Test func `An optional field of a wrong type is not available and is counted`() throws {
    let read = try Reading(
        plainLine(#","input_tokens":"many","output_tokens":-3,"pathway":"tunnel","status":7,"tools":"all","cost":[1]"#))
    let exchange = try #require(read.exchange)
    #expect(exchange.usage == Exchange.Usage())
    #expect(exchange.standing.pathway == nil)
    #expect(
        read.summary.unusableFields
            == ["input_tokens": 1, "output_tokens": 1, "pathway": 1, "status": 1, "tools": 1, "cost": 1])
}

@Test func `Times may be numbers, and ids too`() throws {
    let exchange = try #require(try Reading(#"{"id":17,"time":1779333247120,"account":42}"#).exchange)
    #expect(exchange.id == ExchangeID("17"))
    #expect(exchange.account == AccountID("42"))
    #expect(exchange.at.milliseconds == 1_779_333_247_120)
    #expect(exchange.zoneWasAssumed == nil)
    #expect(try Reading(#"{"id":"r","time":"2026-05-21 03:14:07","account":"a"}"#).exchange?.zoneWasAssumed == true)
}

@Test func `A prompt stands for messages, and tools may be names`() throws {
    let exchange = try #require(try Reading(plainLine(#","prompt":"Why?","tools":["bash","web"]"#)).exchange)
    #expect(exchange.text?.spoken == ["user: Why?"])
    #expect(exchange.tools == [Tool(name: UntrustedText("bash")), Tool(name: UntrustedText("web"))])
    #expect(exchange.images == 0)
}

@Test func `Releases are read among exchanges`() throws {
    let read = try Reading(#"{"model":"model-b","released":"2026-05-19T00:00:00Z"}"# + "\n" + plainLine())
    #expect(
        read.releases
            == [Release(model: UntrustedText("model-b"), releasedAt: Instant(milliseconds: 1_779_148_800_000))])
    #expect(read.exchanges.count == 1)
    #expect(read.summary.releases == 1)
}

@Test func `Another field may name the account`() throws {
    var options = LogOptions()
    options.accountField = "tags.tenant"
    let line = #"{"id":"r","time":1,"account":"a","tags":{"tenant":"t-9"}}"#
    #expect(try Reading(line, options: options).exchange?.account == AccountID("t-9"))
    #expect(try Reading(plainLine(), options: options).exchange?.account == AccountID("acct-1"))
}
