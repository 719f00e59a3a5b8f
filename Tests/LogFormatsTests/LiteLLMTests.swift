import Evidence
import Foundation
import HostileText
import LogFormats
import Testing

@Test func `A standard logging payload is read with its usage, text and parameters`() throws {
    let line = litellmLine(
        #","trace_id":"s-1","litellm_call_id":"c-1","custom_llm_provider":"example","stream":true,"response_cost":0.25,"#
            + #""prompt_tokens":10,"completion_tokens":20,"end_user":null,"requester_ip_address":"203.0.113.9","#
            + #""user_agent":"client/2","messages":[{"role":"user","content":"Why?"}],"request_tags":["blue"],"#
            + #""response":{"choices":[{"finish_reason":"stop","message":{"content":"So.","role":"assistant"}}],"#
            + #""usage":{"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":7}}},"#
            + #""model_parameters":{"temperature":0.2,"max_tokens":99,"user":"acct-123","tools":[{"type":"function","#
            + #""function":{"name":"bash","parameters":{"b":1,"a":2}}}]}"#,
        metadata:
            #"{"user_api_key_hash":"abc","user_api_key_org_id":"org-1","user_api_key_user_email":"a@mail.example"}"#)
    let read = try Reading(line)
    let logged = try #require(read.only)
    let exchange = logged.exchange
    #expect(exchange.id == ExchangeID("chatcmpl-1"))
    #expect(exchange.account == AccountID("acct-123"))
    #expect(exchange.at.milliseconds == 1_795_248_880_920)
    #expect(exchange.endedAt?.milliseconds == 1_795_248_881_250)
    #expect(exchange.zoneWasAssumed == nil)
    #expect(exchange.conversation == ConversationID("s-1"))
    #expect(exchange.organisation == OrganisationID("org-1"))
    #expect(exchange.model == UntrustedText("model-b"))
    #expect(exchange.provider == UntrustedText("example"))
    #expect(exchange.operation == UntrustedText("acompletion"))
    #expect(exchange.usage.input == 10)
    #expect(exchange.usage.output == 20)
    #expect(exchange.usage.reasoning == 7)
    #expect(exchange.usage.cached == 4)
    #expect(exchange.usage.cost == 0.25)
    #expect(exchange.parameters.temperature == 0.2)
    #expect(exchange.parameters.maxTokens == 99)
    #expect(exchange.parameters.stream == true)
    #expect(exchange.status == .ok)
    #expect(exchange.finishReason == UntrustedText("stop"))
    #expect(exchange.text?.spoken == ["user: Why?"])
    #expect(exchange.text?.response == UntrustedText("So."))
    #expect(exchange.tools?.map(\.name) == [UntrustedText("bash")])
    #expect(exchange.tools?.first?.schemaHash?.verbatim.hasPrefix("sha256:") == true)
    #expect(exchange.origin.userAgent == UntrustedText("client/2"))
    #expect(exchange.standing.emailDomain == UntrustedText("mail.example"))
    #expect(logged.secrets.address == UntrustedText("203.0.113.9"))
    #expect(logged.secrets.apiKey == UntrustedText("abc"))
    #expect(logged.secrets.email == UntrustedText("a@mail.example"))
    #expect(logged.unknownFields == UntrustedText(#"{"request_tags":["blue"]}"#))
    #expect(read.summary.unusableFields.isEmpty)
}

@Test func `A row of the spend log is read through its wrapped JSON, with or without text`() throws {
    let row = #"""
        {"request_id":"chatcmpl-2","session_id":"1234567890","call_type":"acompletion","api_key":"","cache_hit":"None","startTime":"2025-01-24 09:20:46.847371","endTime":"2025-01-24 09:20:47.1","model":"model-b","user":"","team_id":"team-3","organization_id":"","metadata":"{\"applied_guardrails\": [], \"user_api_key_user_id\": \"u-7\", \"usage_object\": {\"completion_tokens\": 20, \"completion_tokens_details\": {\"reasoning_tokens\": 5}}, \"requester_ip_address\": \"198.51.100.4\", \"user_agent\": null}","spend":0.000225,"prompt_tokens":10,"completion_tokens":20,"request_tags":"[]","end_user":"None","requester_ip_address":null,"messages":"{}","response":"{}","proxy_server_request":"{}","status":"success","agent_id":null}
        """#
    let logged = try #require(try Reading(row).only)
    let exchange = logged.exchange
    #expect(exchange.id == ExchangeID("chatcmpl-2"))
    #expect(exchange.account == AccountID("u-7"))
    #expect(exchange.organisation == OrganisationID("team-3"))
    #expect(exchange.conversation == ConversationID("1234567890"))
    #expect(exchange.at.milliseconds == 1_737_710_446_847)
    #expect(exchange.zoneWasAssumed == true)
    #expect(exchange.text == nil)
    #expect(exchange.images == nil)
    #expect(exchange.usage.reasoning == 5)
    #expect(exchange.usage.cost == 0.000225)
    #expect(logged.secrets.address == UntrustedText("198.51.100.4"))
    #expect(logged.secrets.endUser == nil)

    let stored = row.replacing(
        #""messages":"{}","response":"{}""#,
        with:
            #""messages":"[{\"role\":\"user\",\"content\":\"Hi\"}]","response":"{\"choices\":[{\"message\":{\"content\":\"Yo\"}}]}""#
    )
    let text = try #require(try Reading(stored).exchange?.text)
    #expect(text.spoken == ["user: Hi"])
    #expect(text.response == UntrustedText("Yo"))

    var options = LogOptions()
    options.zone = try #require(TimeZone(identifier: "Asia/Tokyo"))
    #expect(try Reading(row, options: options).exchange?.at.milliseconds == 1_737_710_446_847 - 32_400_000)
}

@Test(arguments: [
    (
        #"{"user_api_key_user_id":"u1","user_api_key_end_user_id":"e2","user_api_key_hash":"h"}"#, #","end_user":"e1""#,
        "u1"
    ),
    (#"{"user_api_key_end_user_id":"e2","user_api_key_hash":"h"}"#, #","end_user":"e1""#, "e1"),
    (#"{"user_api_key_end_user_id":"e2","user_api_key_hash":"h"}"#, #","end_user":"","user":"u5""#, "e2"),
    (#"{"user_api_key_hash":"h"}"#, #","model_parameters":{"user":"p4"},"user":"u5""#, "p4"),
    (#"{"user_api_key_hash":"h"}"#, #","user":"u5""#, "u5"), (#"{"user_api_key_hash":"h"}"#, #","user":"""#, "h"),
    ("{}", #","api_key":"h2""#, "h2"), ("null", #","end_user":null"#, "unidentified"),
])
func `The account is the first name that is not empty, else the key's hash`(
    metadata: String, extra: String, account: String
) throws {
    #expect(try Reading(litellmLine(extra, metadata: metadata)).exchange?.account == AccountID(account))
}

@Test func `A key in the clear never becomes an account's name`() throws {
    let logged = try #require(try Reading(litellmLine(#","api_key":"sk-secret-1""#)).only)
    #expect(logged.exchange.account.text.verbatim.hasPrefix("key:"))
    #expect(!logged.exchange.account.text.verbatim.contains("secret"))
}

@Test func `The field that is asked for names the account before all others`() throws {
    var options = LogOptions()
    options.accountField = "metadata.user_api_key_team_alias"
    let line = litellmLine(#","user":"u5""#, metadata: #"{"user_api_key_team_alias":"team-x"}"#)
    #expect(try Reading(line, options: options).exchange?.account == AccountID("team-x"))
}

@Test func `A failure is an error with its message`() throws {
    let line = litellmLine(#","error_str":"overloaded","error_information":{"error_class":"RateLimitError"}"#)
        .replacing("success", with: "failure")
    let exchange = try #require(try Reading(line).exchange)
    #expect(exchange.status == .error)
    #expect(exchange.error == UntrustedText("overloaded"))
    let refused = line.replacing("RateLimitError", with: "ContentPolicyViolationError")
    #expect(try Reading(refused).exchange?.status == .refused)
}

@Test func `Redacted text is not available`() throws {
    let line = litellmLine(
        #","messages":[{"role":"user","content":"redacted-by-litellm"}],"response":{"text":"redacted-by-litellm"}"#)
    let exchange = try #require(try Reading(line).exchange)
    #expect(exchange.text == nil)
    #expect(exchange.images == nil)
}

@Test func `A trace that bears the name of its one call is no conversation`() throws {
    let line = litellmLine(#","trace_id":"c-1","litellm_call_id":"c-1""#)
    let exchange = try #require(try Reading(line).exchange)
    #expect(exchange.conversation == nil)
    #expect(exchange.conversationIsInferred == nil)
}

@Test func `Bodies of the generic callback come as an array, as lines and as one object`() throws {
    let one = litellmLine(#","user":"u""#)
    let two = litellmLine(#","user":"u""#, id: "chatcmpl-2")
    for body in [
        "[\(one),\(two)]", "\(one)\n\(two)\n", "\(one)\n\(two)", "[\n \(one)\n,\n \(two)\n]\n", "[\(one)]\n[\(two)]",
    ] {
        let read = try Reading(body)
        #expect(read.exchanges.map(\.exchange.id) == [ExchangeID("chatcmpl-1"), ExchangeID("chatcmpl-2")])
        #expect(read.refusals.isEmpty)
    }
    #expect(try Reading(one, format: .litellm).exchanges.count == 1)
    #expect(try Reading(#"{"id":"x"}"#, format: .litellm).refusals.first?.field == "startTime")
}
