import Foundation
import Testing

/// A detector with a state of its own, that serves on loopback until it is let go.
final class Detector {
    let folder: Folder
    private(set) var address = ""
    private var process: Process?

    /// Makes a state from a simulated log: reads it and scores it.
    init(accounts: Int = 200, exchanges: Int = 5_000, seed: Int = 7) throws {
        folder = try Folder()
        try Programs.expect(
            Programs.detector,
            [
                "simulate", "--out", folder.path("log"), "--accounts", "\(accounts)", "--exchanges", "\(exchanges)",
                "--seed", "\(seed)", "--scenario", "incident",
            ])
        try Programs.expect(
            Programs.detector, ["ingest", "--state", folder.state, folder.path("log/log.jsonl.gz")])
        try Programs.expect(Programs.detector, ["score", "--state", folder.state])
        try makeToken()
    }

    /// Makes a state from a log.
    init(log: Data) throws {
        folder = try Folder()
        try log.write(to: URL(fileURLWithPath: folder.path("log.jsonl")))
        let read = try Programs.run(
            Programs.detector, ["ingest", "--state", folder.state, folder.path("log.jsonl")])
        try #require(read.status == 0, "\(read.messages)")
        try Data((read.output + read.messages).utf8).write(to: URL(fileURLWithPath: folder.path("ingest.log")))
        try Programs.expect(Programs.detector, ["score", "--state", folder.state])
        try makeToken()
    }

    /// Has the state of the sample log, a copy of its own.
    init(sample: URL) throws {
        folder = try Folder()
        for (from, to) in [("detector", folder.state), ("token", folder.token)] {
            try FileManager.default.copyItem(
                at: sample.appendingPathComponent(from), to: URL(fileURLWithPath: to))
        }
    }

    private func makeToken() throws {
        let token = try Programs.expect(
            Programs.detector,
            ["token", "new", "--state", folder.state, "--name", "analyst-1", "--scope", "read,label,text,ingest"])
        try Data(token.utf8).write(to: URL(fileURLWithPath: folder.token))
    }

    /// Starts serving on a free port, or on the port of before.
    func serve() throws {
        let process = Process()
        process.executableURL = Programs.detector
        let listen = address.isEmpty ? "127.0.0.1:0" : address.replacingOccurrences(of: "http://", with: "")
        process.arguments = ["serve", "--state", folder.state, "--listen", listen]
        let output = try TemporaryFile()
        process.standardOutput = output.handle
        try Data().write(to: URL(fileURLWithPath: folder.path("detector.log")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("detector.log")))
        try process.run()
        self.process = process
        let deadline = Date().addingTimeInterval(60)
        while Date() < deadline {
            let lines = try output.text().split(separator: "\n")
            if let first = lines.first {
                address = String(first)
                return
            }
            try #require(process.isRunning, "the detector ended before it gave an address")
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("the detector gave no address within a minute")
    }

    /// Sends a body as a log of JSON lines, and gives the whole answer.
    func post(_ body: Data) throws -> String {
        let place = try #require(address.wholeMatch(of: /http:\/\/(.*):([0-9]+)/))
        let token = try String(contentsOfFile: folder.token, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let head = [
            "POST /v1/ingest/jsonl HTTP/1.1", "Host: \(place.1)", "Authorization: Bearer \(token)",
            "Content-Type: application/x-ndjson", "Content-Length: \(body.count)", "Connection: close", "", "",
        ]
        let request = folder.path("request")
        try (Data(head.joined(separator: "\r\n").utf8) + body).write(to: URL(fileURLWithPath: request))
        let script = "exec 3<>/dev/tcp/$1/$2; cat \"$3\" >&3; timeout 10 cat <&3"
        return try Programs.run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", script, "post", String(place.1), String(place.2), request]
        ).output
    }

    /// Kills it as nothing can refuse.
    func kill() {
        guard let process else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    /// Asks it to stop, and waits.
    func stop() {
        guard let process else { return }
        process.terminate()
        process.waitUntilExit()
        self.process = nil
    }

    /// The arguments of a sync from it.
    func sync(into cache: String) -> [String] {
        ["sync", "--detector", address, "--token-file", folder.token, "--cache", cache]
    }

    /// What a console on a cache of this folder needs to know.
    var environment: [String: String] { folder.environment }

    deinit { kill() }
}
