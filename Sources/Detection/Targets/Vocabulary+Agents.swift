import Evidence

/// Programs that call tools and plan.
extension Vocabulary {
    static let calling = phrases(
        .toolOrchestration,
        [
            0.55: [
                "available tools", "tool calls", "tool call", "function calling", "function call", "function calls",
                "call the tool", "tools available", "json schema", "parallel tool", "using the tools", "toolformer",
                "api documentation", "openapi", "parameters type object", "type function", "action input",
                "following functions", "following tools", "tool use", "可用工具", "调用工具", "工具调用", "函数调用",
            ],
            0.35: [
                "call the function", "use the tools", "the tools", "tool results", "api call", "api calls", "the api",
                "this api", "apis", "access token", "functions provided", "functions listed",
            ],
            0.2: ["tool", "tools", "invoke", "orchestrate", "arguments", "endpoint"],
        ])

    static let callings = [
        Combination(
            .toolOrchestration, 0.45, within: 10, ["api", "apis", "function", "functions", "tool", "tools"],
            [
                "call", "calls", "invoke", "arguments", "parameters", "access to", "documentation", "available",
                "invocation", "json format",
            ]),
        Combination(
            .toolOrchestration, 0.5, within: 16, ["api", "apis", "openapi", "swagger"],
            [
                "functions", "description", "introduction", "endpoints", "parameters", "documentation", "request",
                "requests",
            ]),
        Combination(
            .toolOrchestration, 0.45, within: 14, ["call", "choose", "pick", "select", "which", "right", "correct"],
            ["endpoint", "api", "function", "tool", "tools", "functions"],
            ["parameters", "arguments", "request", "fill", "needed", "be called"]),
        Combination(
            .toolOrchestration, 0.5, within: 10,
            [
                "can reach", "can use", "have access to", "has access to", "may use", "you have", "can call",
                "provided", "only use", "use only",
            ],
            ["api", "apis", "functions", "tools", "endpoints", "plugins", "connectors"]),
        Combination(
            .toolOrchestration, 0.45, within: 20, of: .calls,
            [
                "you have", "you can", "call", "invoke", "available", "provided", "in parallel", "using",
            ]),
        Combination(
            .toolOrchestration, 0.5, within: 24, ["thought"], ["call", "action"], ["result", "observation"],
            ["tool", "tools", "search", "calculator", "interpreter", "shell", "lookup"]),
        Combination(
            .toolOrchestration, 0.45, within: 16, ["at your disposal", "you may call", "are offered to you"],
            ["shell", "interpreter", "web search", "search", "calculator", "tools", "functions"]),
        Combination(
            .toolOrchestration, 0.45, within: 20, ["look up", "get", "fetch", "call", "check", "query", "search"],
            ["in parallel", "pass", "feed", "with the result", "use its result", "and use the result"],
            ["api", "function", "tool", "endpoint", "service"]),
    ]

    static let planning = phrases(
        .agenticPlanning,
        [
            0.5: [
                "sub task", "subtask", "sub tasks", "subtasks", "plan of action", "revise the plan", "revise your plan",
                "task decomposition", "execution plan", "planning module", "planning agent", "planner agent",
                "next action", "子任务", "任务分解", "分解任务",
            ],
            0.35: [
                "long horizon", "action plan", "decompose", "break down the", "make a plan", "plan the", "help me plan",
                "milestones", "contingency", "your observation", "multi agent", "who does what", "the planner", "制定计划",
                "行动计划",
            ],
            0.2: ["plan", "goal", "reflect", "prioritise", "prioritize", "schedule", "the plan", "reflect on"],
        ])

    static let plannings = [
        Combination(
            .agenticPlanning, 0.45, within: 14,
            [
                "plan", "planner", "planning", "outline", "roadmap", "organising", "organizing", "schedule",
            ],
            [
                "owners", "ordered steps", "time windows", "critical path", "contingencies", "sub goals", "subgoals",
                "agent", "goal", "dependencies", "preconditions", "milestones", "fallback", "observations", "recovery",
                "first steps", "what could go wrong", "who does what", "timeline", "reflection", "replan",
            ]),
        Combination(
            .agenticPlanning, 0.4, within: 10, ["break", "split", "divide"],
            ["tasks", "steps", "subtasks", "milestones", "phases", "smaller"]),
        Combination(
            .agenticPlanning, 0.45, within: 16,
            [
                "orchestrator", "coordinator", "supervisor agent", "manager agent", "worker agents", "executor",
                "subagents", "sub agents", "each agent", "which agent", "which worker",
            ],
            ["decide", "next", "worker", "workers", "assign", "delegate", "route", "tasks"]),
        Combination(
            .agenticPlanning, 0.45, within: 24,
            [
                "plan", "objective", "goal", "mission", "to do list", "route", "schedule", "dependency graph",
                "task graph",
            ],
            ["autonomous", "robot", "agents", "an agent", "bots", "drone", "subgoals", "sub goals"],
            [
                "steps", "budget of", "observation", "progress", "reorder", "dependency", "node", "nodes",
                "report to you",
                "reports to you", "replan", "fails", "before acting",
            ]),
        Combination(
            .agenticPlanning, 0.5, within: 20, ["revise", "update", "keep", "drop", "reorder", "replan", "decide"],
            ["remaining to do list", "remaining steps", "remaining plan", "latest observation", "progress so far"]),
        Combination(
            .agenticPlanning, 0.4, within: 16, ["order", "sequence", "schedule", "reorder"],
            ["tasks", "steps", "subtasks"],
            ["dependency", "dependencies", "depends", "prerequisite", "prerequisites"]),
        Combination(
            .agenticPlanning, 0.4, within: 24, ["thought", "think", "reflect"], ["action", "next action"],
            ["observation", "environment", "you observe", "goal"]),
    ]
}
