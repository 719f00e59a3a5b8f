import Digests
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("V10, the activity log")
struct AuditTests {
    private func broken(_ spoil: (SpoiltBag) throws -> Void) throws -> Set<Verification.Rule> {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        try spoil(bag)
        try bag.seal()
        return try workshop.verify(bag).rules
    }

    @Test func `a changed row`() throws {
        #expect(
            try broken { try $0.edit("data/audit.jsonl") { $0.replacing("case_added", with: "case_noted") } } == [.v10])
    }

    @Test func `a row cut out of the middle, and one cut off the end`() throws {
        let middle = try broken { bag in
            try bag.edit("data/audit.jsonl") {
                $0.split(separator: "\n").enumerated().filter { $0.offset != 1 }.map { $0.element + "\n" }.joined()
            }
        }
        #expect(middle == [.v10, .v12])
        let end = try broken { bag in
            try bag.edit("data/audit.jsonl") { $0.split(separator: "\n").dropLast().map { $0 + "\n" }.joined() }
        }
        #expect(end == [.v10, .v12])
    }

    @Test func `another head in bag-info, or none`() throws {
        let zeros = String(repeating: "0", count: 64)
        #expect(
            try broken {
                try $0.edit("bag-info.txt") { $0.replacing(/Case-Audit-Head: .*/, with: "Case-Audit-Head: \(zeros)") }
            } == [.v10])
        #expect(
            try broken { try $0.edit("bag-info.txt") { $0.replacing(/Case-Audit-Head: .*\n/, with: "") } } == [.v10])
    }

    @Test func `a row that could be read two ways`() throws {
        #expect(
            try broken {
                try $0.edit("data/audit.jsonl") {
                    $0.replacing(
                        "{\"action\":\"case_opened\"", with: "{\"action\":\"viewed\",\"action\":\"case_opened\"")
                }
            } == [.v10])
    }

    @Test func `rows about other matters are withheld, and still bound`() throws {
        let workshop = try Workshop()
        let bag = try workshop.bag()
        let lines = try bag.read("data/audit.jsonl").split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[3].contains("\"withheld\":true"))
        #expect(!lines[3].contains("acct-99"))
        let own = lines[..<3].filter { $0.contains("withheld") }
        #expect(own == [])
        try bag.edit("data/audit.jsonl") {
            $0.replacing("\"number\":4,\"previous\":\"", with: "\"number\":4,\"previous\":\"0")
        }
        try bag.seal()
        #expect(try workshop.verify(bag).rules == [.v10])
    }

    @Test func `without redaction the log is whole, and a withheld row shown later fits its hash`() throws {
        let workshop = try Workshop()
        let contents = SampleCase.contents()
        let withheld = AuditLine.withheld(contents.audit[3])
        let shown = contents.audit[3]
        #expect(HashChain.hash(of: shown.chainRow, after: shown.previous) == shown.hash)
        #expect(withheld.json["hash"] == .string(shown.hash))
        var writer = workshop.writer
        writer.redaction = .none(reason: "internal")
        let bag = try workshop.bag(by: writer)
        #expect(try bag.read("data/audit.jsonl").contains("acct-99"))
        #expect(try bag.read("bag-info.txt").contains("Redaction-Reason: internal\n"))
        #expect(try workshop.verify(bag).isValid)
    }
}
