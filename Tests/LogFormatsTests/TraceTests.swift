import Evidence
import HostileText
import LogFormats
import Testing

/// An export in OTLP's JSON form of spans that are given as attribute lists and further members.
private func export(_ spans: (attributes: String, extra: String)..., resource: String = "") -> String {
    let list = spans.enumerated().map { place, span in
        #"{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b17\#(place)","name":"chat","#
            + #""startTimeUnixNano":"1779333247120000000","endTimeUnixNano":"1779333249500000000","#
            + #""attributes":[\#(span.attributes)]\#(span.extra)}"#
    }
    return
        #"{"resourceSpans":[{"resource":{"attributes":[\#(resource)]},"scopeSpans":[{"spans":[\#(list.joined(separator: ","))]}]}]}"#
}

private func text(_ key: String, _ value: String) -> String {
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return #"{"key":"\#(key)","value":{"stringValue":"\#(escaped)"}}"#
}

private func number(_ key: String, _ value: Int) -> String { #"{"key":"\#(key)","value":{"intValue":"\#(value)"}}"# }

private let call = [
    text("gen_ai.operation.name", "chat"), text("gen_ai.request.model", "model-b"), text("gen_ai.response.id", "msg_1"),
    number("gen_ai.usage.input_tokens", 812), number("gen_ai.usage.output_tokens", 344),
].joined(separator: ",")

@Test func `A span with current names is an exchange with all its parts`() throws {
    let attributes = [
        call, text("gen_ai.provider.name", "example"), text("gen_ai.response.model", "model-b-2"),
        #"{"key":"gen_ai.request.temperature","value":{"doubleValue":0.7}}"#,
        #"{"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}}"#,
        text("gen_ai.conversation.id", "conv-9"), text("enduser.id", "acct-123"), text("client.address", "203.0.113.9"),
        text("user_agent.original", "client/1"), number("gen_ai.usage.cache_read.input_tokens", 5),
        number("gen_ai.usage.reasoning.output_tokens", 6),
        text("gen_ai.system_instructions", #"[{"type":"text","content":"Be terse."}]"#),
        text("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Explain"}]}]"#),
        text(
            "gen_ai.output.messages",
            #"[{"role":"assistant","parts":[{"type":"text","content":"First"}],"finish_reason":"stop"}]"#),
        text("gen_ai.tool.definitions", #"[{"type":"function","name":"bash","parameters":{}}]"#), text("shard", "west"),
    ].joined(separator: ",")
    let logged = try #require(try Reading(export((attributes, ""), resource: text("service.name", "gateway"))).only)
    let exchange = logged.exchange
    #expect(exchange.id == ExchangeID("msg_1"))
    #expect(exchange.account == AccountID("acct-123"))
    #expect(exchange.conversation == ConversationID("conv-9"))
    #expect(exchange.at.milliseconds == 1_779_333_247_120)
    #expect(exchange.endedAt?.milliseconds == 1_779_333_249_500)
    #expect(exchange.model == UntrustedText("model-b-2"))
    #expect(exchange.provider == UntrustedText("example"))
    #expect(exchange.usage.input == 812)
    #expect(exchange.usage.output == 344)
    #expect(exchange.usage.cached == 5)
    #expect(exchange.usage.reasoning == 6)
    #expect(exchange.parameters.temperature == 0.7)
    #expect(exchange.finishReason == UntrustedText("stop"))
    #expect(exchange.status == .ok)
    #expect(exchange.text?.system == UntrustedText("Be terse."))
    #expect(exchange.text?.spoken == ["user: Explain"])
    #expect(exchange.text?.response == UntrustedText("First"))
    #expect(exchange.tools?.map(\.name) == [UntrustedText("bash")])
    #expect(logged.secrets.address == UntrustedText("203.0.113.9"))
    #expect(logged.secrets.endUser == nil)
    #expect(logged.unknownFields == UntrustedText(#"{"shard":"west"}"#))
}

@Test func `Older names mean the same`() throws {
    let attributes = [
        text("gen_ai.system", "example"), text("gen_ai.request.model", "model-b"), text("llm.user", "u-1"),
        text("gen_ai.usage.prompt_tokens", "12"), number("gen_ai.usage.completion_tokens", 3),
        text("llm.is_streaming", "False"), text("gen_ai.prompt.0.role", "system"), text("gen_ai.prompt.0.content", "S"),
        text("gen_ai.prompt.1.role", "user"), text("gen_ai.prompt.1.content", "Q"),
        text("gen_ai.completion.0.content", "A"), text("gen_ai.completion.0.finish_reason", "stop"),
    ].joined(separator: ",")
    let exchange = try #require(try Reading(export((attributes, ""))).exchange)
    #expect(exchange.id == ExchangeID("5b8efff798038103d269b633813fc60c-eee19b7ec3c1b170"))
    #expect(exchange.account == AccountID("u-1"))
    #expect(exchange.provider == UntrustedText("example"))
    #expect(exchange.usage.input == 12)
    #expect(exchange.usage.output == 3)
    #expect(exchange.parameters.stream == false)
    #expect(exchange.text?.spoken == ["system: S", "user: Q"])
    #expect(exchange.text?.response == UntrustedText("A"))
    #expect(exchange.finishReason == UntrustedText("stop"))
    #expect(exchange.conversation == nil)
}

@Test func `Events carry what was said, in the newer and the older way`() throws {
    let newer = #"""
        ,"events":[{"name":"gen_ai.client.inference.operation.details","attributes":[{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Q\"}]}]"}},{"key":"gen_ai.output.messages","value":{"stringValue":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"A\"}]}]"}}]}]
        """#
    let older = #"""
        ,"events":[{"name":"gen_ai.user.message","attributes":[{"key":"content","value":{"stringValue":"Q"}}]},{"name":"gen_ai.choice","attributes":[{"key":"message","value":{"stringValue":"{\"content\":\"A\"}"}},{"key":"finish_reason","value":{"stringValue":"stop"}}]}]
        """#
    let oldest = #"""
        ,"events":[{"name":"gen_ai.content.prompt","attributes":[{"key":"gen_ai.prompt","value":{"stringValue":"[{\"role\":\"user\",\"content\":\"Q\"}]"}}]},{"name":"gen_ai.content.completion","attributes":[{"key":"gen_ai.completion","value":{"stringValue":"[{\"role\":\"assistant\",\"content\":\"A\"}]"}}]}]
        """#
    for events in [newer, older, oldest] {
        let said = try #require(try Reading(export((call, events))).exchange?.text)
        #expect(said.spoken == ["user: Q"])
        #expect(said.response == UntrustedText("A"))
    }
}

@Test func `Agents, tools and spans without a model are context`() throws {
    let agent = call.replacing("\"chat\"", with: "\"invoke_agent\"")
    let tool = [text("gen_ai.operation.name", "execute_tool"), text("gen_ai.tool.name", "bash")].joined(separator: ",")
    let tokensOnly = number("gen_ai.usage.input_tokens", 3)
    let odd = call.replacing("\"chat\"", with: "\"acompletion\"").replacing("msg_1", with: "msg_2")
    let read = try Reading(export((agent, ""), (tool, ""), (tokensOnly, ""), ("", ""), (call, ""), (odd, "")))
    #expect(read.exchanges.map(\.exchange.id) == [ExchangeID("msg_1"), ExchangeID("msg_2")])
    #expect(read.summary.contextSpans == 4)
    #expect(read.places.map(\.part) == [5, 6])
}

@Test func `Two spans of one trace with one response id are one exchange, with what both know`() throws {
    let raw = [text("gen_ai.response.id", "msg_1"), text("enduser.id", "acct-9")].joined(separator: ",")
    for body in [export((call, ""), (raw, "")), export((raw, ""), (call, ""))] {
        let read = try Reading(body)
        let exchange = try #require(read.exchange)
        #expect(exchange.usage.input == 812)
        #expect(exchange.account == AccountID("acct-9"))
        #expect(read.summary.mergedSpans == 1)
    }
    let elsewhere = export((call, ""), (raw, "")).replacing(
        #""spanId":"eee19b7ec3c1b171""#, with: #""traceId":"00000000000000000000000000000001","spanId":"1""#)
    #expect(try Reading(elsewhere).exchanges.count == 2)
}

@Test func `Who asks may stand on a span around the call or on the resource, but a service is no account`() throws {
    let outer = [text("user.id", "acct-7"), text("client.address", "198.51.100.9"), text("session.id", "s-4")]
    let body = export(
        (outer.joined(separator: ","), ""), (call, #","parentSpanId":"eee19b7ec3c1b170""#),
        resource: text("service.name", "gateway"))
    let logged = try #require(try Reading(body).only)
    #expect(logged.exchange.account == AccountID("acct-7"))
    #expect(logged.exchange.conversation == ConversationID("s-4"))
    #expect(logged.secrets.address == UntrustedText("198.51.100.9"))

    let nobody = export((call, ""), resource: text("service.name", "gateway"))
    #expect(try Reading(nobody).exchange?.account == AccountID("unidentified"))
    let resource = export((call, ""), resource: text("user.id", "acct-8"))
    #expect(try Reading(resource).exchange?.account == AccountID("acct-8"))
}

@Test func `A span around a call may be its own parent without end`() throws {
    let read = try Reading(export((call, #","parentSpanId":"eee19b7ec3c1b170""#)))
    #expect(read.exchanges.count == 1)
}

@Test func `An error is told by status or type, and a filter refuses`() throws {
    let failed = export((call, #","status":{"code":2,"message":"overloaded"}"#))
    #expect(try Reading(failed).exchange?.status == .error)
    #expect(try Reading(failed).exchange?.error == UntrustedText("overloaded"))
    let typed = export((call + "," + text("error.type", "timeout"), ""))
    #expect(try Reading(typed).exchange?.error == UntrustedText("timeout"))
    let filtered = export((call + "," + text("gen_ai.response.finish_reasons", #"["content_filter"]"#), ""))
    #expect(try Reading(filtered).exchange?.status == .refused)
}

@Test func `A span without a time is refused by that field, and the rest goes in`() throws {
    let body = export((call, ""), (call.replacing("msg_1", with: "msg_2"), ""))
    let broken = body.replacing(
        #""spanId":"eee19b7ec3c1b171","name":"chat","startTimeUnixNano":"1779333247120000000""#,
        with: #""spanId":"eee19b7ec3c1b171","name":"chat","startTimeUnixNano":"0""#)
    let read = try Reading(broken)
    #expect(read.exchanges.count == 1)
    #expect(read.refusals.first?.field == "startTimeUnixNano")
    #expect(read.refusals.first?.place.part == 2)
    #expect(read.refusals.first?.bytes.isEmpty == false)
}

@Test func `Times as numbers or halves, ids in base64, names in snake case, all are read`() throws {
    let body = export((call.replacing("msg_1", with: ""), ""))
    let halves = body.replacing(
        #""startTimeUnixNano":"1779333247120000000""#,
        with: #""startTimeUnixNano":{"low":466848096,"high":406528574,"unsigned":true}"#)
    #expect(try Reading(halves).exchange?.at.milliseconds == 1_746_026_930_686)
    let snake = body.replacing("resourceSpans", with: "resource_spans").replacing("scopeSpans", with: "scope_spans")
        .replacing("startTimeUnixNano", with: "start_time_unix_nano").replacing("stringValue", with: "string_value")
        .replacing("traceId", with: "trace_id").replacing("intValue", with: "int_value")
        .replacing("5b8efff798038103d269b633813fc60c", with: "W47/95gDgQPSabYzgT/GDA==")
    let exchange = try #require(try Reading(snake).exchange)
    #expect(exchange.id.text.verbatim.hasPrefix("5b8efff798038103d269b633813fc60c-"))
    #expect(exchange.usage.input == 812)
}

@Test func `Exports come one a line and as printed documents`() throws {
    let one = export((call, ""))
    let two = export((call.replacing("msg_1", with: "msg_2"), ""))
    #expect(try Reading("\(one)\n\(two)\n").exchanges.count == 2)
    let printed = one.replacing("[{", with: "[\n  {\n").replacing(#"{"resourceSpans""#, with: "{\n  \"resourceSpans\"")
    #expect(try Reading("\(printed)\n\(printed)\n").exchanges.count == 2)
    #expect(try Reading(one, format: .otlp).exchanges.count == 1)
    #expect(try Reading(plainLine(), format: .otlp).refusals.first?.reason == .otherFormat(.otlp))
}

@Test func `A trace exported by Langfuse gives its generations as exchanges`() throws {
    let trace = #"""
        {"trace":{"id":"8e419d32a0a0a0a0a0a0a0a0a0a0a0a0","userId":"acct-4","sessionId":"sess-2","timestamp":"2025-12-17T09:37:37.258Z"},
         "observations":[
          {"id":"4cd6caa32861956a","traceId":"8e419d32a0a0a0a0a0a0a0a0a0a0a0a0","parentObservationId":null,"type":"AGENT","startTime":"2025-12-17T09:37:37.258Z","model":"model-b","usageDetails":{"input":44,"output":180},"metadata":{"attributes":{"gen_ai.operation.name":"invoke_agent","gen_ai.response.id":"resp_0"}}},
          {"id":"5cd6caa32861956a","parentObservationId":"4cd6caa32861956a","type":"GENERATION","startTime":"2025-12-17T09:37:38Z","endTime":"2025-12-17T01:37:39.5-08:00","model":"model-b","modelParameters":{"temperature":"0.5"},"usageDetails":{"input":44,"output":180,"total":224},"input":"\"[{\\\"role\\\":\\\"user\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"Q\\\"}]}]\"","output":"{\"role\":\"assistant\",\"content\":\"A\"}","metadata":"{\"attributes\":{\"gen_ai.response.id\":\"resp_1\",\"gen_ai.request.choice.count\":\"1\"}}"},
          {"id":"6cd6caa32861956a","parentObservationId":"4cd6caa32861956a","type":"TOOL","startTime":"2025-12-17T09:37:40Z","input":"{}"}]}
        """#
    for form in [trace, trace.replacing("\n", with: " ")] {
        let read = try Reading(form)
        let exchange = try #require(read.exchange)
        #expect(exchange.id == ExchangeID("resp_1"))
        #expect(exchange.account == AccountID("acct-4"))
        #expect(exchange.conversation == ConversationID("sess-2"))
        #expect(exchange.model == UntrustedText("model-b"))
        #expect(exchange.usage.input == 44)
        #expect(exchange.usage.output == 180)
        #expect(exchange.parameters.temperature == 0.5)
        #expect(exchange.endedAt?.milliseconds == 1_765_964_259_500)
        #expect(exchange.text?.spoken == ["user: Q"])
        #expect(exchange.text?.response == UntrustedText("A"))
        #expect(read.summary.contextSpans == 2)
    }
}
