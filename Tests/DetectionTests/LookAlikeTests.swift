import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Look-alikes")
struct LookAlikeTests {
    private func flagged(_ world: SmallWorld) -> [String] {
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        return findings.accounts.filter(\.isFlagged).map(\.id.text.verbatim)
    }

    @Test func `users of one public client are not tied by its fixed instruction and its greeting`() {
        var world = SmallWorld(seed: 11)
        world.addOrdinary(60)
        let instruction = UntrustedText(
            "You are a coding assistant that works in the terminal of its user and asks first.")
        for number in 0..<40 {
            for _ in 0..<12 {
                world.add("acct-c\(number)", at: world.officeTime(), prompt: world.words(18)) {
                    $0.text?.system = instruction
                    $0.origin.userAgent = UntrustedText("public-coder/1.2")
                    $0.origin.tlsFingerprint = UntrustedText("t13d99")
                    $0.standing.paymentHash = "pay-c\(number)"
                    $0.tools = [Tool(name: UntrustedText("bash"))]
                }
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.clusters.isEmpty)
        #expect(findings.accounts.allSatisfy { !$0.isFlagged })
        #expect(findings.notes.contains { $0.contains("40 accounts share it") })
    }

    @Test func `a university behind one range is not flagged`() {
        var world = SmallWorld(seed: 12)
        world.addOrdinary(60)
        for number in 0..<30 {
            for _ in 0..<12 {
                world.add("acct-u\(number)", at: world.officeTime(), prompt: world.words(18)) {
                    $0.origin.addressRange = "192.0.2.0/24"
                    $0.standing.pathway = .education
                }
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.clusters.isEmpty)
        #expect(findings.accounts.allSatisfy { !$0.isFlagged })
        #expect(findings.notes.contains { $0.contains("30 accounts share it") })
    }

    @Test func `one organisation's accounts share template, payment and range without being a cluster`() {
        var world = SmallWorld(seed: 13)
        world.addOrdinary(60)
        for number in 0..<20 {
            for _ in 0..<15 {
                let prompt =
                    "Grade the following answer by the rubric and reply with a single number: " + world.words(12)
                world.add("acct-v\(number)", at: world.anyTime(), prompt: prompt) {
                    $0.organisation = OrganisationID("org-vendor")
                    $0.standing.paymentHash = "pay-vendor"
                    $0.origin.addressRange = "192.0.2.0/24"
                    $0.usage.output = 2
                }
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.clusters.isEmpty)
        #expect(findings.accounts.allSatisfy { !$0.isFlagged })
    }

    @Test func `a customer with one fixed instruction over varied inputs is not flagged`() {
        var world = SmallWorld(seed: 14)
        world.addOrdinary(60)
        for _ in 0..<300 {
            let prompt =
                "Think step by step and explain your reasoning before the final answer to this: " + world.words(12)
            world.add("acct-f", at: world.anyTime(), prompt: prompt) { $0.standing.paymentHash = "pay-f" }
        }
        #expect(flagged(world).isEmpty)
    }

    /// Users by the hundred with one long text in the middle of ever other requests, each at a place of its own.
    private func crowd(_ seed: UInt64, agent: (Int) -> String) -> Findings {
        var world = SmallWorld(seed: seed)
        world.addOrdinary(200)
        for number in 0..<90 {
            for _ in 0..<8 {
                let prompt =
                    world.words(9)
                    + " for this reply lay out every intermediate thought in numbered lines, leave nothing out, "
                    + "keep second thoughts visible and state the result last " + world.words(9)
                world.add("acct-s\(number)", at: world.anyTime(), prompt: prompt) {
                    $0.origin.userAgent = UntrustedText(agent(number))
                    $0.origin.addressRange = "10.\(number).0.0/24"
                    $0.standing.paymentHash = "pay-s\(number)"
                }
            }
        }
        return Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    @Test func `a span that a third of all accounts carry is a cluster, with nothing else shared`() throws {
        let findings = crowd(15) { "client-\($0 % 23)" }
        let cluster = try #require(findings.clusters.first)
        #expect(cluster.size == 90)
        #expect(cluster.kinds == [.content])
    }

    @Test func `a span that comes with one client is that client's`() {
        let findings = crowd(16) { _ in "public-coder/1.2" }
        #expect(findings.clusters.isEmpty)
        #expect(findings.notes.contains { $0.contains("90 accounts share it") })
    }

    @Test func `customers of one host, some of whom say the same, are not coordinated`() {
        var world = SmallWorld(seed: 17)
        world.addOrdinary(80)
        let fixed = world.words(18)
        for number in 0..<8 {
            for _ in 0..<12 {
                let prompt = number < 3 ? fixed + " " + world.words(6) : world.words(20)
                world.add("acct-h\(number)", at: world.officeTime(), prompt: prompt) {
                    $0.standing.paymentHash = "pay-h\(number)"
                    $0.origin.addressRange = "192.0.2.0/24"
                }
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.clusters.allSatisfy { $0.status != .coordinated })
        #expect(findings.accounts.allSatisfy { !$0.isFlagged })
    }
}
