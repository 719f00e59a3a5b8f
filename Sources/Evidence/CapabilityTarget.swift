/// What a piece of traffic extracts from the model.
public enum CapabilityTarget: String, CaseIterable, Codable, Hashable, Sendable {
    /// Written-out reasoning: chains of thought, traces, derivations of a known answer.
    case reasoningTrace = "reasoning_trace"
    /// Grades, preferences and rubric scores: the model as a reward model.
    case rewardGrading = "reward_grading"
    /// Rewrites of sensitive text that a policy would let pass.
    case policyRewrite = "policy_rewrite"
    /// Code written, changed and tested by an agent.
    case agenticCoding = "agentic_coding"
    /// Tools chosen and called, and their results used.
    case toolOrchestration = "tool_orchestration"
    /// Plans, sub-tasks and reflection of an agent.
    case agenticPlanning = "agentic_planning"
    /// Screens read and operated.
    case computerUse = "computer_use"
    /// Images described and read.
    case vision
    /// Tables, statistics and queries.
    case dataAnalysis = "data_analysis"
    /// Tasks, problems and tests made up for training.
    case taskGeneration = "task_generation"
    /// Hidden thinking replayed, expanded or decoded.
    case traceReplay = "trace_replay"
    /// Models built with the model: training code, data mixtures, reward functions.
    case modelDevelopment = "model_development"
    /// Searches for a prompt that gets through.
    case probing
    /// Anything else.
    case general
}
