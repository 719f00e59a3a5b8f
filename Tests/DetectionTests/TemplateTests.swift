import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Templates")
struct TemplateTests {
    private let fixed = "answer as an expert who explains each decision with care and in full"

    private func pieces(_ spell: (inout SmallWorld) -> String) throws -> [Template.Piece] {
        var world = SmallWorld(seed: 5)
        for _ in 0..<12 { world.add("acct-1", at: world.anyTime(), prompt: spell(&world)) }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.templates.count == 1)
        #expect(findings.annotations.allSatisfy { $0.template == findings.templates.first?.id })
        return try #require(findings.templates.first).pieces
    }

    @Test func `fixed text at the beginning is found`() throws {
        #expect(try pieces { fixed + " " + $0.words(9) }.first == .fixed(UntrustedText(fixed)))
    }

    @Test func `fixed text in the middle is found`() throws {
        let pieces = try pieces { $0.words(9) + " " + fixed + " " + $0.words(9) }
        #expect(pieces.count == 3)
        #expect(pieces[1] == .fixed(UntrustedText(fixed)))
    }

    @Test func `fixed text at the end is found`() throws {
        #expect(try pieces { $0.words(9) + " " + fixed }.last == .fixed(UntrustedText(fixed)))
    }

    @Test func `two fixed spans around a slot are one template, and its id is of the fixed text alone`() throws {
        var ids: Set<TemplateID> = []
        for seed in [1, 2] as [UInt64] {
            var world = SmallWorld(seed: seed)
            for _ in 0..<12 {
                let prompt =
                    "read the passage below with great care " + world.words(10)
                    + " then list the five main claims of it"
                world.add("acct-1", at: world.anyTime(), prompt: prompt)
            }
            let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
            #expect(findings.templates.map(\.pieces.count) == [3])
            ids.formUnion(findings.templates.map(\.id))
        }
        #expect(ids.count == 1)
    }

    @Test func `a wording made of common sentences is as much text as all of them`() throws {
        var world = SmallWorld(seed: 8)
        let sentences = (0..<3).map { _ in world.words(9) }
        for number in 0..<60 {
            for turn in 0..<4 {
                let prompt = sentences[(number + turn) % 3] + " " + world.words(9)
                world.add("acct-o\(number)", at: world.anyTime(), prompt: prompt)
            }
        }
        for number in 0..<8 {
            for _ in 0..<4 {
                let prompt = sentences.joined(separator: " ") + " " + world.words(9)
                world.add("acct-x\(number)", at: world.anyTime(), prompt: prompt)
            }
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let own = observed.shared.values.filter { $0.kind == .template && $0.members.count == 8 }
        let value = try #require(own.first)
        #expect(own.count == 1)
        #expect(value.substance == 1)
        #expect(value.habit == nil)
        let common = observed.shared.values.filter { $0.kind == .template && $0.members.count > 60 }
        #expect(common.count == 3)
        #expect(common.allSatisfy { $0.substance < 1 })
    }

    @Test func `slots and fixed text are matched by their bytes`() throws {
        var world = SmallWorld(seed: 6)
        for _ in 0..<8 { world.add("acct-1", at: world.anyTime(), prompt: "é " + world.words(7) + " " + fixed) }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        for (exchange, annotation) in zip(world.exchanges, findings.annotations) {
            let text = try #require(exchange.text?.prompt?.verbatim)
            let match = try #require(annotation.matches.first { $0.signal == .sharedTemplate })
            #expect(match.part == .message(0))
            #expect(String(decoding: Array(text.utf8)[match.start..<match.end], as: UTF8.self) == fixed)
        }
    }
}
