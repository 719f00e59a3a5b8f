import Foundation
import Testing

/// Everything that leaves the programs other than through the terminal: pictures, bundles, logs, answers, the clipboard.
extension HostileTests {
    /// Draws, exports, logs and answers into one folder, which a checker that knows nothing of our code reads.
    func expectCleanExits() throws {
        let exits = URL(fileURLWithPath: detector.folder.path("exits"))
        try FileManager.default.createDirectory(at: exits, withIntermediateDirectories: true)
        try drawEverything(in: exits)
        try exportEverything(to: exits)
        try logEverything(to: exits)
        let outcome = try Programs.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["python3", Sample.project.appendingPathComponent("Tests/Hostile/exits.py").path, exits.path])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.messages)")
        for kind in [".svg:\(Self.plain.count + payloads.count + 2)", ".html:1", ".csv:3", ".log:3"] {
            #expect(outcome.output.contains(kind), "\(kind) is missing in \(outcome.output)")
        }
    }

    private static let plain = [
        "queue", "clusters", "targets", "timeline", "conversations", "labels", "cases", "sync", "activity",
    ]

    /// Every view as a picture, and for each payload one about an account whose id is that payload.
    private func drawEverything(in folder: URL) throws {
        for view in Self.plain { try draw([view], as: view, in: folder) }
        let about = ["account", "timeline", "conversations", "targets"]
        let ids = try console(["sql", "SELECT hex(id) FROM account ORDER BY id", "--format", "csv"])
            .split(separator: "\n").dropFirst().compactMap { Self.text(hexadecimal: $0) }
        for (number, payload) in payloads.enumerated() {
            // No program can be given an id with a NUL in it as an argument, nor one of more than 128 KiB.
            let id = ids.first {
                $0.hasPrefix("\(payload.name) ") && !$0.unicodeScalars.contains("\0") && $0.utf8.count < 100_000
            }
            guard let id else {
                try draw(["queue", "--open", "q:\"\(payload.name)\""], as: "payload-\(number)", in: folder)
                continue
            }
            try draw([about[number % about.count], id], as: "payload-\(number)", in: folder)
        }
    }

    private func draw(_ arguments: [String], as name: String, in folder: URL) throws {
        let outcome = try Programs.run(
            Programs.console, ["screen"] + arguments + ["--size", "120x40", "--format", "svg"],
            environment: detector.environment)
        // An id so long that no terminal shows it may be refused; what is said then is printed, too.
        let isDrawn = outcome.output.hasPrefix("<svg")
        #expect(isDrawn, "\(name): \(outcome.messages)")
        try Data((outcome.output + outcome.messages).utf8).write(to: folder.appendingPathComponent(name + ".svg"))
    }

    private static func text(hexadecimal: Substring) -> String? {
        let digits = Array(hexadecimal.utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A case with every flag in it as a bag and as its own view, and every list as a table.
    private func exportEverything(to folder: URL) throws {
        try console(["case", "new", "Everything that attacks"])
        try console(["case", "add", "case-1", "--filter", "score>=0"])
        try console(["case", "export", "case-1", "--out", folder.path])
        for view in ["flags", "accounts", "conversations"] {
            let rows = try console(["query", "", "--view", view, "--format", "csv", "--limit", "5000"])
            try Data(rows.utf8).write(to: folder.appendingPathComponent(view + ".csv"))
        }
        try draw(["case", "case-1"], as: "case", in: folder)
        try draw(["cluster", "C-001"], as: "cluster", in: folder)
    }

    /// What both programs wrote of their work, after the detector has refused every payload as a request, too.
    private func logEverything(to folder: URL) throws {
        for (number, payload) in payloads.enumerated() where number % 4 == 0 {
            let answer = try detector.post(payload.raw + Data("\n{\"account\":\"".utf8) + payload.raw)
            #expect(answer.hasPrefix("HTTP/1.1 "), "\(payload.name): \(answer)")
            expectNothingHostile(answer.replacing("\r\n", with: "\n"), "the answer to \(payload.name)")
        }
        for log in ["ingest.log", "detector.log"] {
            try FileManager.default.copyItem(
                at: URL(fileURLWithPath: detector.folder.path(log)), to: folder.appendingPathComponent(log))
        }
        try Data(console(["log", "--limit", "10000"]).utf8).write(to: folder.appendingPathComponent("console.log"))
    }

    /// The only command to a terminal that is no drawing.
    static var clipboard: Regex<(Substring, Substring)> {
        /\u{1B}\]52;c;([A-Za-z0-9+\/=]*)\u{7}/.matchingSemantics(.unicodeScalar)
    }

    /// What is copied is text to look at, also once the terminal has decoded it.
    func expectCleanClipboard(in sent: String) throws {
        let copies = sent.matches(of: Self.clipboard)
        #expect(copies.count > 3, "nothing was copied")
        for copy in copies {
            let bytes = try #require(Data(base64Encoded: String(copy.1)))
            expectNothingHostile(try #require(String(validating: bytes, as: UTF8.self)), "the clipboard")
        }
    }
}
