import Evidence

/// What training is made of: tasks, examples, models.
extension Vocabulary {
    static let making = phrases(
        .taskGeneration,
        [
            0.5: [
                "diverse problems", "diverse tasks", "diverse questions", "diverse instructions", "with a verifier",
                "training tasks", "synthetic data", "instruction following examples", "unique tasks",
                "training examples", "instruction pairs", "seed task", "seed tasks", "question answer pairs",
                "qa pairs", "生成问题", "出题", "生成任务", "训练数据",
            ],
            0.35: [
                "new task", "new tasks", "new problem", "new problems", "verifiable", "hidden tests", "tasks like",
                "problems like", "exercises like", "create a task", "create a problem", "problem set", "seed topic",
                "task instructions",
            ],
            0.2: [
                "difficulty", "verifier", "reference solution", "test cases", "exercises", "quiz", "come up with",
                "diverse", "invent", "variations", "harder", "seed", "dialogues",
            ],
        ])

    private static let invents = [
        "generate", "create", "invent", "come up with", "make up", "write", "produce", "design", "compose", "propose",
        "devise", "synthesize", "synthesise", "formulate", "simulate", "erstelle", "génère", "genera", "придумай", "生成",
        "编写", "出",
    ]
    private static let tasks = [
        "tasks", "problems", "questions", "exercises", "prompts", "instructions", "puzzles", "challenges", "dialogues",
        "conversations", "examples", "word problem", "math problem", "programming problem", "coding problem",
        "new problem", "new task", "new question", "new exercise", "new instruction", "training examples", "aufgaben",
        "problèmes", "problemas", "задач", "题目", "问题", "任务",
    ]

    static let generations = [
        Combination(
            .taskGeneration, 0.5, within: 24, invents, tasks,
            [
                "diverse", "diversity", "entirely new", "novel", "unique", "similar to", "like this", "like the",
                "in the style", "harder", "difficulty", "seed", "verifier", "checkable", "with solutions", "with tests",
                "reference solution", "hidden tests", "inspired by", "more complex", "more challenging", "synthetic",
                "training data", "each with", "answer key", "0 pairs", "persona", "code snippet", "level",
                "checked automatically", "multi hop", "ranging from", "self contained", "overlap", "verifiable",
                "for training", "training set", "with answers", "of increasing", "similares", "ähnlich", "similaires",
                "похожих", "类似", "多样",
            ]),
        Combination(
            .taskGeneration, 0.65, within: 20, invents,
            ["pairs", "dialogues", "conversations", "examples", "instructions", "prompts", "questions", "tasks"],
            ["instruction tuning", "fine tune", "fine tuning", "finetune", "finetuning", "training", "train", "sft"]),
        Combination(
            .taskGeneration, 0.5, within: 12, ["more", "other", "another", "need", "give me", "some", "make up"],
            ["tasks", "problems", "questions", "exercises", "puzzles", "problem", "exercise"],
            ["like this", "like the", "like", "similar to", "such as", "of the same kind"]),
        Combination(
            .taskGeneration, 0.5, within: 16, ["rewrite", "evolve", "make", "turn", "transform"],
            ["prompt", "instruction", "problem", "question", "task"],
            ["more complex", "more difficult", "more challenging", "harder", "complicated"]),
        Combination(
            .taskGeneration, 0.5, within: 12,
            [
                "question answer", "question and answer", "questions and answers", "q a", "instruction response",
                "prompt response",
            ],
            ["pair", "pairs", "passage", "from this text", "from the text", "document", "paragraph", "article"]),
        Combination(
            .taskGeneration, 0.45, within: 14, ["turn", "convert", "transform", "rewrite"],
            ["into"],
            ["exercise", "exercises", "a task", "a problem", "a puzzle", "a benchmark", "an environment"]),
        Combination(
            .taskGeneration, 0.4, within: 8, invents,
            [
                "multiple choice questions", "mcqs", "comprehension questions", "exam questions", "practice problems",
                "practice questions", "test questions",
            ]),
        Combination(
            .taskGeneration, 0.45, within: 20, invents,
            [
                "persona", "personas", "user queries", "user utterances", "first message", "user prompts",
                "user requests",
            ],
            ["user", "users", "assistant", "chatbot", "would ask", "would send", "agent", "model"]),
        Combination(
            .taskGeneration, 0.5, within: 20, invents, ["requests", "prompts", "questions", "messages", "queries"],
            [
                "this person would", "the person would", "would realistically", "a user would", "users would",
                "would type",
                "would ask",
            ]),
        Combination(
            .taskGeneration, 0.45, within: 14, invents,
            ["dialogues", "conversations", "multi turn", "trajectories"],
            ["between", "assistant", "user", "agent", "customer"]),
        Combination(
            .taskGeneration, 0.5, within: 20, invents,
            ["environment", "environments", "bug reports", "task", "scenario", "scenarios", "problem"],
            [
                "verifiable", "verifier", "checkable", "automatically checked", "failing test", "reward function",
                "verifiable reward",
            ]),
        Combination(
            .taskGeneration, 0.4, within: 6, invents, ["0"],
            ["tasks", "problems", "prompts", "instructions", "exercises", "puzzles", "training examples"]),
    ]

    static let training = phrases(
        .modelDevelopment,
        [
            0.55: [
                "reward model", "reward models", "sft data", "rlhf", "grpo", "dpo", "fine tuning data",
                "training pipeline", "pretraining", "pre training", "training loop", "training run", "learning rate",
                "language model training", "loss curve", "policy optimisation", "policy optimization", "data mixture",
                "instruction tuning", "scaling laws", "mixture of experts", "flash attention", "kv cache", "bf0", "fp0",
                "gptq", "awq", "knowledge distillation", "scaling law", "tensor parallel", "tensor parallelism",
                "pipeline parallelism", "data parallelism", "fsdp", "megatron", "gradient accumulation",
                "gradient checkpointing", "kl penalty", "kl coefficient", "value head", "process reward",
                "student model", "teacher model", "attention heads", "speculative decoding", "vllm",
                "held out benchmarks", "training corpus", "pretraining corpus", "adamw", "奖励模型", "预训练", "微调", "训练数据配比",
            ],
            0.35: [
                "fine tune", "fine tuning", "finetune", "finetuning", "tokenizer", "distillation", "hyper parameters",
                "hyperparameters", "pytorch", "lora", "rollouts", "preference pairs", "accelerator hours", "gpu hours",
                "deepspeed", "batch size", "ablation plan", "reward function", "checkpoints", "logits", "perplexity",
                "ppo", "cross entropy", "training data", "token budget", "tokens per second", "nccl", "moe",
            ],
            0.2: ["transformer", "gradient", "gpu", "epochs", "checkpoint", "ablation", "neural network"],
        ])

    static let trainings = [
        Combination(
            .modelDevelopment, 0.45, within: 8,
            ["train", "trains", "training", "fine tune", "finetune", "pretrain", "distil", "distill", "trained"],
            ["language model", "llm", "llms", "reward model", "transformer", "neural network", "classifier", "gpu"]),
        Combination(
            .modelDevelopment, 0.45, within: 8,
            [
                "quantize", "quantise", "distil", "distill", "prune", "shard", "pretrain", "pretraining", "align",
                "finetune",
            ],
            ["model", "models", "checkpoint", "weights", "student", "0b", "tokens"]),
        Combination(
            .modelDevelopment, 0.45, within: 8, ["loss", "gradients", "gradient norm", "reward", "training"],
            [
                "diverges", "diverge", "nan", "nans", "spikes", "plateaus", "explode", "explodes", "blows up",
                "collapses",
            ]),
    ]
}
