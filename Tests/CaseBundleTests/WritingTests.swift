import Evidence
import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("Writing a bundle")
struct WritingTests {
    @Test func `a written bundle is valid by every rule`() throws {
        let workshop = try Workshop()
        let verification = try workshop.verify(try workshop.bag()) { $0.allowedSigners = workshop.signers }
        #expect(verification.problems == [])
        #expect(verification.bag.matter == UntrustedText("case-7"))
        #expect(verification.bag.auditHead == UntrustedText(SampleCase.contents().auditHead))
        #expect(verification.bag.signer?.principal == UntrustedText("alice"))
    }

    @Test func `the bag is named by case and moment and holds the files of the layout`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        #expect(bag.path.hasSuffix("/case-7_2026-11-21T080013Z"))
        let tree = try BagTree(at: bag.path)
        let fixed = tree.files.keys.filter { !$0.hasPrefix("data/evidence/") }.sorted()
        #expect(
            fixed == [
                "bag-info.txt", "bagit.txt", "data/audit.jsonl", "data/case.json", "data/labels.jsonl",
                "data/query.json",
                "data/readme.txt", "data/redactions.json", "data/report.html", "data/report.md", "manifest-sha256.txt",
                "manifest-sha512.txt", "signatures/tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt",
                "tagmanifest-sha512.txt",
            ])
        #expect(tree.files.keys.count { $0.hasPrefix("data/evidence/") } == 2)
        #expect(try bag.read("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    }

    @Test func `bag-info says what was exported, by whom and how`() throws {
        let info = try Workshop().withBag { try $0.read("bag-info.txt") }
        #expect(info.contains("External-Identifier: case-7\n"))
        #expect(info.contains("Bagging-Date: 2026-11-21\n"))
        #expect(info.contains("Bag-Software-Agent: stillwatch 1.0.0\n"))
        #expect(info.contains("Case-Audit-Head: \(SampleCase.contents().auditHead)\n"))
        #expect(info.contains("Redaction-Policy: standard\n"))
        #expect(info.contains("Evidence-Cursor: 8123\n"))
    }

    @Test func `equal contents at one time make equal bytes`() throws {
        let first = try Workshop()
        let second = try Workshop()
        var shuffled = SampleCase.contents()
        shuffled.accounts.reverse()
        shuffled.exchanges.reverse()
        shuffled.labels.reverse()
        #expect(
            try first.bag().read("tagmanifest-sha256.txt") == second.bag(shuffled).read("tagmanifest-sha256.txt"))
    }

    @Test func `a second export in the same second is refused and leaves the first alone`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        #expect(throws: ExportProblem.exists(path: bag.path)) { try workshop.bag() }
        #expect(try workshop.verify(bag).isValid)
    }

    @Test func `a bundle that cannot be signed leaves nothing behind`() throws {
        let workshop = try Workshop()
        var writer = workshop.writer
        writer.directory += "/out"
        writer.signature?.key = workshop.directory + "/no-such-key"
        #expect(throws: SignatureProblem.self) { try writer.write(SampleCase.contents(), at: SampleCase.now) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: writer.directory) == [])
    }

    @Test func `an empty case is not exported`() throws {
        let workshop = try Workshop()
        var contents = SampleCase.contents()
        contents.items = []
        #expect(throws: ExportProblem.empty) { try workshop.writer.write(contents, at: SampleCase.now) }
    }

    @Test(arguments: [
        ("case-7", "case-7"), ("../../etc", "etc-"), ("Käse", "k--se-"), ("…", "case-"), ("a/b", "a-b-"), (".x", "x-"),
    ])
    func `a case's id becomes a name that no file system minds`(id: String, prefix: String) {
        let name = BagName.of(CaseID(id), at: SampleCase.now)
        #expect(name.hasPrefix(prefix))
        #expect(name.hasSuffix("_2026-11-21T080013Z"))
        #expect(BagPath.isPortable(name: name.lowercased()))
    }

    @Test func `evidence is named by its own digest and reads back as it was`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        let tree = try BagTree(at: bag.path)
        let read = try tree.payload.filter { $0.hasPrefix("data/evidence/") }.map { path in
            #expect(path.hasSuffix("/" + (try tree.digests(of: path).hex(.sha256)) + ".json"))
            return try JSONDecoder().decode(EvidenceExchange.self, from: try tree.data(of: path))
        }
        #expect(Set(read) == Set(SampleCase.contents().exchanges))
    }
}

extension Workshop {
    func withBag<Value>(_ body: (SpoiltBag) throws -> Value) throws -> Value {
        try body(try bag())
    }
}
