import Evidence

/// Programs that write code, call tools and plan.
extension Vocabulary {
    static let coding = phrases(
        .agenticCoding,
        [
            0.5: [
                "failing test", "failing tests", "diff git", "pull request", "stack trace", "apply_patch",
                "cuda kernel", "cuda kernels", "triton kernel", "triton kernels", "codebase", "str_replace",
                "unit tests", "traceback most recent call",
                "coding assistant", "coding agent", "commit message", "code review", "test suite",
                "coding task", "leetcode", "编程助手", "写代码", "代码仓库",
            ],
            0.35: [
                "repository", "repo", "refactor", "compile error", "compiler error", "unit test", "source file",
                "implement the function", "fix the bug", "run the tests", "build fails", "nightly build",
                "continuous integration", "changelog", "source code", "current directory", "open file", "代码", "コードを",
                "код на",
            ],
            0.3: ["py", "cpp", "rs", "tsx", "typescript", "def", "func", "git", "javascript", "npm", "stderr"],
            0.2: [
                "function", "code", "bug", "compile", "lint", "patch", "commit", "kernel", "python", "html", "css",
                "java", "kotlin", "golang", "php", "bash", "ts", "js",
            ],
        ])

    private static let makes = [
        "write", "implement", "create", "build", "develop", "make", "code", "program", "generate", "fix", "debug this",
        "debug the",
        "refactor", "optimise", "optimize", "port", "convert", "complete", "modify", "speed up", "add", "test",
        "review", "need", "comment", "shorten", "rename", "edit", "repair", "escribe", "schreibe", "écris", "напиши",
        "Напиши", "Écris",
        "写一个", "实现", "编写",
    ]

    static let codings = [
        Combination(
            .agenticCoding, 0.4, within: 8, makes,
            [
                "function", "functions", "class", "script", "endpoint", "algorithm", "regex", "unit test", "unit tests",
                "command line tool", "web page", "webpage", "website", "web app", "kernel", "kernels", "parser",
                "decorator",
                "subroutine", "makefile", "dockerfile", "compiler", "macro", "code", "bug", "program",
                "react component",
                "función", "funktion", "fonction", "функцию", "函数", "脚本", "代码", "程序",
            ]),
        Combination(
            .agenticCoding, 0.4, within: 16, makes + ["using", "in"],
            [
                "python", "javascript", "typescript", "java", "kotlin", "golang", "cpp", "php", "bash", "powershell",
                "html", "css", "react", "django", "flask", "numpy", "node js", "linux", "haskell", "perl", "matlab",
            ]),
        Combination(
            .agenticCoding, 0.4, within: 40, of: .code,
            makes + [
                "why", "explain", "error", "what does", "how", "wrong", "does this", "this code", "traceback", "better",
            ]),
        Combination(
            .agenticCoding, 0.45, within: 24, of: .path,
            [
                "fix", "refactor", "debug", "implement", "rename", "move", "port", "write", "add", "edit", "optimise",
                "optimize", "speed up", "repair", "fails", "throw", "throws", "breaks", "update", "better way", "flaky",
                "upgrade", "replace", "unit tests", "review",
            ]),
        Combination(
            .agenticCoding, 0.45, within: 16,
            ["coding", "programming", "programmer", "software engineer", "developer"],
            ["assistant", "agent", "expert", "editor", "repository", "terminal", "solve", "problem", "task", "team in"]),
        Combination(
            .agenticCoding, 0.45, within: 16,
            ["repository", "codebase", "repo", "test suite", "the suite", "nightly build", "ci", "branch", "diff"],
            [
                "fix", "failing", "fails", "failures", "edit", "tests", "implement", "triage", "job", "jobs", "commit",
                "push", "review", "merge", "patch",
            ]),
    ]

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
                "milestones", "contingency", "your observation", "multi agent", "who does what", "the planner",
                "制定计划", "行动计划",
            ],
            0.2: ["plan", "goal", "reflect", "prioritise", "prioritize", "schedule", "the plan", "reflect on"],
        ])

    static let plannings = [
        Combination(
            .agenticPlanning, 0.45, within: 14,
            ["plan", "planner", "planning", "outline", "roadmap", "organising", "organizing"],
            [
                "agent", "goal", "dependencies", "preconditions", "milestones", "fallback", "observations", "recovery",
                "first steps", "what could go wrong", "who does what", "timeline", "reflection", "replan",
            ]),
        Combination(
            .agenticPlanning, 0.4, within: 10, ["break", "split", "divide"],
            ["tasks", "steps", "subtasks", "milestones", "phases", "smaller"]),
        Combination(
            .agenticPlanning, 0.4, within: 24, ["thought", "think", "reflect"], ["action", "next action"],
            ["observation", "environment", "you observe", "goal"]),
    ]
}
