import Foundation
import Testing

/// The main thread decides and draws; it never waits for the cache, also while a sync writes into it.
@Suite(.serialized) struct TurnTests {
    /// A line of the trace: microseconds of one turn of the loop.
    private struct Turn {
        var word: Substring
        var update: Int
        var draw: Int
        var write: Int
        var whole: Int { update + draw + write }

        init?(_ line: Substring) {
            let words = line.split(separator: " ")
            guard words.count == 5, let update = Int(words[2]), let draw = Int(words[3]), let write = Int(words[4])
            else { return nil }
            (word, self.update, self.draw, self.write) = (words[1], update, draw, write)
        }
    }

    @Test func `most turns leave the main thread at once while a sync writes`() throws {
        let detector = try Detector(sample: try Sample.folder())
        try detector.serve()
        let sync = Process()
        sync.executableURL = Programs.console
        sync.arguments = detector.sync(into: detector.folder.cache)
        sync.environment = ProcessInfo.processInfo.environment.merging(detector.environment) { $1 }
        sync.standardOutput = FileHandle.nullDevice
        sync.standardError = FileHandle.nullDevice
        try sync.run()
        defer {
            sync.terminate()
            sync.waitUntilExit()
        }
        let before = try waitForExchanges(in: detector.folder)
        let trace = detector.folder.path("trace")
        try work(with: detector, trace: trace)
        #expect(try exchanges(in: detector.folder) > before, "the sync wrote nothing while the console was at work")
        let turns = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").compactMap(Turn.init)
        #expect(turns.count > 100)
        // That no question is answered on the main thread is a precondition of the program. The times say that nothing else is
        // done there either, as far as a debug build on a busy machine can tell; the budget itself is the benchmark's to hold.
        let keys = turns.filter { $0.word == "key" }.map(\.update).sorted()
        let middle = keys[keys.count / 2]
        #expect(middle <= 1_500, "half of \(keys.count) keys take longer than \(middle) µs")
        let late = turns.filter { $0.update > 8_000 }.count
        #expect(late * 4 <= turns.count, "\(late) of \(turns.count) turns")
    }

    /// Waits until questions have something to be slow about, and says how many exchanges there are then.
    private func waitForExchanges(in folder: Folder) throws -> Int {
        let deadline = Date().addingTimeInterval(60)
        while Date() < deadline {
            let count = try exchanges(in: folder)
            if count > 4_000 { return count }
            Thread.sleep(forTimeInterval: 0.2)
        }
        Issue.record("the sync brought no exchanges within a minute")
        return 0
    }

    private func exchanges(in folder: Folder) throws -> Int {
        let count = try Programs.run(
            Programs.console, ["sql", "SELECT count(*) FROM exchange", "--format", "csv"],
            environment: folder.environment)
        return count.output.split(separator: "\n").last.flatMap { Int($0) } ?? 0
    }

    /// Opens every screen that asks much, and moves in it.
    private func work(with detector: Detector, trace: String) throws {
        let environment = detector.environment.merging(["STILLWATCH_TRACE": trace]) { $1 }
        let terminal = try Terminal(Programs.console, [], environment: environment)
        try terminal.wait(for: "? keys")
        for _ in 0..<2 {
            for place in ["g q", "g c", "g t", "g l", "g s"] {
                try terminal.press(place.split(separator: " ").map(String.init))
                try terminal.press(Array(repeating: "j", count: 6))
            }
        }
        try terminal.press(["g", "t", "t"])
        try terminal.press(["+", "+", "-", "Tab", "j", "j", "g", "q", "/"])
        try terminal.type("score>0.5 target:agentic_coding")
        try terminal.press(["Enter", "j", "j", "Enter"])
        try terminal.press(Array(repeating: "j", count: 6))
        Foundation.kill(try terminal.programID(), SIGTERM)
        Thread.sleep(forTimeInterval: 0.5)
    }
}
