import Detection
import DetectorEngine
import Evidence
import Feed
import Foundation
import Testing

struct ModelShelfTests {
    private let directory: StateDirectory
    private let shelf: ModelShelf

    private static let shipped = ScoreModel(name: "m", version: "1", base: -3, threshold: 0.7, curves: [:])

    init() throws {
        directory = StateDirectory(
            FileManager.default.temporaryDirectory.path + "/stillwatch-shelf-" + UUID().uuidString)
        shelf = ModelShelf(in: directory, shipped: ModelShelfTests.shipped)
    }

    private func learned(_ version: String) throws -> ModelShelf.Learned {
        let labels = (0..<10).map { number in
            GivenLabel(
                event: LabelEvent(
                    id: "\(number)", subject: .account(AccountID("a\(number)")),
                    label: number % 2 == 0 ? .distillation : .benign, analyst: "ana".untrusted,
                    at: Instant(milliseconds: 1), guideline: "g"))
        }
        let known = Dictionary(
            uniqueKeysWithValues: (0..<10).map { (AccountID("a\($0)"), ("\($0)", [SignalName: Double]())) })
        let learning = try Learning(
            from: labels, known: known.mapValues { (group: $0.0, values: $0.1) }, shipped: shelf.shipped,
            current: shelf.shipped, version: version)
        return ModelShelf.Learned(
            model: learning.model, at: Instant(milliseconds: 5), shipped: shelf.shipped.title, report: learning.report)
    }

    @Test func `a learned model is in use until another one is asked for, and all are kept`() throws {
        defer { try? FileManager.default.removeItem(atPath: directory.path) }  // A folder that stays is no failure.
        #expect(try shelf.current() == ModelShelfTests.shipped)
        #expect(try shelf.nextVersion() == "1.1")
        let first = try learned("1.1")
        try shelf.add(first)
        #expect(try shelf.current() == first.model)
        #expect(try shelf.nextVersion() == "1.2")
        #expect(try shelf.use("m-1"))
        #expect(try shelf.current() == ModelShelfTests.shipped)
        #expect(try shelf.use("m-1.1"))
        #expect(try shelf.use("../../etc/passwd") == false)
        #expect(try shelf.learned() == [first])
        #expect(try shelf.note() == nil)
        var newer = ModelShelfTests.shipped
        newer.version = "2"
        #expect(try ModelShelf(in: directory, shipped: newer).note()?.contains("learned from m-1") == true)
        let mode = try FileManager.default.attributesOfItem(atPath: directory.path + "/models/model-m-1.1.json")
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a model in use that is gone or damaged stops the score instead of another scoring`() throws {
        defer { try? FileManager.default.removeItem(atPath: directory.path) }  // A folder that stays is no failure.
        try shelf.add(try learned("1.1"))
        let file = directory.path + "/models/model-m-1.1.json"
        try Data("{".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: StateError.self) { try shelf.current() }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: StateError.self) { try shelf.current() }
    }

    @Test func `a label's sampling probability and gold mark come from its document`() async throws {
        let state = try TestState()
        let id = "0b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6"
        let event = LabelEvent(
            id: id, subject: .account(AccountID("acct-1")), label: .benign, analyst: "ana".untrusted,
            at: Instant(milliseconds: 1), guideline: "g1")
        var document = try #require(
            try JSONSerialization.jsonObject(with: FeedDocument.encode(event)) as? [String: Any])
        document["samplingProbability"] = 0.25
        document["gold"] = "distillation"
        let body = try JSONSerialization.data(withJSONObject: [["kind": "label", "id": id, "doc": document]])
        _ = try await state.engine.receive(try #require(EventBatch.decode(body)), from: "ana".untrusted)
        let label = try #require(try await state.engine.labels().first)
        #expect(label.event == event && label.sampling == 0.25 && label.gold == .distillation)
    }
}
