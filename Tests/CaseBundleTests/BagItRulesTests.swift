import Foundation
import HostileText
import Testing

@testable import CaseBundle

/// Each test breaks one thing and expects exactly the rules of RFC 8493 that it breaks.
@Suite("RFC 8493")
struct BagItRulesTests {
    private func broken(_ spoil: (SpoiltBag) throws -> Void) throws -> Set<Verification.Rule> {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try spoil(bag)
        return try workshop.verify(bag) { $0.appliesBagItAlone = true }.rules
    }

    @Test func `a bag of ours is valid by the standard alone`() throws {
        #expect(try broken { _ in } == [])
    }

    @Test func `one changed byte in any payload file is found and named`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        for file in try BagTree(at: bag.path).payload {
            try bag.flipByte(of: file)
            let verification = try workshop.verify(bag) { $0.appliesBagItAlone = true }
            #expect(verification.rules == [.bagitDigest], "\(file)")
            #expect(Set(verification.problems.map(\.path.verbatim)) == [file])
            try bag.flipByte(of: file)
        }
        #expect(try workshop.verify(bag).isValid)
    }

    @Test func `one changed byte in any tag file is found`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        for file in try BagTree(at: bag.path).tags {
            try bag.flipByte(of: file)
            #expect(try !workshop.verify(bag).isValid, "\(file)")
            try bag.flipByte(of: file)
        }
    }

    @Test(arguments: [
        ("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), ("BagIt-Version: 1.0\n"),
        ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"),
        ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    ])
    func `a wrong declaration is refused`(text: String) throws {
        #expect(
            try broken { bag in
                try bag.write("bagit.txt", text)
                try bag.seal()
            } == [.bagitDeclaration])
    }

    @Test func `a missing declaration is a problem, not a crash`() throws {
        #expect(try broken { try $0.remove("bagit.txt") } == [.bagitDeclaration, .bagitMissing])
    }

    @Test func `a line of bag-info without a colon is refused`() throws {
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0 + "no label here\n" }
                try bag.seal()
            } == [.bagitInfo])
    }

    @Test func `a wrong Payload-Oxum is refused`() throws {
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0.replacing("Payload-Oxum: ", with: "Payload-Oxum: 1") }
                try bag.seal(payload: false)
            } == [.bagitOxum])
    }

    @Test func `a payload file that no manifest lists is refused`() throws {
        #expect(try broken { try $0.write("data/extra.txt", "") } == [.bagitOxum, .bagitUnlisted])
    }

    @Test func `a payload file that is missing is refused`() throws {
        #expect(try broken { try $0.remove("data/readme.txt") } == [.bagitOxum, .bagitMissing])
    }

    @Test func `one manifest that omits a file is refused, though the other lists it`() throws {
        #expect(
            try broken { bag in
                try bag.edit("manifest-sha512.txt") { $0.replacing(/.*data\/readme.txt\n/, with: "") }
                try bag.seal(payload: false)
            } == [.bagitUnlisted])
    }

    @Test func `a bag without a payload manifest is refused`() throws {
        #expect(
            try broken { bag in
                try bag.remove("manifest-sha256.txt")
                try bag.remove("manifest-sha512.txt")
                try bag.seal(payload: false)
            } == [.bagitManifest])
    }

    @Test func `a manifest of an algorithm that is not checked is refused`() throws {
        #expect(
            try broken { bag in
                try bag.write("manifest-md5.txt", "")
                try bag.seal(payload: false)
            } == [.bagitManifest])
    }

    @Test(arguments: ["garbage\n", "0123  data/readme.txt2\n", "\u{FFFD}\u{FFFD}\n"])
    func `a line that is no digest and path is refused`(line: String) throws {
        let rules = try broken { bag in
            try bag.edit("manifest-sha256.txt") { $0 + line }
            try bag.seal(payload: false)
        }
        #expect(rules.contains(.bagitManifestLine))
    }

    @Test func `a path listed twice is refused`() throws {
        #expect(
            try broken { bag in
                try bag.edit("manifest-sha256.txt") { $0 + ($0.split(separator: "\n").first ?? "") + "\n" }
                try bag.seal(payload: false)
            } == [.bagitManifestLine])
    }

    @Test(arguments: [
        "../outside", "/etc/passwd", "~/x", "data/../../x", "data//x", "data/./x",
        "../case-7_2026-11-21T080013Z-evil/x",
    ])
    func `a path that leaves the bag is refused and not opened`(path: String) throws {
        #expect(
            try broken { bag in
                try bag.edit("tagmanifest-sha256.txt") { $0 + String(repeating: "0", count: 64) + "  \(path)\n" }
            } == [.bagitPath])
    }

    @Test func `a tag manifest that lists a tag manifest is refused`() throws {
        #expect(
            try broken { bag in
                let digest = try BagTree(at: bag.path).digests(of: "tagmanifest-sha512.txt").hex(.sha256)
                try bag.edit("tagmanifest-sha256.txt") { $0 + "\(digest)  tagmanifest-sha512.txt\n" }
            } == [.bagitPath])
    }

    @Test func `fetch of a file that no manifest lists is refused`() throws {
        #expect(
            try broken { bag in
                try bag.write("fetch.txt", "https://example.com/x - data/unlisted\nnonsense\n")
                try bag.seal(payload: false)
            } == [.bagitFetch])
    }

    @Test func `the order of lines and the case of digests say nothing`() throws {
        #expect(
            try broken { bag in
                for file in ["manifest-sha256.txt", "manifest-sha512.txt"] {
                    try bag.edit(file) { text in
                        text.split(separator: "\n").reversed().map { line in
                            let parts = line.split(separator: " ")
                            return "\(parts[0].uppercased()) \t\(parts[1])\r\n"
                        }.joined()
                    }
                }
                try bag.seal(payload: false)
            } == [])
    }

    @Test func `a bag without tag manifests is valid by the standard alone`() throws {
        #expect(
            try broken { bag in
                try bag.remove("tagmanifest-sha256.txt")
                try bag.remove("tagmanifest-sha512.txt")
            } == [])
    }

    @Test(arguments: ["/no/such/bag", "/etc/passwd"])
    func `what is no directory is unreadable, not invalid`(path: String) {
        #expect(throws: UnreadableBag.notADirectory(path: path)) { try BundleVerifier(program: nil).verify(path) }
    }
}
