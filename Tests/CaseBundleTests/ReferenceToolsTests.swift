import Foundation
import Testing

@testable import CaseBundle

/// What other people's programs say of our bags.
@Suite("Reference tools")
struct ReferenceToolsTests {
    private static let bagit = ["/usr/bin/env", "python3", "-m", "bagit"]

    private func run(_ command: [String], in directory: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func `bagit.py accepts what we write, and refuses it after one changed byte`() throws {
        let workshop = try Workshop()
        guard try run(Self.bagit + ["--version"], in: workshop.directory) == 0 else {
            print("skipped: python3 has no module bagit")
            return
        }
        let bag = try workshop.bag()
        #expect(try run(Self.bagit + ["--validate", bag.path], in: workshop.directory) == 0)
        for file in try BagTree(at: bag.path).payload {
            try bag.flipByte(of: file)
            #expect(try run(Self.bagit + ["--validate", bag.path], in: workshop.directory) == 1, "\(file)")
            try bag.flipByte(of: file)
        }
    }

    @Test func `sha256sum checks the manifests by hand, as the readme says`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        for manifest in ["tagmanifest-sha256.txt", "manifest-sha256.txt"] {
            #expect(try run(["/usr/bin/sha256sum", "--strict", "-c", manifest], in: bag.path) == 0)
        }
        try bag.flipByte(of: "data/readme.txt")
        #expect(try run(["/usr/bin/sha256sum", "--strict", "-c", "manifest-sha256.txt"], in: bag.path) == 1)
    }
}
