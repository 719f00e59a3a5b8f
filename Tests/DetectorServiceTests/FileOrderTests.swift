import Detection
import DetectorEngine
import DetectorService
import Evidence
import Feed
import Foundation
import HostileText
import LogFormats
import Simulation
import Testing

/// The order in which the files of a log are read, and how often, does not matter.
struct FileOrderTests {
    /// A simulated log with one campaign in it, by time.
    private func log() throws -> [LoggedExchange] {
        var scenario = Scenario(preset: .loud, accounts: 100, exchanges: 900, seed: 5)
        scenario.campaignSize = 24
        scenario.infrastructure = .shared
        scenario.template = .fixed
        return try Simulator(scenario).map(\.logged)
    }

    private enum Form: CaseIterable {
        case plain
        case liteLLM
        case spans

        /// A file of some exchanges.
        func file(_ log: [LoggedExchange]) throws -> [UInt8] {
            switch self {
            case .plain: log.flatMap { LogLine.bytes(of: $0) + [0x0a] }
            case .liteLLM: try lines(log.map(FileOrderTests.liteLLM))
            case .spans:
                try lines([["resourceSpans": [["scopeSpans": [["spans": try log.map(FileOrderTests.span)]]]]]])
            }
        }

        private func lines(_ objects: [[String: Any]]) throws -> [UInt8] {
            try objects.flatMap { try Array(JSONSerialization.data(withJSONObject: $0)) + [0x0a] }
        }
    }

    private static func liteLLM(_ logged: LoggedExchange) -> [String: Any] {
        let exchange = logged.exchange
        let at = Double(exchange.at.milliseconds) / 1_000
        return [
            "id": exchange.id.text.verbatim, "call_type": "acompletion", "startTime": at, "endTime": at + 2,
            "model": exchange.model?.verbatim ?? "", "status": "success",
            "requester_ip_address": logged.secrets.address?.verbatim ?? "",
            "messages": [["role": "user", "content": exchange.text?.prompt?.verbatim ?? ""]],
            "model_parameters": ["user": exchange.account.text.verbatim], "metadata": [String: String](),
        ]
    }

    private static func span(_ logged: LoggedExchange) throws -> [String: Any] {
        let exchange = logged.exchange
        let said = [
            ["role": "user", "parts": [["type": "text", "content": exchange.text?.prompt?.verbatim ?? ""]]]
                as [String: Any]
        ]
        let attributes = [
            "gen_ai.operation.name": "chat", "gen_ai.request.model": exchange.model?.verbatim ?? "",
            "gen_ai.response.id": exchange.id.text.verbatim, "enduser.id": exchange.account.text.verbatim,
            "client.address": logged.secrets.address?.verbatim ?? "",
            "gen_ai.input.messages": String(decoding: try JSONSerialization.data(withJSONObject: said), as: UTF8.self),
        ]
        let hash = exchange.id.text.verbatim.utf8.reduce(UInt64(5_381)) { $0 &* 33 ^ UInt64($1) }
        let number = String(hash | 1 << 63, radix: 16)
        return [
            "traceId": number + number, "spanId": number, "name": "chat",
            "startTimeUnixNano": "\(exchange.at.milliseconds)000000",
            "endTimeUnixNano": "\(exchange.at.milliseconds + 3)000000",
            "attributes": attributes.sorted { $0.key < $1.key }.map {
                ["key": $0.key, "value": ["stringValue": $0.value]] as [String: Any]
            },
        ]
    }

    /// The feed of a state into which files were read in an order, and the key of its hashes.
    private func feed(of files: [[UInt8]], key: Data?) async throws -> (documents: Set<String>, key: Data) {
        let path = FileManager.default.temporaryDirectory.path + "/stillwatch-order-" + UUID().uuidString
        let directory = StateDirectory(path)
        defer { try? FileManager.default.removeItem(atPath: path) }  // A folder that stays is no failure of the test.
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try key?.write(to: URL(fileURLWithPath: path + "/key"))
        let engine = try EmbeddedEngine(directory, mayCreate: true) { Instant(milliseconds: 1_790_000_000_000) }
        let intake = LogIntake(into: engine, quarantine: directory)
        let detector = Detector()
        for file in files {
            let summary = try await intake.take(.bytes(file, name: "log"), reader: LogReader())
            #expect(summary.quarantined == 0 && summary.read > 0)
        }
        _ = try await engine.score(asOf: nil) { detector.findings(in: $0) }
        let page = try await engine.page(after: nil, limit: 10_000, includesText: false)
        #expect(!page.hasMore)
        let documents = page.records.filter { !$0.isDeleted }.map {
            "\($0.kind.rawValue) \($0.id) " + String(decoding: $0.document, as: UTF8.self)
        }
        return (Set(documents), try Data(contentsOf: URL(fileURLWithPath: path + "/key")))
    }

    @Test func `files of three formats in any order, some twice, make one and the same state`() async throws {
        let forms = Form.allCases
        let log = try log()
        // Three times, and of each three files: one that comes late is of an earlier time.
        let files = try (0..<9).map { number in
            let piece = log.enumerated().filter {
                $0.offset * 3 / log.count == number / 3 && $0.offset % 3 == number % 3
            }
            return try forms[number % 3].file(piece.map(\.element))
        }
        let first = try await feed(of: files, key: nil)
        #expect(first.documents.contains { $0.hasPrefix("cluster ") })
        #expect(first.documents.contains { $0.hasPrefix("edge ") })
        let orders = [
            [8, 7, 6, 5, 4, 3, 2, 1, 0], [4, 0, 8, 4, 2, 6, 1, 1, 7, 3, 5, 0], [2, 5, 8, 1, 4, 7, 0, 3, 6, 8],
        ]
        for order in orders {
            let other = try await feed(of: order.map { files[$0] }, key: first.key)
            #expect(other.documents == first.documents, "\(order)")
        }
    }
}
