import Foundation
import Testing

/// A platform's allow-list, beside the state and by name, from the real program.
struct AllowWayTests {
    private let entry = """
        [[allow]]
        kind = "account"
        value = "acct-1"
        reason = "red team, agreed in May"
        who = "ana"
        """

    @Test func `a list is cited in the notes, and a bad one stops the score by line and field`() throws {
        let log = (0..<5).map { #"{"id":"r\#($0)","time":"2026-05-21T03:14:0\#($0)Z","account":"acct-1"}"# }
        let detector = try Detector(log: Data(log.joined(separator: "\n").utf8))
        let score = ["score", "--state", detector.folder.state]
        let file = detector.folder.state + "/allow.toml"
        try entry.write(toFile: file, atomically: true, encoding: .utf8)
        let good = try Programs.run(Programs.detector, score)
        #expect(good.status == 0)
        #expect(
            good.messages.contains(
                "note: account acct-1: allow-list: red team, agreed in May (ana); 1 account, not flagged"))
        let bad = detector.folder.path("bad.toml")
        try entry.replacingOccurrences(of: "\"account\"", with: "\"acount\"")
            .write(toFile: bad, atomically: true, encoding: .utf8)
        let refused = try Programs.run(Programs.detector, score + ["--allow", bad])
        #expect(refused.status == 2)
        #expect(refused.messages.contains("bad.toml:2: \"kind\" is none of the kinds. Known are client, "))
        let missing = try Programs.run(Programs.detector, score + ["--allow", detector.folder.path("none.toml")])
        #expect(missing.status == 2)
    }
}
