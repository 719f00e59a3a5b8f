import Evidence
import HostileText
import Testing

@testable import Simulation

@Suite struct ExternalTextTests {
    let texts = (0..<400).map { row in
        ExternalText(
            source: row % 2 == 0 ? "north" : "south", isAttack: row % 4 < 2,
            capability: row % 3 == 0 ? .reasoningTrace : .general, prompt: "corpus text \(row)")
    }

    @Test func `texts of a corpus are used, each source on both sides, and no text on both`() throws {
        var scenario = Scenario(accounts: 120, exchanges: 3_000, seed: 5)
        scenario.texts = texts
        scenario.template = Scenario.TemplateStyle.none
        var used: (harvest: Set<String>, ordinary: Set<String>) = ([], [])
        for exchange in try Simulator(scenario) {
            guard let prompt = exchange.logged.exchange.text?.messages.first?.content.verbatim,
                prompt.hasPrefix("corpus text ")
            else { continue }
            if exchange.truth.isHarvest { used.harvest.insert(prompt) } else { used.ordinary.insert(prompt) }
        }
        #expect(used.harvest.count > 10)
        #expect(used.ordinary.count > 40)
        #expect(used.harvest.isDisjoint(with: used.ordinary))
        let sources = Dictionary(uniqueKeysWithValues: texts.map { ($0.prompt, $0.source) })
        #expect(Set(used.harvest.map { sources[$0] }) == ["north", "south"])
        #expect(Set(used.ordinary.map { sources[$0] }) == ["north", "south"])
    }

    @Test func `real arrivals keep the counts and bring their token counts along`() throws {
        var scenario = Scenario(accounts: 40, exchanges: 400, seed: 5)
        scenario.arrivals = (0..<500).map { .init(offset: Int64($0) * 1_700, input: 300, output: 77) }
        let outputs = try Simulator(scenario).compactMap(\.logged.exchange.usage.output)
        #expect(outputs.count == 400)
        #expect(outputs.count { (60...95).contains($0) } > 40)
    }
}
