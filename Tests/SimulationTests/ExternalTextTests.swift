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
            let text = String(prompt.prefix { $0 != "\n" })
            if exchange.truth.isHarvest { used.harvest.insert(text) } else { used.ordinary.insert(text) }
        }
        #expect(used.harvest.count > 10)
        #expect(used.ordinary.count > 40)
        #expect(used.harvest.isDisjoint(with: used.ordinary))
        let sources = Dictionary(uniqueKeysWithValues: texts.map { ($0.prompt, $0.source) })
        #expect(Set(used.harvest.map { sources[$0] }) == ["north", "south"])
        #expect(Set(used.ordinary.map { sources[$0] }) == ["north", "south"])
    }

    @Test func `no conversation begins with a text that another began with`() throws {
        var scenario = Scenario(accounts: 120, exchanges: 3_000, seed: 5)
        scenario.texts = texts
        scenario.template = Scenario.TemplateStyle.none
        var firsts: [String: Set<ConversationID?>] = [:]
        for exchange in try Simulator(scenario) {
            for message in exchange.logged.exchange.text?.messages ?? []
            where message.content.verbatim.hasPrefix("corpus text ") && exchange.logged.exchange.conversation != nil {
                firsts[message.content.verbatim, default: []].insert(exchange.logged.exchange.conversation)
            }
        }
        #expect(firsts.count > 50)
        #expect(firsts.values.allSatisfy { $0.count == 1 })
    }

    @Test func `a fixed instruction stands beside the text that it is applied to`() throws {
        var scenario = Scenario(preset: .loud, accounts: 120, exchanges: 3_000, seed: 5)
        scenario.texts = texts
        scenario.template = .fixed
        let prompts = try Simulator(scenario).compactMap { $0.logged.exchange.text?.messages.last?.content.verbatim }
            .filter { $0.contains("corpus text ") }
        #expect(prompts.count { $0.hasPrefix("corpus text ") } < prompts.count)
        #expect(prompts.count { $0.count > 80 } > 5)
    }

    @Test func `real arrivals keep the counts and bring their token counts along`() throws {
        var scenario = Scenario(accounts: 40, exchanges: 400, seed: 5)
        scenario.arrivals = (0..<500).map { .init(offset: Int64($0) * 1_700, input: 300, output: 77) }
        let outputs = try Simulator(scenario).compactMap(\.logged.exchange.usage.output)
        #expect(outputs.count == 400)
        #expect(outputs.count { (60...95).contains($0) } > 40)
    }
}
