import Evidence

/// Hidden thinking brought out again, and prompts tried on what a model is told to refuse.
extension Vocabulary {
    static let replay = phrases(
        .traceReplay,
        [
            0.55: [
                "thinking signature", "thought signature", "reasoning signature", "opaque blob", "opaque block",
                "thinking block", "thinking blocks", "decode the block", "encrypted reasoning", "encrypted thinking",
                "encrypted content", "redacted thinking", "raw thoughts", "raw thinking", "signed block",
                "signature field", "opaque token", "encrypted blob", "thought summary", "reasoning item",
                "reasoning items", "full thinking", "unsummarised thinking", "unsummarized thinking", "hidden thinking",
                "hidden reasoning", "earlier working memory", "隐藏的思考", "思考签名",
            ],
            0.35: ["working memory", "earlier thinking", "previous thinking", "earlier reasoning", "prior reasoning"],
            0.2: ["verbatim", "word for word", "base0", "resume from", "continue from where"],
        ])

    private static let brings = [
        "repeat", "restore", "decode", "expand", "continue", "translate", "reproduce", "recite", "dump", "output",
        "reveal", "print", "write out", "write it out", "transcribe", "replay", "resume", "reconstruct", "decrypt",
        "put", "recall", "convert", "还原", "解码", "复述", "翻译", "继续",
    ]

    static let replays = [
        Combination(
            .traceReplay, 0.5, within: 24, brings,
            ["earlier", "previous", "prior", "hidden", "encrypted", "opaque", "redacted", "last turn", "之前的"],
            ["thinking", "thoughts", "working memory", "thought", "reasoning block", "scratchpad", "block", "思考"]),
        Combination(
            .traceReplay, 0.55, within: 60, of: .opaque,
            [
                "decode", "expand", "restore", "continue", "repeat", "decrypt", "resume", "replay", "translate",
                "verbatim", "put", "recall", "word for word",
            ],
            ["block", "blob", "memory", "thinking", "reasoning", "thoughts", "signature", "turn", "state"]),
        Combination(
            .traceReplay, 0.55, within: 24,
            brings + ["copy", "paste", "quote", "restate", "show", "give", "list", "share", "write down", "finish"],
            [
                "you reasoned", "you thought", "reasoned privately", "reasoning you", "thoughts you", "thoughts before",
                "private reasoning", "private thoughts", "your scratchpad", "the scratchpad", "analysis channel",
                "hidden channel", "middle of thinking", "middle of your thinking", "middle of reasoning",
                "you had already worked out", "thinking tokens", "reasoning tokens", "reasoning content",
                "thinking content", "internal notes", "unseen reasoning",
            ],
            [
                "before", "earlier", "previous", "last", "again", "verbatim", "word for word", "hidden", "private",
                "privately", "silently", "cut off", "so far", "exactly", "everything", "unedited", "no summary",
                "first turn", "turn 0", "turns 0", "step 0", "character for character",
            ]),
        Combination(
            .traceReplay, 0.5, within: 12, brings + ["copy", "quote", "restate", "show", "list"],
            ["your thinking", "your thoughts", "your reasoning", "internal reasoning", "silent reasoning"],
            [
                "previous answer", "previous turn", "previous message", "earlier turn", "last turn", "last message",
                "last answer", "turn 0", "turns 0", "cut off",
            ]),
        Combination(
            .traceReplay, 0.5, within: 16,
            ["pick up", "carry on", "go on", "keep going", "continue", "resume", "complete", "finish"],
            ["reasoning", "thinking", "thought", "thoughts", "deliberation"],
            ["where", "stopped", "left off", "broke off", "was cut", "so far", "ends", "mid sentence", "interrupted"]),
        Combination(
            .traceReplay, 0.5, within: 16, brings + ["show", "give me", "quote", "paste"],
            ["chain of thought", "cot", "reasoning chain", "reasoning trace", "thought process", "reasoning summary"],
            ["previous", "earlier", "last turn", "last answer", "hidden", "not shown", "withheld", "omitted", "unseen"]),
        Combination(
            .traceReplay, 0.45, within: 20,
            ["were you thinking", "did you think", "you were thinking", "went through your", "thinking you did"],
            ["before", "previous", "last", "earlier", "when you", "verbatim", "exact", "exactly", "word"]),
    ]

    static let probing = phrases(
        .probing,
        [
            0.55: [
                "debug mode", "developer mode", "ignore previous instructions", "ignore all previous",
                "ignore your instructions", "ignore the above", "disregard previous", "disregard all",
                "without restrictions", "no restrictions", "jailbreak", "raw output mode", "do anything now",
                "admin mode", "god mode", "maintenance mode", "disable your", "turn off your filter", "hidden prompt",
                "your system prompt", "what were you told", "jailbroken", "evil twin", "safety off", "opposite day",
                "disable summarisation", "disable summarization", "忽略之前", "忽略以上", "越狱", "开发者模式",
            ],
            0.2: ["hypothetically", "bypass", "unfiltered", "uncensored", "override", "as a test", "system prompt"],
        ])

    static let probes = [
        Combination(
            .probing, 0.5, within: 12,
            ["reveal", "print", "show", "repeat", "output", "leak", "disclose", "what is", "what are", "ignore"],
            ["system prompt", "hidden instructions", "your instructions", "initial prompt", "original instructions"]),
        Combination(
            .probing, 0.5, within: 16, ["pretend", "act as", "roleplay", "role play", "imagine", "respond as"],
            [
                "unfiltered", "uncensored", "unrestricted", "no filters", "no rules", "without filters", "no limits",
                "forbidden", "not bound", "any rules", "rules do not apply", "rules don t apply", "never refuses",
                "never refuse", "without refusing", "no guidelines", "late grandmother", "dead grandmother",
                "no ethics",
            ]),
        Combination(
            .probing, 0.5, within: 24,
            ["you", "prompts", "topics", "requests", "questions", "rules"],
            [
                "you refuse", "you will refuse", "you would refuse", "being refused", "get refused", "you won t answer",
                "will and won t", "won t do", "not allowed to", "you allowed to", "off limits", "your guidelines",
                "your policy", "your policies", "your filter", "your filters", "safety filter", "safety filters",
                "safety rules", "guardrails", "your restrictions",
            ],
            [
                "list", "rate", "table", "which", "exactly", "answer only", "tell me", "where", "how far", "test",
                "testing",
            ]),
        Combination(
            .probing, 0.5, within: 24,
            [
                "base0", "rot0", "leetspeak", "pig latin", "backwards", "two answers", "two responses", "fictional",
                "a story",
            ],
            [
                "system prompt", "your instructions", "refuse", "filter", "filters", "forbidden", "your policy",
                "no laws", "unfiltered", "your rules", "restricted",
            ]),
        Combination(
            .probing, 0.5, within: 24, ["would you", "do you", "will you", "whether you"],
            ["refuse", "decline", "comply"],
            [
                "if i asked", "if someone asked", "if asked", "asked to", "phrased", "worded", "reworded",
                "each of these",
            ]),
        Combination(
            .probing, 0.5, within: 16,
            [
                "everything above", "text above", "words above", "above this line", "before this message",
                "first message", "your prompt", "initial instructions", "your configuration", "developer message",
                "system message", "your rules", "were you given", "you were given", "instructions you",
            ],
            [
                "repeat", "print", "verbatim", "begin with", "starting with", "output", "copy", "translate", "encode",
                "code block", "list", "reveal", "show",
            ]),
    ]
}
