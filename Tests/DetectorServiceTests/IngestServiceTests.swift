import DetectorEngine
import Digests
import Evidence
import Foundation
import HostileText
import Testing

struct IngestServiceTests {
    private let span = """
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331",\
        "name":"chat model-b","startTimeUnixNano":"1780000000000000000","endTimeUnixNano":"1780000001000000000","attributes":[\
        {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},\
        {"key":"gen_ai.response.id","value":{"stringValue":"msg-1"}},\
        {"key":"gen_ai.response.model","value":{"stringValue":"model-b"}},\
        {"key":"gen_ai.usage.input_tokens","value":{"intValue":"812"}},\
        {"key":"enduser.id","value":{"stringValue":"acct-9"}},\
        {"key":"client.address","value":{"stringValue":"203.0.113.9"}}]}]}]}]}
        """

    @Test func `a trace export in JSON is answered in kind`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.ingest)
            let answer = try await server.send("/v1/traces", token: token, body: Array(span.utf8))
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json")
            #expect(answer.text == "{}")
            let exchange = try #require(try await server.engine.exchange(.init("msg-1"), for: .init("ana")))
            #expect(exchange.account == .init("acct-9") && exchange.usage.input == 812)
            #expect(exchange.origin.addressHash != nil)
        }
    }

    @Test func `an empty export in protobuf is answered with an empty message`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.ingest)
            let answer = try await server.send("/v1/traces", token: token, body: [], type: "application/x-protobuf")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/x-protobuf")
            #expect(answer.body.isEmpty)
        }
    }

    @Test func `what cannot be read is kept aside and counted, and the rest goes in`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.ingest)
            let body = line("req-1") + "{\"id\":\"req-2\"}\n" + line("req-3")
            let answer = try await server.send("/v1/ingest/jsonl", token: token, body: Array(body.utf8))
            #expect(answer.text == #"{"known":0,"new":2,"quarantined":1,"read":3,"releases":0}"#)
            let files = try FileManager.default.contentsOfDirectory(atPath: server.directory.quarantine)
            #expect(files.count == 1)
            let kept = try #require(FileManager.default.contents(atPath: server.directory.quarantine + "/" + files[0]))
            let entry = try #require(try JSONSerialization.jsonObject(with: kept) as? [String: Any])
            #expect(entry["line"] as? Int == 2 && entry["raw"] as? String == "{\"id\":\"req-2\"}")
            let other = try await server.send(
                "/v1/ingest/jsonl", token: token, body: Array(line("req-1", account: "x").utf8))
            #expect(other.text == #"{"known":0,"new":0,"quarantined":1,"read":1,"releases":0}"#)
        }
    }

    @Test func `a body that grows without end is stopped`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.ingest)
            let deflater = try GzipDeflater(level: 9)
            let block = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
            var bomb: [UInt8] = []
            for _ in 0..<300 { bomb += deflater.deflate(block) }
            bomb += deflater.finish()
            #expect(try await server.send("/v1/ingest/jsonl", token: token, body: bomb).status == 413)
        }
    }
}
