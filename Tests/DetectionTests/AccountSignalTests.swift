import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Signals of one account and of its cluster")
struct AccountSignalTests {
    /// The signal of one account in a world, after clusters are settled.
    private func signal(_ name: SignalName, of account: String, in world: SmallWorld) throws -> Signal {
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        return try #require(
            findings.signals.first { $0.name == name && $0.subject == .account(AccountID(account)) })
    }

    private func ordinary(_ count: Int = 30) -> SmallWorld {
        var world = SmallWorld(seed: 21)
        world.addOrdinary(count)
        return world
    }

    @Test func `an account that is new and busy at once has a steep start, an old one has none`() throws {
        var world = ordinary()
        for (name, age) in [("new", 0), ("old", 60)] {
            for number in 0..<200 {
                world.add(name, at: SmallWorld.start + Int64(number) * Instant.minute, prompt: world.words(8)) {
                    $0.standing.createdAt = SmallWorld.start - Int64(age) * Instant.day
                }
            }
        }
        #expect(try #require(try signal(.ramp, of: "new", in: world).value) > 1)
        #expect(try signal(.ramp, of: "old", in: world).value == 0)
        #expect(try signal(.ramp, of: "acct-o1", in: world).value == nil)
    }

    @Test func `a sweep varies its slots and a nightly job repeats itself`() throws {
        var world = ordinary()
        let fixed = world.words(16)
        for number in 0..<40 {
            let time = SmallWorld.start + Int64(number) * Instant.hour
            world.add("sweep", at: time, prompt: fixed + " " + world.words(10))
        }
        let cases = (0..<4).map { _ in fixed + " " + world.words(10) }
        for number in 0..<40 {
            world.add("nightly", at: SmallWorld.start + Int64(number) * Instant.hour, prompt: cases[number % 4])
        }
        let sweep = try #require(try signal(.slotVariation, of: "sweep", in: world).value)
        let nightly = try #require(try signal(.slotVariation, of: "nightly", in: world).value)
        #expect(sweep > 0.8 && nightly < 0.2)
    }

    @Test func `refused, edited and tried again counts, and giving up does not`() throws {
        var world = ordinary()
        for number in 0..<20 {
            let words = world.words(10)
            let time = SmallWorld.start + Int64(number) * Instant.hour
            world.add("tries", at: time, prompt: words) { $0.status = .refused }
            world.add("tries", at: time + Instant.minute, prompt: words + " please") { $0.status = .ok }
            world.add("stops", at: time, prompt: words) { $0.status = .refused }
            world.add("stops", at: time + Instant.minute, prompt: world.words(12)) { $0.status = .ok }
        }
        #expect(try signal(.probing, of: "tries", in: world).value == 0.5)
        #expect(try signal(.probing, of: "stops", in: world).value == 0)
        #expect(try signal(.probing, of: "acct-o1", in: world).value == nil)
    }

    @Test func `a response that another customer got word for word is a replay`() throws {
        var world = ordinary()
        let answers = (0..<12).map { _ in UntrustedText(world.words(60)) }
        for name in ["one", "two"] {
            for answer in answers {
                world.add(name, at: world.anyTime(), prompt: world.words(9)) { $0.text?.response = answer }
            }
        }
        for _ in answers {
            let other = UntrustedText(world.words(60))
            world.add("three", at: world.anyTime(), prompt: world.words(9)) { $0.text?.response = other }
        }
        #expect(try signal(.signatureReplay, of: "one", in: world).value == 1)
        #expect(try signal(.signatureReplay, of: "three", in: world).value == 0)
    }

    @Test func `a pool shares its load evenly, and what its traffic is made of is said by its members`() throws {
        var world = ordinary(60)
        world.addCampaign("pool", accounts: 12)
        for _ in 0..<15 { world.add("acct-pool3", at: world.anyTime(), prompt: world.words(25)) }
        let even = try #require(try signal(.loadBalance, of: "acct-pool1", in: world).value)
        #expect(even > 0.85)
        let whole = try #require(try signal(.mixture, of: "acct-pool1", in: world).value)
        let half = try #require(try signal(.mixture, of: "acct-pool3", in: world).value)
        #expect(whole == 1 && half == 0.5)
        #expect(try signal(.loadBalance, of: "acct-o1", in: world).value == nil)
        #expect(try signal(.mixture, of: "acct-o1", in: world).note == "in no cluster")
    }

    @Test func `prompts from another field lie farther from ordinary ones than ordinary ones do`() throws {
        var world = ordinary(60)
        world.addCampaign("pool", accounts: 12)
        let far = try #require(try signal(.windowMMD, of: "acct-pool1", in: world).value)
        let near = try #require(try signal(.windowMMD, of: "acct-o1", in: world).value)
        #expect(far > 10 * near)
    }

    @Test func `parameters that never change are rigid, and many clients a day are many styles`() throws {
        var world = ordinary()
        for number in 0..<32 {
            let time = SmallWorld.start + Int64(number) * Instant.minute
            world.add("rigid", at: time, prompt: world.words(8)) { $0.parameters.temperature = 0.7 }
            world.add("loose", at: time, prompt: world.words(8)) { exchange in
                exchange.parameters.temperature = Double(number) / 32
                exchange.origin.userAgent = UntrustedText("client-\(number % 8)")
            }
        }
        #expect(try signal(.parameterRigidity, of: "rigid", in: world).value == 1)
        #expect(try signal(.parameterRigidity, of: "rigid", in: world).note == nil)
        #expect(try #require(try signal(.parameterRigidity, of: "loose", in: world).value) < 0.1)
        #expect(
            try signal(.parameterRigidity, of: "loose", in: world).note
                == "32 settings of parameters, tools and instruction")
        #expect(try signal(.relay, of: "loose", in: world).value == 3)
        #expect(try signal(.relay, of: "rigid", in: world).note == "the log carries neither clients nor end users")
    }

    @Test func `a turn from one target to another is a change of habits`() throws {
        var world = ordinary()
        for number in 0..<60 {
            let time = SmallWorld.start + Int64(number) * 3 * Instant.hour
            let asks = "Show your reasoning step by step before the final answer: " + world.words(8)
            world.add("turns", at: time, prompt: number < 40 ? world.words(12) : asks)
            world.add("stays", at: time, prompt: number % 2 == 0 ? world.words(12) : asks)
        }
        let turned = try #require(try signal(.ownBaseline, of: "turns", in: world).value)
        let stayed = try #require(try signal(.ownBaseline, of: "stays", in: world).value)
        #expect(turned > 0.5 && stayed < 0.05)
    }

    @Test func `long answers to short questions yield much, and single turns are counted by conversation`() throws {
        var world = ordinary()
        for number in 0..<20 {
            world.add("reaps", at: world.anyTime(), prompt: "why " + world.words(3)) {
                $0.conversation = ConversationID("c\(number)")
                $0.usage.input = 9
                $0.usage.output = 999
            }
            world.add("talks", at: world.anyTime(), prompt: world.words(9)) {
                $0.conversation = ConversationID("d\(number / 2)")
            }
        }
        #expect(abs(try #require(try signal(.traceYield, of: "reaps", in: world).value) - 2) < 0.1)
        #expect(try signal(.singleTurn, of: "reaps", in: world).value == 1)
        #expect(try signal(.singleTurn, of: "talks", in: world).value == 0)
        #expect(try signal(.singleTurn, of: "acct-o1", in: world).note == "the log carries no conversations")
    }
}
