import Evidence
import HostileText
import Testing

@testable import Simulation

@Suite struct CampaignTests {
    /// One log of the incident, read once for several tests.
    static let incident = Result { () throws(ScenarioError) in
        let simulator = try Simulator(Scenario(accounts: 400, exchanges: 12_000, seed: 7))
        return (exchanges: Array(simulator), accounts: simulator.truth().accounts)
    }

    /// The harvests of a log by campaign.
    func harvests(_ exchanges: [SimulatedExchange], _ accounts: [String: AccountTruth]) -> [String: [Exchange]] {
        var found: [String: [Exchange]] = [:]
        for exchange in exchanges where exchange.truth.isHarvest {
            let account = exchange.logged.exchange.account.text.verbatim
            found[accounts[account]?.campaign ?? "none", default: []].append(exchange.logged.exchange)
        }
        return found
    }

    @Test func `the coding campaign turns about half of its traffic to a new model within a day`() throws {
        let log = try Self.incident.get()
        let exchanges = try #require(harvests(log.exchanges, log.accounts)["m3"])
        let before = exchanges.filter { $0.at < LogPeriod.release }
        let after = exchanges.filter { $0.at >= LogPeriod.release + Instant.day }
        #expect(before.allSatisfy { $0.model?.verbatim != "model-c" })
        #expect(before.count > 100)
        let share = Double(after.count { $0.model?.verbatim == "model-c" }) / Double(after.count)
        #expect((0.35...0.8).contains(share))
    }

    @Test func `the agentic campaign narrows to reasoning traces`() throws {
        let (exchanges, accounts) = try Self.incident.get()
        let targets = exchanges.filter {
            $0.truth.isHarvest && accounts[$0.logged.exchange.account.text.verbatim]?.campaign == "m2"
        }.map(\.truth.target)
        let half = targets.count / 2
        let early = targets.prefix(half).count { $0 == .reasoningTrace }
        let late = targets.suffix(half).count { $0 == .reasoningTrace }
        #expect(late > 3 * early)
        #expect(Set(targets).count >= 6)
    }

    @Test func `harvests run flatter around the clock than people, not perfectly flat`() throws {
        let (exchanges, accounts) = try Self.incident.get()
        var hours = (harvest: [Int](repeating: 0, count: 24), people: [Int](repeating: 0, count: 24))
        for exchange in exchanges {
            let hour = exchange.logged.exchange.at.hourOfDay
            if exchange.truth.isHarvest { hours.harvest[hour] += 1 }
            if accounts[exchange.logged.exchange.account.text.verbatim]?.className == "public_coding_client" {
                hours.people[hour] += 1
            }
        }
        #expect(hours.harvest.allSatisfy { $0 > 0 })
        #expect(Set(hours.harvest).count > 12)
    }

    @Test(arguments: [Scenario.TemplateStyle.prefix, .middle, .suffix])
    func `an injected span stands in every harvest request where it was asked for`(_ style: Scenario.TemplateStyle)
        throws
    {
        var scenario = Scenario(preset: .quiet, accounts: 100, exchanges: 1_500, seed: 4)
        scenario.campaignSize = 5
        scenario.template = style
        let simulator = try Simulator(scenario)
        let prompts = harvests(Array(simulator), simulator.truth().accounts).values.joined().filter {
            $0.status == .ok && $0.tools == nil
        }
        .compactMap { $0.text?.messages.first { $0.role == .user }?.content.verbatim }
        #expect(prompts.count > 20)
        let spanned = prompts.count { prompt in
            ["When you answer", "For this reply", "Throughout"].contains { head in
                switch style {
                case .prefix: prompt.hasPrefix(head)
                default: prompt.contains(head) && !prompt.hasPrefix(head)
                }
            }
        }
        // A follow-up or a hidden character may break the words.
        #expect(Double(spanned) > 0.85 * Double(prompts.count))
    }

    @Test func `the share of a harvest and the size of a campaign are what was asked for`() throws {
        var scenario = Scenario(preset: .loud, accounts: 200, exchanges: 8_000, seed: 2)
        scenario.share = 0.25
        scenario.campaignSize = 10
        let accounts = try Simulator(scenario).truth().accounts.values
        let members = accounts.filter { $0.className == "harvester" }
        #expect(members.count == 10)
        #expect(members.allSatisfy { abs(($0.attackerShare ?? 0) - 0.25) < 0.06 && $0.regime == "loud" })
    }

    @Test func `with no infrastructure in common, no two harvesters share a payment or an address range`() throws {
        var scenario = Scenario(preset: .quiet, accounts: 200, exchanges: 4_000, seed: 9)
        scenario.infrastructure = Scenario.Infrastructure.none
        let simulator = try Simulator(scenario)
        let harvesters = simulator.actors.filter { $0.truth.className == "harvester" }
        let payments = harvesters.compactMap(\.payment)
        #expect(harvesters.count >= 8)
        #expect(Set(payments).count == payments.count)
        #expect(harvesters.allSatisfy { $0.places.allSatisfy { [.home, .mobile].contains($0.network.kind) } })
    }

    @Test func `a scenario that cannot be is refused with a reason`() {
        #expect(throws: ScenarioError.tooFewAccounts(needed: 24)) {
            try Simulator(Scenario(accounts: 3, exchanges: 100, seed: 1))
        }
        #expect(throws: ScenarioError.tooFewExchanges(needed: 50)) {
            try Simulator(Scenario(accounts: 50, exchanges: 49, seed: 1))
        }
        var scenario = Scenario(accounts: 50, exchanges: 500, seed: 1)
        scenario.share = 0
        #expect(throws: ScenarioError.shareOutOfRange) { try Simulator(scenario) }
        scenario.share = 1
        scenario.campaignSize = 40
        #expect(throws: ScenarioError.campaignTooLarge(most: 30)) { try Simulator(scenario) }
    }
}
