import Evidence

/// Answers graded and compared.
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
                "on a scale from 0 to 0", "on a scale of 0 to 0", "scale of 0 to 0", "scale from 0 to 0",
                "ten point scale", "likert",
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
                "which output", "which of the two", "which candidate", "which reply", "which one",
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
        Combination(
            .rewardGrading, 0.5, within: 24, judges + ["is", "does", "do", "decide", "determine", "tell"],
            [
                "student s", "candidate", "the response", "the answer", "this answer", "this response", "the solution",
                "this solution", "completion", "the claim", "the summary", "trajectory", "the proof", "each step",
                "the translation",
            ],
            [
                "yes or no", "true or false", "correct or", "satisfies", "satisfy", "first wrong", "first error",
                "first mistake", "factual errors", "supported by", "entailed", "hallucination", "hallucinations",
                "faithful", "pass or", "verdict", "every constraint", "0 or 0",
            ]),
        Combination(
            .rewardGrading, 0.5, within: 20,
            [
                "which of these", "which of the", "which of the two", "which of these two", "which one of", "which is",
                "whether",
            ],
            judged,
            [
                "more helpful", "more honest", "better", "prefer", "more accurate", "safer", "more natural",
                "more fluent", "a or b", "wins", "matches the reference", "matches", "follows the instruction",
            ]),
        Combination(
            .rewardGrading, 0.5, within: 24,
            ["evaluate", "check", "verify", "go through", "inspect", "read", "mark", "find"],
            [
                "each step", "every step", "numbered step", "numbered steps", "each line", "step by step",
                "line by line", "the first step", "first one", "first line",
            ],
            ["proof", "solution", "derivation", "reasoning", "answer", "working"],
            ["error", "wrong", "mistake", "invalid", "correct", "incorrect", "fails"]),
        Combination(
            .rewardGrading, 0.5, within: 16, ["rank", "order", "sort"], judged,
            ["best to worst", "worst to best", "by quality", "by helpfulness", "most helpful", "preference", "quality"]),
        Combination(
            .rewardGrading, 0.5, within: 24,
            [
                "you are a judge", "as a judge", "expert evaluator", "strict grader", "you are an evaluator",
                "act as an evaluator", "you are the judge", "you are a grader",
            ],
            judged + ["winner", "score", "rate"]),
        Combination(
            .rewardGrading, 0.5, within: 16, ["reward", "score", "grade", "mark", "points", "rating"],
            ["between 0 and 0", "from 0 to 0", "0 to 0", "out of 0"], judged + ["trajectory", "conversation", "step"]),
        Combination(.rewardGrading, 0.5, within: 6, ["评价", "评估", "比较", "判断"], ["回答", "答案", "回复", "输出"]),
        Combination(
            .rewardGrading, 0.45, within: 16, ["chosen", "preferred", "winning", "better"],
            ["rejected", "dispreferred", "losing", "worse"],
            ["response", "responses", "answer", "answers", "completion", "completions", "pair", "pairs"]),
    ]
}
