import Foundation
import Testing

/// What became of an account, from one analyst's cache through the detector into another's.
@Suite(.serialized) struct OutcomeWayTests {
    private let detector: Detector
    private let other: String

    init() throws {
        detector = try Detector(accounts: 60, exchanges: 900)
        other = detector.folder.path("other.sqlite")
    }

    @discardableResult
    private func console(_ arguments: [String]) throws -> String {
        try Programs.expect(Programs.console, arguments, environment: detector.environment)
    }

    /// The outcomes that a cache holds, those that take another back included.
    private func held(in cache: String) throws -> [String] {
        let sql = "SELECT account || ' ' || what || iif(takesBack IS NULL, '', ' taken back') AS w FROM outcomeEvent"
        return try console(["sql", sql + " ORDER BY at, id", "--format", "jsonl", "--cache", cache])
            .split(separator: "\n").map(String.init)
    }

    @Test func `an outcome and its taking back reach another cache once, however often they are sent`() throws {
        try detector.serve()
        let cache = detector.folder.cache
        try console(detector.sync(into: cache))
        try console(detector.sync(into: other))
        let account = try console(["sql", "SELECT id FROM account ORDER BY id LIMIT 1", "--format", "csv"])
            .split(whereSeparator: \.isNewline).map(String.init)[1]
        #expect(try console(["outcome", account, "--as", "banned", "--note", "shared payment"]).contains("banned"))
        for _ in 0..<2 { try console(detector.sync(into: cache)) }
        try console(detector.sync(into: other))
        #expect(try held(in: other) == [#"{"w":"\#(account) banned"}"#])
        try console(["outcome", account, "--as", "none"])
        try console(detector.sync(into: cache))
        try console(detector.sync(into: other))
        #expect(try held(in: other).count == 2)
        #expect(try held(in: other) == held(in: cache))
        #expect(try console(["fsck", "--cache", other]).contains("ok"))
    }
}
