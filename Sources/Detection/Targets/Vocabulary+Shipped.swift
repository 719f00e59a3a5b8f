import Evidence

extension Vocabulary {
    /// Words that people and programs use when they ask for each target. Written by hand and kept small: wording alone
    /// does not carry from one source to the next, so that no score may rest on it.
    static let shipped = Vocabulary(reasoning + grading + rewriting + agents + sight + data + making + evasion)

    private static func phrases(_ target: CapabilityTarget, _ weights: [Double: [String]]) -> [Phrase] {
        weights.sorted { $0.key > $1.key }.flatMap { weight, texts in texts.map { Phrase($0, target, weight) } }
    }

    private static let reasoning = phrases(
        .reasoningTrace,
        [
            0.55: [
                "chain of thought", "internal reasoning", "transparent reasoning", "complete reasoning",
                "think aloud", "thinking process", "thought process", "reasoning trace", "reasoning process",
                "full derivation", "inside think tags", "scratchpad", "inner monologue", "train of thought",
                "working notes", "intermediate thought", "every step of your reasoning",
                "write out your reasoning", "write out every step", "思考过程", "推理过程", "思维链", "逐步推理",
            ],
            0.4: [
                "step by step", "show your reasoning", "explain your reasoning", "show your work", "show all steps",
                "reason through", "your reasoning", "before the final answer", "before you answer",
                "before giving the final answer", "before answering", "leaving nothing out", "skip nothing",
                "each intermediate step", "every intermediate step", "逐步", "详细步骤",
            ],
            0.32: [
                "prove that", "show that", "final answer", "what is the probability", "tutor", "hints", "derive",
                "derivation", "deduce", "find the sum", "estimate the", "solve the", "work out the",
            ],
            0.2: ["justify each", "intermediate steps", "think", "probability", "question", "calculate"],
        ])

    private static let grading = phrases(
        .rewardGrading,
        [
            0.55: [
                "response a", "response b", "answer a and answer b", "assistant a", "assistant b", "candidate a",
                "candidate b", "candidate #", "grade the following", "score the following", "output only the score",
                "only the score", "return only the number", "reply with a single number", "which response is better",
                "which answer is better", "which is better", "评分", "打分",
            ],
            0.4: [
                "rubric", "grading", "grader", "pairwise", "preference", "rate the", "score from #", "score of #",
                "scale of #", "on a scale from #", "from # to #", "out of #", "verdict", "impartial judge",
                "judge the", "evaluate the response", "evaluate the answer", "annotate", "label the", "guideline",
                "pass or fail", "number only", "score #",
            ],
            0.2: ["criteria", "score", "grade", "rating", "judge"],
        ])

    private static let rewriting = phrases(
        .policyRewrite,
        [
            0.55: [
                "policy safe", "safe alternative", "censorship safe", "politically neutral", "sensitive topic",
                "sensitive topics", "without violating", "pass moderation", "content policy", "acceptable to censors",
                "compliant version", "compliant wording", "敏感", "合规", "改写",
            ],
            0.35: [
                "rewrite the following", "rewrite this", "rephrase the following", "rephrase this",
                "neutral wording", "neutral tone", "tone down", "soften", "dissident", "dissidents", "protest",
                "censor", "censored", "censorship", "party leaders", "authoritarian",
            ],
            0.2: ["rewrite", "rephrase", "neutral", "political", "moderation", "regulator", "regulators"],
        ])

    private static let agents =
        phrases(
            .agenticCoding,
            [
                0.5: [
                    "failing test", "failing tests", "diff git", "pull request", "stack trace", "apply_patch",
                    "cuda kernel", "codebase", "str_replace", "unit test", "unit tests", "traceback most recent call",
                    "coding assistant", "coding agent", "the repository",
                ],
                0.35: [
                    "repository", "refactor", "compile error", "commit", "patch", "git", "kernel",
                    "implement the function",
                    "fix the bug", "source file", "edit the file", "run the tests", "build fails",
                ],
                0.3: ["ts", "cpp", "py", "rs", "js", "java", "swift", "def", "func", "checkout", "changelog"],
                0.2: ["function", "code", "bug", "compile", "lint", "worker", "parser"],
            ])
        + phrases(
            .toolOrchestration,
            [
                0.55: [
                    "available tools", "tool calls", "tool call", "function calling", "call the tool",
                    "tools available",
                    "json schema", "parallel tool", "using the tools", "toolformer", "api documentation", "openapi",
                ],
                0.35: [
                    "call the function", "use the tools", "the tools", "tool results", "api call", "endpoint",
                    "arguments", "the api", "this api", "apis", "access token", "functions provided",
                ],
                0.2: ["tool", "tools", "invoke", "orchestrate"],
            ])
        + phrases(
            .agenticPlanning,
            [
                0.5: [
                    "sub task", "subtask", "sub tasks", "subtasks", "next action", "plan of action", "revise the plan",
                    "revise your plan", "long horizon", "action plan", "reflect on", "decompose",
                ],
                0.35: [
                    "break down", "make a plan", "plan the", "the plan", "milestones", "contingency",
                    "your observation",
                ],
                0.2: ["plan", "goal", "reflect", "prioritise", "prioritize", "schedule"],
            ])

