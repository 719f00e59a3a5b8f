import Evidence
import HostileText
import Testing

private func spoken(_ messages: String) throws -> [String]? {
    try Reading(plainLine(#","messages":\#(messages)"#)).exchange?.text?.spoken
}

private func response(_ response: String) throws -> String? {
    try Reading(plainLine(#","response":\#(response)"#)).exchange?.text?.response?.verbatim
}

@Test func `Messages of chat completions are read with calls and results of tools`() throws {
    let messages = #"""
        [{"role":"developer","content":"Rules."},
         {"role":"user","content":[{"type":"text","text":"one"},{"type":"text","text":"two"},{"type":"image_url","image_url":{"url":"data:"}},{"type":"text","text":"three"}]},
         {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"bash","arguments":"{\"x\":1}"}}]},
         {"role":"tool","tool_call_id":"c1","content":"done"},{"role":"narrator","content":"?"}]
        """#.replacing("\n", with: " ")
    #expect(
        try spoken(messages) == [
            "system: Rules.", "user: one\ntwo", "user: three", #"tool_call: {"x":1}"#, "tool_result: done", "other: ?",
        ])
    let exchange = try #require(try Reading(plainLine(#","messages":\#(messages)"#)).exchange)
    #expect(exchange.images == 1)
    #expect(exchange.text?.messages[3].tool == UntrustedText("bash"))
    #expect(exchange.text?.messages[4].tool == UntrustedText("c1"))
}

@Test func `Content blocks are read with thinking, tool use and its result`() throws {
    let messages = #"""
        [{"role":"user","content":[{"type":"image","source":{}},{"type":"text","text":"look"}]},
         {"role":"assistant","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"I look"},{"type":"tool_use","id":"t1","name":"zoom","input":{"k":[1]}}]},
         {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"big"}]}]}]
        """#.replacing("\n", with: " ")
    #expect(
        try spoken(messages) == [
            "user: look", "reasoning: hm", "assistant: I look", #"tool_call: {"k":[1]}"#, "tool_result: big",
        ])
}

@Test func `Parts of OpenTelemetry messages are read, and unknown kinds are stepped over`() throws {
    let messages = #"""
        [{"role":"user","parts":[{"type":"text","content":"q"},{"type":"blob","modality":"image","content":"AA=="},{"type":"hologram","content":"z"}]},
         {"role":"assistant","parts":[{"type":"reasoning","content":"r"},{"type":"tool_call","id":"1","name":"f","arguments":{"a":1}}]},
         {"role":"tool","parts":[{"type":"tool_call_response","id":"1","response":"one"},{"type":"tool_call_response","id":"2","result":{"v":2}}]}]
        """#.replacing("\n", with: " ")
    #expect(
        try spoken(messages) == [
            "user: q", "reasoning: r", #"tool_call: {"a":1}"#, "tool_result: one", #"tool_result: {"v":2}"#,
        ])
}

@Test(arguments: [
    (#""plain""#, "plain"),
    (#"{"choices":[{"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}"#, "hi"),
    (#"{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}],"stop_reason":"end_turn"}"#, "a\nb"),
    (#"[{"role":"assistant","parts":[{"type":"text","content":"x"}]}]"#, "x"),
    (#"{"output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"o"}]}]}"#, "o"),
    (#"{"candidates":[{"content":{"role":"model","parts":[{"text":"g"}]}}]}"#, "g"),
    (
        #"{"choices":[{"message":{"content":"t","reasoning_content":"why","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}}]}"#,
        "t\n\n[reasoning]\nwhy\n\n[call f]\n{}"
    ),
])
func `Responses of the common shapes become one text`(shape: String, text: String) throws {
    #expect(try response(shape) == text)
}

@Test func `A message of any odd type loses nothing else`() throws {
    #expect(
        try spoken(#"[1,null,{"role":5,"content":"a"},["b"],{"content":{"text":"c"}},"d",{}]"#) == [
            "user: a", "user: b", "user: c", "user: d",
        ])
}
