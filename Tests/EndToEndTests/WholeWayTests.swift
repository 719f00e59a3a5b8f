import Foundation
import Testing

/// The whole way once, with the real binaries: a log, a state, a feed, a cache, a console in tmux, a bundle.
@Suite(.serialized) struct WholeWayTests {
    @Test func `the counts agree from the log to the cache`() throws {
        let folder = try Sample.analyst()
        let rows = try Programs.expect(
            Programs.console, ["sql", "SELECT count(*) AS n FROM exchange"], environment: folder.environment)
        #expect(rows.contains("20000"))
        let accounts = try Programs.expect(
            Programs.console, ["sql", "SELECT count(*) AS n FROM account"], environment: folder.environment)
        #expect(accounts.contains("400"))
        let flags = try Programs.expect(
            Programs.console, ["query", "score>0", "--format", "jsonl", "--limit", "1000"],
            environment: folder.environment)
        #expect(flags.split(separator: "\n").count > 1)
    }

    @Test func `an analyst opens, reads, labels, undoes, and takes a case out that others verify`() throws {
        let folder = try Sample.analyst()
        let key = folder.path("key")
        try Programs.expect(
            URL(fileURLWithPath: "/usr/bin/env"), ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key])

        let terminal = try Terminal(Programs.console, [], environment: folder.environment)
        try terminal.waitForFlag()
        try terminal.press("j", "j", "k", "Enter")
        try terminal.wait(for: "›")
        try terminal.press("t")
        try terminal.wait(for: "Timeline")
        try terminal.press("Tab", "Enter")
        try terminal.wait(for: "user")
        try terminal.press("Escape", "Escape", "Escape")
        try terminal.waitForFlag()
        try terminal.press("1")
        try terminal.wait(for: "labelled distillation")
        try terminal.press("n", "4")
        try terminal.wait(for: "labelled benign")
        try terminal.press("u")
        try terminal.wait(for: "undone")
        try terminal.press("a")
        try terminal.wait(for: "which case?")
        try terminal.press("Enter")
        try terminal.type("Shared template")
        try terminal.press("Enter")
        try terminal.wait(for: "opened case-1")
        try terminal.press("g", "k")
        try terminal.wait(for: "Shared template")
        try terminal.press("X")
        try terminal.wait(for: "export below")
        try terminal.type(folder.path("out"))
        try terminal.press("Enter")
        try terminal.wait(for: "wrote ", seconds: 60)

        let held = try Programs.expect(
            Programs.console,
            [
                "sql",
                "SELECT label, count(*) AS n FROM labelEvent WHERE label IS NOT NULL GROUP BY label ORDER BY label",
            ],
            environment: folder.environment)
        #expect(held.contains("distillation"))
        let bag = try Programs.expect(
            Programs.console,
            ["case", "export", "case-1", "--out", folder.path("signed"), "--sign-key", key],
            environment: folder.environment
        ).trimmingCharacters(in: .whitespacesAndNewlines)
        try verify(bag, environment: folder.environment)
    }

    /// Ours and a third party's validator accept the bag, and refuse it after one byte of one payload file changes.
    private func verify(_ bag: String, environment: [String: String]) throws {
        try Programs.expect(Programs.console, ["verify", bag], environment: environment)
        let bagit = ProcessInfo.processInfo.environment["STILLWATCH_BAGIT"]
        if let bagit { try Programs.expect(URL(fileURLWithPath: bagit), ["--validate", bag]) }
        let report = URL(fileURLWithPath: bag + "/data/report.md")
        var bytes = try Data(contentsOf: report)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: report)
        #expect(try Programs.run(Programs.console, ["verify", bag], environment: environment).status == 1)
        if let bagit {
            #expect(try Programs.run(URL(fileURLWithPath: bagit), ["--validate", bag]).status != 0)
        }
    }

    @Test func `the console ends when its terminal is closed`() throws {
        let folder = try Folder()
        var terminal: Terminal? = try Terminal(Programs.console, [], environment: folder.environment)
        try terminal?.wait(for: "stillwatch")
        let id = try #require(try terminal?.programID())
        terminal = nil
        let deadline = Date().addingTimeInterval(10)
        while Foundation.kill(id, 0) == 0, Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
        #expect(Foundation.kill(id, 0) != 0)
    }

    @Test func `a label is there after the console was killed`() throws {
        let folder = try Sample.analyst()
        let terminal = try Terminal(Programs.console, [], environment: folder.environment)
        try terminal.waitForFlag()
        try terminal.press("4")
        try terminal.wait(for: "labelled benign")
        Foundation.kill(try terminal.programID(), SIGKILL)
        let labels = try Programs.expect(
            Programs.console, ["sql", "SELECT label FROM labelEvent"], environment: folder.environment)
        #expect(labels.contains("benign"))
        let check = try Programs.expect(Programs.console, ["fsck", "--json"], environment: folder.environment)
        #expect(check.contains("\"ok\":true") || check.contains("\"ok\" : true"))
    }
}
