import Foundation
import Testing

/// Labels from a console through the detector's HTTP route into a new model, and back.
@Suite(.serialized) struct LearnWayTests {
    private struct Truth: Decodable {
        struct Account: Decodable {
            var label: String
        }

        var accounts: [String: Account]
    }

    private struct Report: Decodable {
        struct Figures: Decodable {
            var threshold: Double
        }

        var used: Int
        var model_after: String
        var kept: Bool
        var before: Figures
        var after: Figures
    }

    private let detector: Detector

    init() throws {
        detector = try Detector(accounts: 120, exchanges: 3_000)
    }

    @discardableResult
    private func console(_ arguments: [String]) throws -> String {
        try Programs.expect(Programs.console, arguments, environment: detector.environment)
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> String {
        try Programs.expect(
            Programs.detector, [arguments[0], "--state", detector.folder.state] + arguments.dropFirst())
    }

    /// The models of the flags in the cache, after a score and a sync.
    private func versions() throws -> String {
        try run("score")
        try console(detector.sync(into: detector.folder.cache))
        return try console(["sql", "SELECT DISTINCT version FROM flag", "--format", "jsonl"])
    }

    private func accounts(_ label: String) throws -> [String] {
        let data = try Data(contentsOf: URL(fileURLWithPath: detector.folder.path("log/truth.json")))
        return try JSONDecoder().decode(Truth.self, from: data).accounts.filter { $0.value.label == label }.keys
            .sorted()
    }

    @Test func `labels sent by an analyst make a model that flags carry, until the one before is asked for again`()
        throws
    {
        try detector.serve()
        let before = try versions()
        #expect(before.contains("evidence-"))
        let early = try Programs.run(Programs.detector, ["learn", "--state", detector.folder.state])
        #expect(early.status == 1 && early.messages.contains("10 accounts are needed"))

        try console(["label"] + (try accounts("distillation")) + ["--as", "distillation", "--confidence", "3"])
        try console(["label"] + (try accounts("benign")) + ["--as", "benign", "--confidence", "3"])
        try console(detector.sync(into: detector.folder.cache))
        let dry = try JSONDecoder().decode(Report.self, from: Data(try run("learn", "--dry-run", "--json").utf8))
        #expect(!dry.kept && dry.used > 50)
        #expect(try versions() == before)

        let learned = try JSONDecoder().decode(Report.self, from: Data(try run("learn", "--json").utf8))
        #expect(learned.kept && learned.model_after == dry.model_after)
        #expect(try run("learn", "--list").contains(learned.model_after))
        let after = try versions()
        #expect(after.contains("\"\(learned.model_after)\""))
        #expect(after != before)

        try run("learn", "--use", "shipped")
        #expect(try versions() == before)
        let unknown = try Programs.run(
            Programs.detector, ["learn", "--state", detector.folder.state, "--use", "evidence-99"])
        #expect(unknown.status == 2)
    }
}
