import Digests
import Foundation
import HostileText
import Testing

@testable import CaseBundle

/// Each test breaks one thing that RFC 8493 alone would let pass, and expects exactly our rule.
@Suite("V1 to V12")
struct OwnRulesTests {
    private func broken(
        _ spoil: (SpoiltBag) throws -> Void, _ change: (inout BundleVerifier) -> Void = { _ in }
    ) throws -> Set<Verification.Rule> {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try spoil(bag)
        let verification = try workshop.verify(bag, change)
        #expect(verification.problems.allSatisfy { !$0.message.isEmpty })
        return verification.rules
    }

    @Test func `V1: bagit.txt with other line ends`() throws {
        #expect(
            try broken { bag in
                try bag.edit("bagit.txt") { $0.replacing("\n", with: "\r\n") }
                try bag.seal()
            } == [.v1])
    }

    @Test func `V2: one payload manifest alone`() throws {
        #expect(
            try broken { bag in
                try bag.remove("manifest-sha512.txt")
                try bag.seal()
            } == [.v2])
    }

    @Test func `V2: a manifest that omits a file`() throws {
        #expect(
            try broken { bag in
                try bag.edit("manifest-sha512.txt") { $0.replacing(/.*data\/readme.txt\n/, with: "") }
                try bag.seal(payload: false)
            } == [.v2, .bagitUnlisted])
    }

    @Test func `V3: a tag manifest deleted`() throws {
        #expect(try broken { try $0.remove("tagmanifest-sha512.txt") } == [.v3])
        #expect(try broken { try $0.remove("tagmanifest-sha256.txt") } == [.v3, .v9])
    }

    @Test func `V3: bag-info changed and its line removed from the tag manifests`() throws {
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0 + "Note: forged\n" }
                for file in ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"] {
                    try bag.edit(file) { $0.replacing(/.*bag-info.txt\n/, with: "") }
                }
                try bag.sign()
            } == [.v3])
    }

    @Test(arguments: ["extra.txt", "signatures/other.sig", "docs/extra.txt"])
    func `V3: a file beside the payload that nothing lists`(file: String) throws {
        #expect(try broken { try $0.write(file, "x") } == [.v3])
    }

    @Test func `V3: an empty directory beside the payload`() throws {
        #expect(
            try broken {
                try FileManager.default.createDirectory(atPath: $0.path + "/empty", withIntermediateDirectories: false)
            } == [.v3])
    }

    @Test(arguments: ["/etc/passwd", "readme.txt", "nowhere"])
    func `V4: a link, wherever it leads`(target: String) throws {
        #expect(
            try broken {
                try FileManager.default.createSymbolicLink(atPath: $0.path + "/data/link", withDestinationPath: target)
            } == [.v4])
    }

    @Test func `V4: a payload file replaced by a link to the same bytes`() throws {
        #expect(
            try broken { bag in
                let copy = bag.workshop.directory + "/copy"
                try FileManager.default.moveItem(atPath: bag.path + "/data/readme.txt", toPath: copy)
                try FileManager.default.createSymbolicLink(
                    atPath: bag.path + "/data/readme.txt", withDestinationPath: copy)
            } == [.v4, .v7, .v12, .bagitMissing, .bagitOxum])
    }

    @Test func `V4: a pipe does not hang the verifier`() throws {
        #expect(try broken { _ = mkfifo($0.path + "/data/pipe", 0o600) } == [.v4])
    }

    @Test func `V4: an empty directory in the payload`() throws {
        #expect(
            try broken {
                try FileManager.default.createDirectory(
                    atPath: $0.path + "/data/empty", withIntermediateDirectories: false)
            } == [.v4])
    }

    @Test(arguments: [
        "data/UPPER.txt", "data/sp ace", "data/ü", "data/.dot", "data/a%25b", "data/~x", "data/a:b",
        "data/" + String(repeating: "n", count: 201),
    ])
    func `V5: a name that file systems or baggers read two ways`(file: String) throws {
        #expect(
            try broken { bag in
                try bag.write(file, "x")
                try bag.seal()
            }.subtracting([.bagitMissing, .bagitUnlisted, .v6, .bagitPath]) == [.v5])
    }

    @Test func `V5: a name that is no text`() throws {
        #expect(
            try broken { bag in
                let name: [UInt8] = Array((bag.path + "/data/x").utf8) + [0xFF, 0]
                name.withUnsafeBufferPointer { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { text in
                        if let start = text.baseAddress { close(creat(start, 0o600)) }
                    }
                }
            } == [.v5, .bagitUnlisted])
    }

    @Test func `V6: a sibling directory whose name begins with the bag's`() throws {
        let rules = try broken { bag in
            let name = URL(fileURLWithPath: bag.path).lastPathComponent
            try bag.edit("tagmanifest-sha256.txt") { $0 + String(repeating: "0", count: 64) + "  ../\(name)-evil/x\n" }
            try bag.sign()
        }
        #expect(rules == [.v5, .v6, .bagitPath])
    }

    @Test func `V7: Payload-Oxum missing, doubled or wrong`() throws {
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0.replacing(/Payload-Oxum: .*\n/, with: "") }
                try bag.seal(payload: false)
            } == [.v7])
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0 + ($0.firstMatch(of: /Payload-Oxum: .*\n/)?.output ?? "") }
                try bag.seal(payload: false)
            } == [.v7])
        #expect(
            try broken { bag in
                try bag.edit("bag-info.txt") { $0.replacing("Payload-Oxum: ", with: "Payload-Oxum: 1") }
                try bag.seal(payload: false)
            } == [.v7, .bagitOxum])
    }

    @Test func `V8: fetch.txt, even in good form`() throws {
        #expect(
            try broken { bag in
                try bag.write("fetch.txt", "https://example.com/x - data/readme.txt\n")
                try bag.seal(payload: false)
            } == [.v8])
    }

    @Test func `V11: STIX is not called good unseen`() throws {
        #expect(
            try broken { bag in
                try bag.write("data/stix/bundle.json", "{}")
                try bag.seal()
            } == [.v11])
    }

    @Test func `V12: what case.json promises and is missing`() throws {
        #expect(
            try broken { bag in
                try bag.remove("data/readme.txt")
                try bag.seal()
            } == [.v12])
    }

    @Test func `V12: a count in query.json that is not so`() throws {
        #expect(
            try broken { bag in
                try bag.edit("data/query.json") { $0.replacing("\"accounts\":2", with: "\"accounts\":3") }
                try bag.seal()
            } == [.v12])
    }

    @Test func `V12: a label left out`() throws {
        #expect(
            try broken { bag in
                try bag.edit("data/labels.jsonl") { $0.split(separator: "\n").dropLast().joined() + "\n" }
                try bag.seal()
            } == [.v12])
    }

    @Test func `V12: evidence that is not named by its bytes, or not listed`() throws {
        #expect(
            try broken { bag in
                let path = try #require(try BagTree(at: bag.path).payload.first { $0.hasPrefix("data/evidence/") })
                try bag.flipByte(of: path)
                try bag.seal()
            } == [.v12])
        #expect(
            try broken { bag in
                let digest = SHA256Digest.of("x").hex
                try bag.write("data/evidence/\(digest.prefix(2))/\(digest).json", "x")
                try bag.seal()
            } == [.v12])
    }

    @Test func `V12: no case.json, or none that reads`() throws {
        #expect(
            try broken { bag in
                try bag.remove("data/case.json")
                try bag.seal()
            } == [.v12])
        #expect(
            try broken { bag in
                try bag.write("data/case.json", "{")
                try bag.seal()
            } == [.v12])
    }

    @Test func `every problem is listed, not only the first`() throws {
        let rules = try broken { bag in
            try bag.flipByte(of: "data/report.md")
            try bag.write("fetch.txt", "x")
            try bag.write("data/extra", "")
            try bag.remove("tagmanifest-sha512.txt")
        }
        #expect(rules == [.bagitDigest, .bagitUnlisted, .bagitOxum, .bagitFetch, .v3, .v7, .v8])
    }

    @Test func `the answer for people names rule, place and reason, or the signer`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        #expect(try workshop.verify(bag).lines.first?.description.hasPrefix("valid: case-7, signed by SHA256:") == true)
        try bag.flipByte(of: "data/report.md")
        let lines = try workshop.verify(bag).lines.map(\.description)
        #expect(
            lines.first
                == "bagit-digest data/report.md: Its sha256 is not the one that manifest-sha256.txt gives: it was changed."
        )
    }

    @Test func `the JSON answer has the documented members`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try bag.flipByte(of: "data/report.md")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(try workshop.verify(bag)), as: UTF8.self)
        #expect(text.contains(#""valid":false"#))
        #expect(text.contains(#""path":"data/report.md","rule":"bagit-digest""#))
        #expect(text.contains(#""case":"case-7""#))
        #expect(text.contains(#""audit_head":"\#(SampleCase.contents().auditHead)""#))
        #expect(text.contains(#""signer":"SHA256:"#))
    }
}
