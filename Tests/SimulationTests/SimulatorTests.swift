import Evidence
import HostileText
import Testing

@testable import Simulation

@Suite struct SimulatorTests {
    /// The whole log of a scenario as text.
    func log(_ scenario: Scenario) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for exchange in try Simulator(scenario) {
            bytes += LogLine.bytes(of: exchange.logged) + [10] + LogLine.bytes(of: exchange.truth) + [10]
        }
        return bytes
    }

    @Test func `the same seed gives the same bytes, another seed gives others`() throws {
        let scenario = Scenario(accounts: 60, exchanges: 600, seed: 7)
        let first = try log(scenario)
        #expect(try log(scenario) == first)
        #expect(try log(Scenario(accounts: 60, exchanges: 600, seed: 8)) != first)
    }

    @Test func `a simulator can be read twice`() throws {
        let simulator = try Simulator(Scenario(accounts: 40, exchanges: 200, seed: 1))
        #expect(simulator.map(\.logged.exchange.id) == simulator.map(\.logged.exchange.id))
    }

    @Test(arguments: Scenario.Preset.allCases)
    func `accounts and exchanges are exactly as many as asked for`(_ preset: Scenario.Preset) throws {
        let simulator = try Simulator(Scenario(preset: preset, accounts: 120, exchanges: 1_501, seed: 3))
        let exchanges = Array(simulator)
        #expect(exchanges.count == 1_501)
        #expect(Set(exchanges.map(\.logged.exchange.account)).count == 120)
        #expect(simulator.truth().accounts.count == 120)
        #expect(Set(exchanges.map(\.logged.exchange.id)).count == 1_501)
    }

    @Test func `exchanges come in the order of their times, within the five weeks and a conversation more`() throws {
        let times = try Simulator(Scenario(accounts: 80, exchanges: 1_200, seed: 5)).map(\.logged.exchange.at)
        #expect(times == times.sorted())
        #expect(try #require(times.first) >= LogPeriod.start)
        #expect(try #require(times.last) < LogPeriod.end + Instant.day)
    }

    @Test func `every exchange has its truth, and shares in the truth are those of the log`() throws {
        let simulator = try Simulator(Scenario(accounts: 200, exchanges: 6_000, seed: 11))
        var all: [String: Int] = [:]
        var harvested: [String: Int] = [:]
        for exchange in simulator {
            #expect(exchange.truth.id == exchange.logged.exchange.id.text)
            let account = exchange.logged.exchange.account.text.verbatim
            all[account, default: 0] += 1
            if exchange.truth.isHarvest { harvested[account, default: 0] += 1 }
        }
        for (account, truth) in simulator.truth().accounts {
            let share = Double(harvested[account] ?? 0) / Double(all[account] ?? 1)
            #expect(abs(share - (truth.attackerShare ?? 0)) < 0.001)
            #expect((truth.attackerShare != nil) == (truth.regime != nil))
        }
    }

    @Test func `the sample holds every look-alike several times, and every campaign`() throws {
        let accounts = try Simulator(Scenario(accounts: 400, exchanges: 20_000, seed: 7)).truth().accounts.values
        for kind in LookAlike.allCases {
            #expect(accounts.count { $0.className == kind.rawValue } >= 4, "\(kind)")
        }
        #expect(Set(accounts.compactMap(\.campaign)) == ["m1", "m2", "m3", "m4", "m5"])
        let positives = accounts.count { $0.label == .distillation || $0.label == .mixed }
        #expect((40...60).contains(positives))
        for (_, members) in Dictionary(grouping: accounts.filter { $0.cluster != nil }, by: { $0.cluster ?? "" }) {
            #expect(members.count >= 3)
        }
    }
}
