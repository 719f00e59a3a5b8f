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
        try Programs.expect(Programs.detector, ["score", "--state", folder.state])
        try makeToken()
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
        process.standardError = FileHandle.nullDevice
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
    var environment: [String: String] {
        [
            "STILLWATCH_ANALYST": "analyst-1", "STILLWATCH_CACHE": folder.cache, "HOME": folder.url.path,
            "XDG_CONFIG_HOME": folder.path("config"), "XDG_STATE_HOME": folder.path("xdg-state"),
        ]
    }

    deinit { kill() }
}
