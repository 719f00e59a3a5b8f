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

    @Test(arguments: [
        (["Bash", "Read", "Edit"], CapabilityTarget.agenticCoding), (["run", "view", "patch"], .agenticCoding),
        (["runSQL", "plotChart"], .dataAnalysis), (["browser_navigate", "browser_click"], .computerUse),
        (["getWeather", "bookFlight", "sendMail"], .toolOrchestration), (["search", "fetch"], .toolOrchestration),
    ])
    func `tools are told by the words in their names`(names: [String], expected: CapabilityTarget) {
        #expect(target("Go on.") { $0.tools = names.map { Tool(name: UntrustedText($0)) } } == expected)
    }

    @Test func `a picture is of a screen where there are tools for screens`() {
        let errand = "Order the shoes in this picture from the shop."
        #expect(target(errand) { $0.images = 1 } == .vision)
        let click = Tool(name: UntrustedText("browser_click"))
        #expect(target(errand) { ($0.images, $0.tools) = (1, [click]) } == .computerUse)
    }

    @Test func `a tool that was offered and never called is by the way, where the log says how the response ended`() {
        let search = [Tool(name: UntrustedText("web_lookup"))]
        func target(ending reason: String?, calls: String? = nil) -> CapabilityTarget? {
            self.target("What shall we cook tonight?") { exchange in
                exchange.tools = search
                exchange.finishReason = reason.map { UntrustedText($0) }
                guard let calls else { return }
                let called = Message(role: .toolResult, content: UntrustedText("soup"), tool: UntrustedText(calls))
                exchange.text?.messages.insert(called, at: 0)
            }
        }
        #expect(target(ending: "stop") == .general)
        #expect(target(ending: "tool_calls") == .toolOrchestration)
        #expect(target(ending: nil) == .toolOrchestration)
        #expect(target(ending: "stop", calls: "web_lookup") == .toolOrchestration)
    }

    @Test func `a notebook beside a shell is a programmer's`() {
        let tools = ["bash", "apply_patch", "run_sql"].map { Tool(name: UntrustedText($0)) }
        #expect(target("Fix the failing test in src/report.py.") { $0.tools = tools } == .agenticCoding)
        #expect(target("Which month stands out?") { $0.tools = [tools[2]] } == .dataAnalysis)
    }

    @Test func `a turn that only says go on is about what its conversation began with`() {
        let first = "Grade the following answer by the rubric. Output only the score."
        func target(last: String) -> CapabilityTarget? {
            self.target(last) { exchange in
                let began = [Message(role: .user, content: UntrustedText(first))]
                let answered = [Message(role: .assistant, content: UntrustedText("7"))]
                exchange.text?.messages.insert(contentsOf: began + answered, at: 0)
            }
        }
        #expect(target(last: "Give me another one.") == .rewardGrading)
        #expect(target(last: "Thanks! What shall we cook tonight?") == .general)
    }

    @Test func `a system prompt carries an instruction, and a short answer says that it grades`() {
        let system = UntrustedText("You evaluate model outputs for accuracy. Reply with an integer, the score.")
        #expect(target("Q: 2 + 2? A: 4") { $0.text?.system = system } == .rewardGrading)
        #expect(target("Is it good? Criteria: taste, price.") { $0.usage.output = 3 } == .general)
    }

    @Test func `matches lie on the words that decided`() throws {
        var world = SmallWorld(seed: 1)
        world.add("acct-1", at: SmallWorld.start, prompt: "Now, think aloud!")
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let match = try #require(findings.annotations.first?.matches.first)
        #expect(
            match == TextMatch(part: .message(0), start: 5, end: 16, signal: .traceElicitation, target: .reasoningTrace)
        )
    }
}
