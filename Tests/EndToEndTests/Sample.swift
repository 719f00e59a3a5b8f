import Foundation
import Testing

/// The sample log as `make demo` has it, scored and synced into a cache once for all tests of a run.
enum Sample {
    /// The project's folder.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What `sampledata/prepare` left: `cache.sqlite`, `token` and `detector`. Tests copy what they change.
    static func folder() throws -> URL { try prepared.get() }

    /// A folder with a copy of the cache, for a test that changes it.
    static func analyst() throws -> Folder {
        let folder = try Folder()
        try FileManager.default.copyItem(
            at: try Self.folder().appendingPathComponent("cache.sqlite"), to: URL(fileURLWithPath: folder.cache))
        return folder
    }

    private static let place = FileManager.default.temporaryDirectory
        .appendingPathComponent("stillwatch-sample-\(ProcessInfo.processInfo.processIdentifier)")

    private static let prepared: Result<URL, any Error> = Result {
        atexit {
            try? FileManager.default.removeItem(at: Sample.place)  // What stays is a temporary folder.
        }
        try Programs.expect(
            URL(fileURLWithPath: "/bin/bash"),
            [project.appendingPathComponent("sampledata/prepare").path, Programs.folder.path, place.path])
        return place
    }
}
