import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Targets")
struct TargetTests {
    private func target(_ prompt: String, _ fill: (inout Exchange) -> Void = { _ in }) -> CapabilityTarget? {
        var world = SmallWorld(seed: 1)
        world.add("acct-1", at: SmallWorld.start, prompt: prompt, fill)
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        return findings.annotations.first?.target
    }

    @Test(arguments: [
        ("Think step by step and write out your reasoning before the final answer.", CapabilityTarget.reasoningTrace),
        ("Rate Response A and Response B by this rubric; which is better?", .rewardGrading),
        ("Come up with 20 new tasks of rising difficulty, each with a verifier.", .taskGeneration),
        ("Write the training loop for the reward model with GRPO.", .modelDevelopment),
        ("What shall we cook tonight?", .general),
    ])
    func `words speak for a target`(prompt: String, expected: CapabilityTarget) {
        #expect(target(prompt) == expected)
    }

    @Test func `tools and images speak for a target`() {
        #expect(target("Go on.") { $0.tools = [Tool(name: UntrustedText("computer_click"))] } == .computerUse)
        #expect(target("What is it?") { $0.images = 1 } == .vision)
        let tools = ["bash", "apply_patch"].map { Tool(name: UntrustedText($0)) }
        #expect(target("Go on.") { $0.tools = tools } == .agenticCoding)
    }

    @Test func `matches lie on the words that decided`() throws {
        var world = SmallWorld(seed: 1)
        world.add("acct-1", at: SmallWorld.start, prompt: "Now, step by step!")
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let match = try #require(findings.annotations.first?.matches.first)
        #expect(
            match == TextMatch(part: .message(0), start: 5, end: 17, signal: .traceElicitation, target: .reasoningTrace)
        )
    }
}
