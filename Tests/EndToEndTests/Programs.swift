import Foundation
import Testing

/// The two programs as they were built beside the tests, run for real.
struct Programs {
    /// Where they are.
    static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
    static let console = folder.appendingPathComponent("stillwatch")
    static let detector = folder.appendingPathComponent("stillwatch-detector")

    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Runs a program to its end.
    static func run(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let files = try (0..<2).map { _ in try TemporaryFile() }
        process.standardOutput = files[0].handle
        process.standardError = files[1].handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: try files[0].text(), messages: try files[1].text())
    }

    /// Runs a program that must succeed, and gives what it printed.
    @discardableResult
    static func expect(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        at place: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try run(program, arguments, environment: environment)
        try #require(
            outcome.status == 0, "\(program.lastPathComponent) \(arguments): \(outcome.output)\(outcome.messages)",
            sourceLocation: place)
        return outcome.output
    }
}

/// A file for the output of a program: unlike a pipe it never fills up.
final class TemporaryFile {
    let url: URL
    let handle: FileHandle

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("stillwatch-\(UUID().uuidString)")
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    func text() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

    deinit {
        try? FileManager.default.removeItem(at: url)  // A temporary file that stays is no failure of the test.
    }
}

/// A folder of its own for one test, with the paths that the tests use.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("stillwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    var state: String { path("state") }
    var cache: String { path("cache.sqlite") }
    var token: String { path("token") }

    /// What a console on the cache of this folder needs to know.
    var environment: [String: String] {
        [
            "STILLWATCH_ANALYST": "analyst-1", "STILLWATCH_CACHE": cache, "HOME": url.path,
            "XDG_CONFIG_HOME": path("config"), "XDG_STATE_HOME": path("xdg-state"),
        ]
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    deinit {
        try? FileManager.default.removeItem(at: url)  // A temporary folder that stays is no failure of the test.
    }
}
