import Evidence

/// Texts rewritten until a policy lets them pass.
extension Vocabulary {
    static let rewriting = phrases(
        .policyRewrite,
        [
            0.55: [
                "policy safe", "safe alternative", "censorship safe", "politically neutral", "politically safe",
                "politically sensitive", "pass moderation", "acceptable to censors", "compliant version",
                "compliant wording", "compliant answer", "censorship compliant", "harmless version", "less harmful",
                "without being censored", "without triggering", "政治敏感", "敏感话题", "敏感内容", "敏感词", "合规改写", "合规表述", "脱敏",
            ],
            0.35: ["content policy", "sensitive topic", "sensitive topics", "敏感", "合规", "审核", "审查"],
            0.2: ["censor", "censored", "censorship", "dissident", "dissidents", "moderation", "改写", "重写"],
        ])

    private static let rewrites = [
        "rewrite", "rewriting", "rephrase", "recast", "reword", "reformulate", "paraphrase", "revise", "restate",
        "soften", "sanitise", "sanitize", "tone down", "rework", "put", "neutral version", "into a version", "wording",
        "改写", "重写", "重新表述", "换一种", "润色", "書き換え", "перепиши", "перефразируй", "Перефразируй", "Перепиши",
        "umformulieren", "reescribe",
    ]

    static let rewritings = [
        Combination(
            .policyRewrite, 0.5, within: 40, rewrites,
            [
                "harmless", "inoffensive", "compliant", "comply", "acceptable", "censor", "censors", "censorship",
                "moderation", "content policy", "content filter", "content filters", "authorities", "regulators",
                "regulator", "without offending", "content rules", "community guidelines", "community standards",
                "be blocked", "get blocked", "family friendly", "brand safe", "be taken down", "pass review",
                "pass the review", "nobody objects", "not offend", "unsafe", "toxic", "safe version", "合规", "安全", "审核",
                "审查", "敏感", "无害", "中立",
            ]),
        Combination(.policyRewrite, 0.5, within: 30, rewrites + ["neutral", "neutrally"], politics),
        Combination(
            .policyRewrite, 0.45, within: 24,
            rewrites + [
                "remove", "strip", "cut", "delete", "edit", "turn", "make", "adjust", "adapt", "change", "convert",
                "transform", "replace", "removing", "produce",
            ],
            [
                "content rules", "community guidelines", "community standards", "family friendly", "be blocked",
                "get flagged", "compliant version", "safe refusal", "a refusal", "sensitive political", "politically",
                "censorship", "censors", "moderation", "content policy", "regulators", "authorities",
                "socialist values", "core values", "party line", "official position", "official line", "harmless",
                "non toxic", "approved wording", "policy compliant", "acceptable to",
            ],
            [
                "text", "answer", "response", "reply", "passage", "article", "content", "post", "version", "paragraph",
                "statement",
            ]),
        Combination(
            .policyRewrite, 0.5, within: 30,
            ["content rules", "our rules", "the rules", "guideline", "guidelines", "the policy", "our policy"],
            ["forbid", "forbids", "not allowed", "prohibit", "prohibits", "violates", "violate"],
            rewrites + ["edit", "remove", "bring it", "bring the", "make it"]),
        Combination(
            .policyRewrite, 0.45, within: 24, rewrites + ["turn", "convert", "give", "produce"],
            [
                "sensitive", "acceptable to publish", "is neutral", "neutral version", "neutral alternative",
                "neutral words", "harmless alternative", "safe version", "no censor", "steers away", "loaded words",
            ],
            ["text", "passage", "post", "question", "statement", "letter", "query", "version", "wording", "topic"]),
        Combination(
            .policyRewrite, 0.42, within: 16, ["turn", "make", "take", "clean up", "convert", "edit"],
            [
                "family friendly", "safe for work", "suitable for children", "suitable for broadcast", "brand safe",
                "acceptable for",
            ]),
        Combination(
            .policyRewrite, 0.45, within: 20, ["answer", "respond", "reply", "answers", "responds", "discuss"],
            [
                "avoid", "avoids", "avoiding", "without mentioning", "sidestep", "sidesteps", "deflect", "deflects",
                "decline", "declines",
            ],
            politics + ["political", "politics", "politically", "sensitive"]),
    ]

    /// What censors and moderators look for.
    private static let politics = [
        "dissident", "dissidents", "protest", "protests", "protesters", "crackdown", "censored", "religious movement",
        "territorial dispute", "disputed territory", "disputed islands", "separatist", "separatists", "human rights",
        "regime", "authoritarian", "dictator", "dictatorship", "massacre", "genocide", "coup", "propaganda",
        "party leaders", "one party", "politburo", "uprising", "state media", "state broadcaster", "political prisoner",
        "political prisoners", "foreign reporter", "foreign journalist", "journalists", "forced relocation",
        "detention", "disputed vote", "disputed election", "vote count", "internet shutdown", "network shutdown",
        "expulsion", "purge", "tiananmen", "taiwan", "tibet", "xinjiang", "uyghur", "uyghurs", "hong kong", "falun",
        "june fourth", "crimea", "kashmir", "天安门", "六四", "台湾", "西藏", "新疆", "维吾尔", "香港", "法轮功", "共产党", "抗议", "示威", "异见",
        "异议", "维权", "独裁", "领导人",
    ]
}
