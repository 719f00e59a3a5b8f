import DetectorEngine
import Foundation
import Testing

struct WriterLockTests {
    @Test func `the second writer waits and then names the first`() async throws {
        let state = try TestState()
        do {
            let first = try await WriterLock.take(in: state.directory, for: "ingest")
            defer { withExtendedLifetime(first) {} }
            let holder = "process \(ProcessInfo.processInfo.processIdentifier) (stillwatch-detector ingest)"
            await #expect(throws: StateError.busy(holder: holder, seconds: 0)) {
                _ = try await WriterLock.take(in: state.directory, for: "score", waiting: 0)
            }
        }
        _ = try await WriterLock.take(in: state.directory, for: "score", waiting: 0)
    }

    @Test func `a state that is not there, or not ours, says so`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/stillwatch-none-" + UUID().uuidString
        #expect(throws: StateError.missing(directory: path)) {
            _ = try EmbeddedEngine(StateDirectory(path), mayCreate: false) { TestClock().now }
        }
        let state = try TestState()
        try Data("short".utf8).write(to: URL(fileURLWithPath: state.directory.path + "/key"))
        #expect(throws: StateError.damaged(path: state.directory.path + "/key", reason: "a key has 32 bytes")) {
            _ = try EmbeddedEngine(state.directory, mayCreate: false) { TestClock().now }
        }
    }
}
