import Foundation
import Testing

/// The detector dies in the middle of a transaction: the system kills it when a file of the state grows past a limit, at
/// the same byte in every run. Nothing is lost, and nothing is there twice.
@Suite(.serialized) struct CrashTests {
    /// Runs the detector so that no file that it writes grows past so many blocks of 1,024 bytes.
    private func run(_ arguments: [String], filesUpTo blocks: Int) throws -> Programs.Outcome {
        try Programs.run(
            URL(fileURLWithPath: "/bin/bash"),
            ["-c", "ulimit -c 0 -f $0; exec \"$@\"", "\(blocks)", Programs.detector.path] + arguments)
    }

    private func simulate(into folder: Folder) throws -> String {
        try Programs.expect(
            Programs.detector,
            [
                "simulate", "--out", folder.path("log"), "--accounts", "80", "--exchanges", "2000", "--seed", "11",
            ])
        return folder.path("log/log.jsonl.gz")
    }

    /// What a cache has that syncs from a state.
    private func digest(ofState state: String, in folder: Folder) throws -> String {
        let sample = folder.url.appendingPathComponent("served-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: sample, withIntermediateDirectories: true)
        let detector = sample.appendingPathComponent("detector").path
        try FileManager.default.copyItem(atPath: state, toPath: detector)
        let token = try Programs.expect(
            Programs.detector,
            ["token", "new", "--state", detector, "--name", "analyst-1", "--scope", "read,label,text"])
        try Data(token.utf8).write(to: sample.appendingPathComponent("token"))
        let served = try Detector(sample: sample)
        try served.serve()
        try Programs.expect(
            Programs.console, served.sync(into: served.folder.cache), environment: served.environment)
        let json = try Programs.expect(
            Programs.console, ["fsck", "--json", "--cache", served.folder.cache], environment: served.environment)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["ok"] as? Bool == true, "\(json)")
        return try #require(object["digest"] as? String)
    }

    @Test
    func `killed in the middle of storing a log and a score, a detector that starts again loses and doubles nothing`()
        throws
    {
        let folder = try Folder()
        let log = try simulate(into: folder)
        let peaceful = folder.path("peaceful")
        let state = folder.path("crashed")
        try Programs.expect(Programs.detector, ["token", "new", "--state", peaceful, "--name", "first"])
        try FileManager.default.copyItem(atPath: peaceful, toPath: state)
        try Programs.expect(Programs.detector, ["ingest", "--state", peaceful, log])
        try Programs.expect(Programs.detector, ["score", "--state", peaceful])

        for blocks in [64, 400, 900] {
            let crashed = try run(["ingest", "--state", state, log], filesUpTo: blocks)
            #expect(crashed.status != 0, "it was not killed at \(blocks) blocks")
        }
        try Programs.expect(Programs.detector, ["ingest", "--state", state, log])
        for blocks in [64, 400, 900] {
            let crashed = try run(["score", "--state", state], filesUpTo: blocks)
            #expect(crashed.status != 0, "it was not killed at \(blocks) blocks")
        }
        try Programs.expect(Programs.detector, ["score", "--state", state])
        let again = try Programs.expect(Programs.detector, ["score", "--state", state, "--json"])
        #expect(again.matches(of: /"(new|changed|ended)"\s*:\s*[1-9]/).isEmpty, "\(again)")
        #expect(try digest(ofState: state, in: folder) == digest(ofState: peaceful, in: folder))
    }
}
