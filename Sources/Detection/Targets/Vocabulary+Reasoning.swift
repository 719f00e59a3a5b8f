import Evidence

/// Reasoning written out, and the problems whose solutions consist of it.
extension Vocabulary {
    static let reasoning = phrases(
        .reasoningTrace,
        [
            0.55: [
                "chain of thought", "chains of thought", "internal reasoning", "transparent reasoning",
                "complete reasoning", "think aloud", "thinking aloud", "think out loud", "thinking process",
                "thought process", "reasoning trace", "reasoning traces", "reasoning process", "full derivation",
                "inside think tags", "think tags", "scratchpad", "inner monologue", "train of thought", "working notes",
                "intermediate thought", "intermediate thoughts", "think step by step", "reason step by step",
                "reasoning step by step", "step by step reasoning", "solve step by step",
                "every step of your reasoning", "write out every step", "思考过程", "推理过程", "思维链", "逐步推理", "逐步思考",
                "一步一步地思考", "思考過程", "ход рассуждений", "cadena de pensamiento", "gedankengang",
            ],
            0.4: [
                "your reasoning", "reason through", "show your work", "show all steps", "show the steps",
                "show each step", "before the final answer", "before giving the final answer", "before you answer",
                "before answering", "before you state the result", "leaving nothing out", "leave nothing out",
                "skip nothing", "do not skip any step", "intermediate steps", "each intermediate step",
                "every intermediate step", "boxed", "逐步", "详细步骤",
            ],
            0.35: [
                "reason first", "think first", "think carefully", "reason carefully", "prove that", "show that",
                "derive", "derivation", "deduce", "what is the probability", "find the sum", "solve for",
                "how did you get there", "solve this problem", "solve the following", "solve the problem",
                "solve the equation", "frac", "sqrt", "mathbb",
            ],
            0.28: [
                "step by step", "ステップごとに", "단계별로", "шаг за шагом", "paso a paso", "schritt für schritt",
                "étape par étape", "passo a passo",
            ],
            0.2: ["final answer", "justify each", "tutor", "hints", "estimate the", "calculate"],
        ])

    static let asksForReasoning = [
        Combination(
            .reasoningTrace, 0.45, within: 8,
            [
                "show", "write", "write out", "write down", "explain", "include", "expose", "reveal", "provide",
                "articulate", "lay out", "lay open", "spell out", "document", "record", "narrate", "output", "print",
                "detail", "verbalise", "verbalize", "describe", "share", "keep",
            ],
            [
                "reasoning", "thoughts", "thinking", "derivation", "deliberation", "rationale", "every step",
                "each step", "all steps", "all the steps", "second thoughts", "false starts", "rejected ideas",
                "dead ends", "whole thinking", "working out",
            ]),
        Combination(
            .reasoningTrace, 0.5, within: 24,
            ["the answer is", "known that the result", "the correct answer is", "the result is", "given the answer"],
            ["reconstruct", "derivation", "reasoning", "thoughts", "leads to it", "arrive at", "get there", "justify"]
        ),
        Combination(
            .reasoningTrace, 0.5, within: 8, ["write", "produce", "give", "provide", "generate", "write a long"],
            ["internal monologue", "inner monologue", "detailed rationale", "thought process", "reasoning steps"]),
        Combination(
            .reasoningTrace, 0.45, within: 12, ["rationale", "justification"],
            ["correct", "option", "choice", "the answer"]),
        Combination(
            .reasoningTrace, 0.4, within: 16,
            [
                "step by step", "ステップごとに", "단계별로", "шаг за шагом", "paso a paso", "schritt für schritt",
                "étape par étape", "passo a passo",
            ],
            [
                "solve", "solution", "problem", "reason", "reasoning", "derive", "calculate", "answer", "question",
                "proof", "explain it", "think", "explain", "show", "raisonnement", "razona", "resuelve", "löse",
                "denke",
            ]),
        Combination(
            .reasoningTrace, 0.33, within: 40, of: .options, isFloor: true, ["question", "q", "problem"],
            ["answer", "answers"]),
        Combination(
            .reasoningTrace, 0.28, within: 40, isFloor: true,
            ["tutor", "homework", "pupil", "pupil s", "i m stuck", "stuck here", "is this right", "exam question"],
            [
                "math", "maths", "mathematics", "physics", "chemistry", "problem", "solution", "solutions", "hint",
                "hints", "answer", "i got",
            ]),
    ]

    static let mathematics = [
        Combination(
            .reasoningTrace, 0.33, within: 40, isFloor: true,
            [
                "puzzle", "riddle", "how many ways", "how many different", "what is the smallest",
                "what is the largest", "smallest positive", "minimum number", "maximum number",
            ],
            [
                "exactly one", "always lies", "liar", "knights", "knaves", "digits", "such that", "arranged",
                "arrangements", "permutations", "chessboard", "integers", "weighings", "coins", "seated",
            ]),
        Combination(
            .reasoningTrace, 0.33, within: 30, isFloor: true,
            [
                "find", "determine", "compute", "calculate", "evaluate", "solve", "simplify", "prove", "show that",
                "how many", "how much", "what is", "what s the", "how likely", "how far", "how long", "how fast", "let",
                "suppose", "where do", "when do",
            ],
            [
                "integer", "integers", "prime", "primes", "divisible", "polynomial", "probability", "triangle",
                "radius", "equation", "equations", "derivative", "integral", "modulo", "remainder", "roots",
                "perimeter", "hypotenuse", "real numbers", "vertices", "theorem", "logarithm", "fraction", "sum of the",
                "km h", "miles per hour", "mph", "f x", "x 0", "0x", "0n", "si units", "kg", "joules", "volts",
                "marbles", "dice", "urn", "drawn", "velocity", "acceleration",
            ]),
        Combination(
            .reasoningTrace, 0.33, within: 60, of: .figures, isFloor: true,
            [
                "how many", "how much", "what does it", "when do", "where do", "what is the total", "what s the total",
                "what was",
            ],
            [
                "each", "sells", "together they", "times as", "earn", "earns", "altogether", "left", "remaining",
                "in total", "per day", "a day", "per hour", "per week", "a week", "twice as", "half as", "more than",
                "fewer than", "shares", "gives away", "bought", "minutes later", "hours later", "total amount",
            ]),
    ]
}
