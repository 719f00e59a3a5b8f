import Foundation
import Testing

/// The pictures in the docs are what the program draws today.
@Suite(.serialized) struct PictureTests {
    private let kept = Sample.project.appendingPathComponent("docs/screens")

    @Test func `every picture in the docs is what the program draws from the sample log`() throws {
        let drawn = try Folder()
        try Programs.expect(
            URL(fileURLWithPath: "/bin/bash"), [kept.appendingPathComponent("render").path, drawn.url.path],
            environment: [
                "STILLWATCH_BIN": Programs.folder.path,
                "STILLWATCH_CACHE": try Sample.folder().appendingPathComponent("cache.sqlite").path,
            ])
        let names = try pictures(in: drawn.url)
        #expect(names.count > 4)
        #expect(try pictures(in: kept) == names, "docs/screens/render draws other pictures than docs/screens holds")
        for name in names {
            let now = try Data(contentsOf: drawn.url.appendingPathComponent(name))
            let then = FileManager.default.contents(atPath: kept.appendingPathComponent(name).path)
            #expect(now == then, "docs/screens/\(name) is stale; draw the pictures anew with: make docs")
        }
    }

    @Test func `every picture is shown in the docs, and none shows the machine that drew it`() throws {
        let documents = try text("docs/guide.md") + text("docs/themes.md") + text("README.md")
        for name in try pictures(in: kept) {
            let isShown = documents.contains("screens/\(name)")
            #expect(isShown, "no document shows docs/screens/\(name)")
            let picture = try text("docs/screens/\(name)")
            for word in [FileManager.default.temporaryDirectory.path, "/home/", "/root/", "127.0.0.1"] {
                #expect(!picture.contains(word), "docs/screens/\(name) shows \(word)")
            }
        }
    }

    private func pictures(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".svg") }.sorted()
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: Sample.project.appendingPathComponent(path)), as: UTF8.self)
    }
}
