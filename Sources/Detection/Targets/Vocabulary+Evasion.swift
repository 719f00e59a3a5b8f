import Evidence

/// Hidden thinking brought out again, and prompts tried on what a model is told to refuse.
extension Vocabulary {
    static let replay = phrases(
        .traceReplay,
        [
            0.55: [
                "thinking signature", "thought signature", "reasoning signature", "opaque blob", "opaque block",
                "thinking block", "thinking blocks", "decode the block", "encrypted reasoning", "encrypted thinking",
                "encrypted content", "redacted thinking", "hidden thinking", "hidden reasoning",
                "earlier working memory", "隐藏的思考", "思考签名",
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
                "verbatim",
                "put", "recall", "word for word",
            ],
            ["block", "blob", "memory", "thinking", "reasoning", "thoughts", "signature", "turn", "state"]),
    ]

    static let probing = phrases(
        .probing,
        [
            0.55: [
                "debug mode", "developer mode", "ignore previous instructions", "ignore all previous",
                "ignore your instructions", "ignore the above", "disregard previous", "disregard all",
                "without restrictions", "no restrictions", "jailbreak", "raw output mode", "do anything now",
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
            ["unfiltered", "uncensored", "unrestricted", "no filters", "no rules", "without filters", "no limits"]),
    ]
}
