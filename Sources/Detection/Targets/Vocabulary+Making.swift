import Evidence

/// Data analysed, and what training is made of: tasks, examples, models.
extension Vocabulary {
    static let data = phrases(
        .dataAnalysis,
        [
            0.5: [
                "data analyst", "data scientist", "data analysis", "statistical significance", "data driven",
                "sql query", "pandas", "statistical rigor", "statistical rigour",
                "hypothesis test", "effect size", "exploratory data", "create table", "dataframe", "数据分析", "データ分析",
                "análisis de datos", "datenanalyse", "анализ данных",
            ],
            0.35: ["dataset", "data set", "csv", "group by", "select from", "sql", "statistical test", "p value"],
            0.3: ["confidence interval", "confidence intervals"],
            0.2: [
                "statistical", "spreadsheet", "variance", "median", "trends", "regression", "correlation",
                "time series", "outliers", "revenue", "cohort", "quarter", "data", "columns", "rows", "insights",
            ],
        ])

    static let analyses = [
        Combination(
            .dataAnalysis, 0.45, within: 6,
            [
                "analyse", "analyze", "aggregate", "plot", "visualise", "visualize", "forecast", "investigate",
                "explore", "clean", "interpret", "compute", "calculate", "compare", "分析",
            ],
            [
                "data", "dataset", "data set", "csv", "the table", "spreadsheet", "columns", "dataframe", "rows",
                "survey", "metrics", "time series", "sales", "revenue", "数据", "表格",
            ]),
        Combination(
            .dataAnalysis, 0.5, within: 16, ["sql", "query"],
            ["database", "warehouse", "tables", "schema", "table", "from", "since", "rows"]),
        Combination(
            .dataAnalysis, 0.45, within: 60, of: .table,
            [
                "what", "which", "why", "summary", "pivot", "averages", "average", "analyse", "analyze", "explains",
                "differ", "drives", "stands out", "trend", "compare", "insights", "formula", "data", "dataset", "table",
                "biggest", "compute", "calculate", "mean", "report",
            ]),
        Combination(
            .dataAnalysis, 0.45, within: 16, ["outliers", "gaps", "biggest changes", "anomalies", "trends", "trend"],
            ["table", "data", "figures", "numbers", "sales", "revenue", "dataset", "spreadsheet"]),
    ]

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
                "new task", "new tasks", "new problem", "new problems", "verifiable", "hidden tests",
                "tasks like", "problems like", "exercises like", "create a task", "create a problem", "problem set",
                "seed topic", "task instructions",
            ],
            0.2: [
                "difficulty", "verifier", "reference solution", "test cases", "exercises", "quiz", "come up with",
                "diverse", "invent", "variations", "harder", "seed", "dialogues",
            ],
        ])

    private static let invents = [
        "generate", "create", "invent", "come up with", "make up", "write", "produce", "design", "compose", "propose",
        "devise", "erstelle", "génère", "genera",
        "придумай", "生成", "编写", "出",
    ]
    private static let tasks = [
        "tasks", "problems", "questions", "exercises", "prompts", "instructions", "puzzles", "challenges", "dialogues",
        "conversations", "examples", "word problem", "math problem", "programming problem", "coding problem",
        "new problem", "new task", "new question", "new exercise", "new instruction",
        "training examples", "aufgaben", "problèmes", "problemas", "задач", "题目", "问题", "任务",
    ]

    static let generations = [
        Combination(
            .taskGeneration, 0.5, within: 24, invents, tasks,
            [
                "diverse", "diversity", "entirely new", "novel", "unique", "similar to", "like this", "like the",
                "in the style", "harder", "difficulty", "seed", "verifier", "checkable", "with solutions", "with tests",
                "reference solution", "hidden tests", "inspired by", "more complex", "more challenging",
                "synthetic", "training data", "each with", "answer key", "0 pairs", "persona", "code snippet", "level",
                "checked automatically",
                "similares", "ähnlich", "similaires", "похожих", "类似", "多样",
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
                "instruction tuning", "scaling laws", "mixture of experts", "奖励模型", "预训练", "微调", "训练数据配比",
            ],
            0.35: [
                "fine tune", "fine tuning", "finetune", "finetuning", "tokenizer", "distillation", "hyper parameters",
                "hyperparameters", "pytorch", "lora", "rollouts", "preference pairs", "accelerator hours", "gpu hours",
                "deepspeed", "batch size", "ablation plan", "reward function", "checkpoints",
            ],
            0.2: ["transformer", "gradient", "gpu", "epochs", "checkpoint", "ablation", "neural network"],
        ])

    static let trainings = [
        Combination(
            .modelDevelopment, 0.45, within: 8,
            ["train", "trains", "training", "fine tune", "finetune", "pretrain", "distil", "distill", "trained"],
            ["language model", "llm", "llms", "reward model", "transformer", "neural network", "classifier", "gpu"])
    ]
}
