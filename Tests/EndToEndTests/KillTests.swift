import Foundation
import Testing

/// Whatever is killed, wherever: the cache ends up as one that was synced in peace.
@Suite(.serialized) struct KillTests {
    private func digest(_ cache: String, _ environment: [String: String]) throws -> String {
        let json = try Programs.expect(
            Programs.console, ["fsck", "--json", "--cache", cache], environment: environment)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["ok"] as? Bool == true, "\(json)")
        return try #require(object["digest"] as? String)
    }

    @Test func `sync and serve killed again and again leave the cache of a sync in peace`() throws {
        let detector = try Detector(accounts: 120, exchanges: 4_000, seed: 5)
        try detector.serve()
        let peaceful = detector.folder.path("peaceful.sqlite")
        let start = Date()
        try Programs.expect(Programs.console, detector.sync(into: peaceful), environment: detector.environment)
        let whole = Date().timeIntervalSince(start)
        let expected = try digest(peaceful, detector.environment)

        for round in 1...6 {
            let sync = Process()
            sync.executableURL = Programs.console
            sync.arguments = detector.sync(into: detector.folder.cache)
            sync.environment = ProcessInfo.processInfo.environment.merging(detector.environment) { $1 }
            sync.standardOutput = FileHandle.nullDevice
            sync.standardError = FileHandle.nullDevice
            try sync.run()
            Thread.sleep(forTimeInterval: whole * Double(round) / 8)
            if round.isMultiple(of: 2) {
                detector.kill()
                Foundation.kill(sync.processIdentifier, SIGKILL)
                sync.waitUntilExit()
                try detector.serve()
            } else {
                Foundation.kill(sync.processIdentifier, SIGKILL)
                sync.waitUntilExit()
            }
        }
        try Programs.expect(
            Programs.console, detector.sync(into: detector.folder.cache), environment: detector.environment)
        #expect(try digest(detector.folder.cache, detector.environment) == expected)
    }
}
