/// One record of each format, with about every field that is read.
public enum LogSample: String, CaseIterable, Sendable {
    case plain, litellm, otlp

    /// The record as one line of JSON.
    public var line: String {
        switch self {
        case .plain: LogSample.plainRecord
        case .litellm: LogSample.litellmRecord
        case .otlp: LogSample.traceExport
        }
    }

    /// A plain record that nothing is wrong with.
    public static func good(_ id: String) -> String {
        #"{"id":"\#(id)","time":"2026-05-21T03:14:07.120Z","account":"acct-1"}"#
    }

    private static let plainRecord = #"""
        {"id":"req_01","time":"2026-05-21T03:14:07.120Z","account":"acct-7f3a91c2","organisation":"org-12","api_key":"k:9f","end_user":"u-8","conversation":"conv-9","turn":0,"provider":"example","model":"model-b","operation":"chat","stream":true,"temperature":0.7,"max_tokens":4096,"end_time":"2026-05-21T03:14:21.900Z","input_tokens":812,"output_tokens":4096,"reasoning_tokens":3100,"cached_tokens":0,"cost":0.061,"status":"ok","finish_reason":"length","error":null,"system":"You are terse.","messages":[{"role":"user","content":[{"type":"text","text":"Explain \u00e9\ud83d\ude00"},{"type":"image_url","image_url":{"url":"x"}}]}],"response":"First, second.","tools":[{"name":"bash","schema":{"type":"object","properties":{"a":{"type":"string"}}}}],"images":0,"ip":"203.0.113.9","asn":64500,"country":"SG","user_agent":"client/0.27.0","tls_fingerprint":"t13d1516h2_a","pathway":"direct_api","account_created":"2026-05-07T00:00:00Z","plan":"tier-2","payment":"pay:9f2c","email_domain":"mail.example","shard":{"west":[1,2.5,null,"x"]}}
        """#

    private static let litellmRecord = #"""
        {"id":"chatcmpl-1","call_type":"acompletion","litellm_call_id":"c-1","trace_id":"t-1","session_id":"s-1","startTime":1795248880.920601,"endTime":"2026-11-21T10:14:41.25","model":"model-b","model_group":"group","custom_llm_provider":"example","status":"success","stream":false,"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"response_cost":0.0002,"api_key":"abc","user":"u-5","end_user":"e-1","requester_ip_address":"198.51.100.4","user_agent":"client/1","metadata":{"user_api_key_hash":"h","user_api_key_user_id":"u-1","user_api_key_org_id":"o-1","user_api_key_user_email":"a@mail.example","usage_object":{"prompt_tokens":12,"completion_tokens_details":{"reasoning_tokens":5}},"tags":["a"]},"model_parameters":{"temperature":0.2,"max_tokens":100,"tools":[{"type":"function","function":{"name":"bash","parameters":{"type":"object"}}}],"user":"p-4"},"messages":"[{\"role\":\"system\",\"content\":\"S\"},{\"role\":\"user\",\"content\":\"Q\"}]","response":{"choices":[{"message":{"role":"assistant","content":"A","tool_calls":[{"function":{"name":"f","arguments":"{\"x\":1}"}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":3}},"error_information":{"error_class":"","error_message":null},"hidden_params":{"x":1}}
        """#

    private static let traceExport = #"""
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"gateway"}}]},"scopeSpans":[{"scope":{"name":"lib"},"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b170","parentSpanId":"","name":"chat","kind":3,"startTimeUnixNano":"1779333247120000000","endTimeUnixNano":{"low":466848096,"high":406528574},"attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.request.model","value":{"stringValue":"model-b"}},{"key":"gen_ai.response.id","value":{"stringValue":"msg_1"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"812"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":344}},{"key":"gen_ai.request.temperature","value":{"doubleValue":0.7}},{"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}},{"key":"enduser.id","value":{"stringValue":"acct-123"}},{"key":"client.address","value":{"stringValue":"203.0.113.9"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Q\"}]}]"}},{"key":"extra","value":{"kvlistValue":{"values":[{"key":"a","value":{"boolValue":true}}]}}}],"events":[{"timeUnixNano":"1","name":"gen_ai.choice","attributes":[{"key":"message","value":{"stringValue":"{\"content\":\"A\"}"}}]}],"status":{"code":1,"message":""}}]}]}]}
        """#
}