    private static let sight =
        phrases(
            .computerUse,
            [
                0.5: [
                    "screenshot", "click on", "mouse", "coordinates of", "type into", "scroll down", "the screen",
                    "address bar", "left click", "desktop", "press enter", "navigate to", "my cart", "shopping cart",
                    "on this page", "on the page", "wish list", "current page",
                ],
                0.3: ["click", "coordinates", "button", "browser", "window", "cursor", "checkout page", "menu item"],
            ])
        + phrases(
            .vision,
            [
                0.5: [
                    "in the image", "in this image", "the image", "this picture", "in the picture", "the photo",
                    "this photo",
                    "ocr", "bounding box", "bounding boxes", "attached image",
                ],
                0.2: ["image", "picture", "photo", "caption", "captions", "diagram", "handwriting", "scanned"],
            ])

    private static let data = phrases(
        .dataAnalysis,
        [
            0.5: [
                "data analyst", "data analysis", "statistical significance", "confidence interval", "data driven",
                "sql query", "pandas", "regression", "time series", "outliers", "statistical rigor", "correlation",
            ],
            0.3: [
                "dataset", "data set", "statistical", "csv", "spreadsheet", "variance", "median", "trend", "trends",
                "group by", "select from", "the table", "revenue", "cohort", "quarter",
            ],
            0.15: ["data", "columns", "rows", "mean", "average", "insights"],
        ])

    private static let making =
        phrases(
            .taskGeneration,
            [
                0.55: [
                    "diverse problems", "diverse tasks", "new task", "new tasks", "new problem", "new problems",
                    "generate a problem", "generate # problems", "generate # tasks", "generate # questions",
                    "write # problems", "with a verifier", "verifiable", "training tasks",
                    "instruction following examples",
                    "unique tasks", "come up with", "make up #", "training examples", "tasks like", "problems like",
                    "write dialogues", "instruction pairs",
                ],
                0.35: [
                    "difficulty", "verifier", "reference solution", "test cases", "exercises", "quiz", "seed topic",
                    "invent", "dialogues", "each with a", "create a task", "create # tasks", "create a problem",
                    "problem set",
                ],
                0.2: ["diverse", "generate", "examples", "variations", "pairs", "seed", "harder"],
            ])
        + phrases(
            .modelDevelopment,
            [
                0.55: [
                    "reward model", "sft data", "rlhf", "grpo", "dpo", "fine tuning data", "training pipeline",
                    "pretraining", "pre training", "tokenizer", "distillation", "training loop", "learning rate",
                    "language model training", "instruction tuning", "loss curve", "checkpoint",
                ],
                0.35: [
                    "fine tune", "fine tuning", "pytorch", "transformer", "gradient", "data mixture", "batch size",
                    "gpu",
                ],
                0.2: ["training", "train", "model", "loss", "epochs"],
            ])

    private static let evasion =
        phrases(
            .traceReplay,
            [
                0.55: [
                    "earlier thinking", "previous thinking", "earlier reasoning", "hidden reasoning", "hidden thinking",
                    "working memory", "thinking block", "thinking blocks", "signature", "opaque blob",
                    "decode the block",
                    "repeat verbatim", "decode and expand", "encrypted reasoning", "restore the",
                ],
                0.3: ["verbatim", "decode", "expand", "base#", "continue from", "resume from", "transcript of"],
            ])
        + phrases(
            .probing,
            [
                0.55: [
                    "debug mode", "ignore previous instructions", "ignore all previous", "system prompt",
                    "developer mode", "without restrictions", "hypothetically", "no restrictions", "jailbreak",
                    "raw output mode", "disable summarisation",
                ],
                0.3: ["pretend", "bypass", "unfiltered", "override", "secret", "as a test"],
            ])
}
