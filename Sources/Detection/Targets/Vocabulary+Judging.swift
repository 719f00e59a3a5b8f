import Evidence

/// Answers graded and compared, and texts rewritten until a policy lets them pass.
extension Vocabulary {
    static let grading = phrases(
        .rewardGrading,
        [
            0.55: [
                "response a", "response b", "answer a and answer b", "assistant a", "assistant b", "candidate a",
                "candidate b", "candidate 0", "grade the following", "score the following", "output only the score",
                "only the score", "nothing but the score", "return only the number", "reply with a single number",
                "which response is better", "which answer is better", "impartial judge", "llm as a judge",
                "scoring rubric", "grading rubric", "score rubric", "evaluation rubric", "评分", "打分", "评判", "採点",
                "哪个回答更好", "哪一个回答更好",
            ],
            0.4: [
                "pairwise", "grader", "marking scheme", "evaluate the response", "evaluate the answer",
                "rate the response", "rate the answer", "rate this answer", "pass or fail", "number only",
                "just the number", "only a number", "correct or incorrect", "or a tie", "or tie",
                "on a scale from 0 to 0",
                "on a scale of 0 to 0", "scale of 0 to 0", "scale from 0 to 0", "ten point scale", "likert",
            ],
            0.25: ["rubric", "rubrics"],
            0.2: ["criteria", "criterion", "score", "rating", "judge", "grading", "verdict", "from 0 to 0"],
        ])

    private static let judges = [
        "rate", "score", "grade", "judge", "evaluate", "assess", "rank", "compare", "critique", "verify", "check",
        "how good is", "mark", "evaluator", "reviewer", "bewerte", "évalue", "evalúa", "оцени", "Оцени", "оцените",
        "Оцените",
    ]
    private static let judged = [
        "response", "responses", "answer", "answers", "output", "outputs", "completion", "completions", "reply",
        "replies", "essay", "submission", "summary", "summaries", "assistant", "solution", "solutions", "candidate",
        "candidates", "translation", "translations", "antwort", "antworten", "réponse", "réponses", "respuesta",
        "respuestas", "ответ", "ответы",
    ]

    static let gradings = [
        Combination(
            .rewardGrading, 0.5, within: 30, judges, judged,
            [
                "score", "scores", "scale", "rating", "rubric", "criteria", "verdict", "better response",
                "better answer", "preferred", "preference", "winner", "tie", "helpfulness", "harmlessness",
                "truthfulness", "honesty", "faithfulness", "coherence", "from 0 to 0", "out of 0", "marking scheme",
                "skala", "punkte", "échelle", "escala", "puntos", "шкале", "баллов",
            ]),
        Combination(
            .rewardGrading, 0.5, within: 30, of: .options,
            ["which is better", "better", "pick one", "prefer", "preferred", "choose the", "compare", "judge"],
            ["a or b", "response", "responses", "answer", "answers", "candidates", "judged by", "completions"]),
        Combination(
            .rewardGrading, 0.5, within: 24,
            [
                "which completion", "which response", "which answer", "which summary", "which translation",
                "which output",
                "which of the two", "which candidate", "which reply", "which one",
            ],
            [
                "prefer", "preferred", "more faithful", "more helpful", "more accurate", "more harmless", "is better",
                "only",
            ],
            judged),
        Combination(
            .rewardGrading, 0.6, within: 24, ["you are a reward model", "as a reward model", "act as a verifier"],
            ["scalar", "score", "candidate", "candidates", "prefer", "rate", "response", "number"]),
        Combination(
            .rewardGrading, 0.45, within: 30, judges + ["identify", "decide whether", "determine whether", "is"],
            [
                "reference answer", "ground truth", "gold answer", "golden answer", "reference solution",
                "final answer is correct", "answer is correct", "solution is correct", "each solution step",
                "the student s answer", "model answer", "model outputs", "model output",
            ]),
        Combination(.rewardGrading, 0.5, within: 6, ["评价", "评估", "比较", "判断"], ["回答", "答案", "回复", "输出"]),
        Combination(
            .rewardGrading, 0.45, within: 16, ["chosen", "preferred", "winning", "better"],
            ["rejected", "dispreferred", "losing", "worse"],
            ["response", "responses", "answer", "answers", "completion", "completions", "pair", "pairs"]),
    ]

    static let rewriting = phrases(
        .policyRewrite,
        [
            0.55: [
                "policy safe", "safe alternative", "censorship safe", "politically neutral", "politically safe",
                "politically sensitive", "pass moderation", "acceptable to censors", "compliant version",
                "compliant wording", "compliant answer", "censorship compliant", "harmless version", "less harmful",
                "without being censored",
                "without triggering", "政治敏感", "敏感话题", "敏感内容", "敏感词", "合规改写", "合规表述", "脱敏",
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
                "regulator", "without offending", "nobody objects", "not offend", "unsafe", "toxic", "safe version",
                "合规", "安全", "审核", "审查", "敏感", "无害", "中立",
            ]),
        Combination(.policyRewrite, 0.5, within: 30, rewrites + ["neutral", "neutrally"], politics),
    ]

    /// What censors and moderators look for.
    private static let politics = [
        "dissident", "dissidents", "protest", "protests", "protesters", "crackdown", "censored", "religious movement",
        "territorial dispute", "disputed territory", "disputed islands", "separatist", "separatists", "human rights",
        "regime", "authoritarian", "dictator", "dictatorship", "massacre", "genocide", "coup", "propaganda",
        "party leaders", "one party", "politburo", "uprising", "state media",
        "state broadcaster", "political prisoner", "political prisoners", "foreign reporter", "foreign journalist",
        "journalists", "forced relocation", "detention", "disputed vote", "disputed election", "vote count",
        "internet shutdown", "network shutdown", "expulsion", "purge", "tiananmen", "taiwan", "tibet",
        "xinjiang", "uyghur", "uyghurs", "hong kong", "falun", "june fourth", "crimea", "kashmir", "天安门", "六四",
        "台湾", "西藏", "新疆", "维吾尔", "香港", "法轮功", "共产党", "抗议", "示威", "异见", "异议", "维权", "独裁", "领导人",
    ]
}
