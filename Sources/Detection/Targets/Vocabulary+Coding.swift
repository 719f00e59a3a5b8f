import Evidence

/// Code written, mended and looked at.
extension Vocabulary {
    static let coding = phrases(
        .agenticCoding,
        [
            0.5: [
                "failing test", "failing tests", "diff git", "pull request", "stack trace", "apply_patch",
                "cuda kernel", "cuda kernels", "triton kernel", "triton kernels", "codebase", "str_replace",
                "unit tests", "traceback most recent call", "coding assistant", "coding agent", "commit message",
                "code review", "test suite", "coding task", "leetcode", "编程助手", "写代码", "代码仓库",
            ],
            0.4: [
                "useeffect", "usestate", "nullpointerexception", "segfault", "typeerror", "syntaxerror", "keyerror",
                "nameerror", "attributeerror", "undefined is not", "null pointer", "segmentation fault",
                "modulenotfounderror", "pre commit", "docker compose", "linter", "re renders", "rerenders",
                "stacktrace", "codepath", "github actions", "ci pipeline",
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
        "debug the", "refactor", "optimise", "optimize", "port", "convert", "complete", "modify", "speed up", "add",
        "test", "review", "need", "comment", "shorten", "rename", "edit", "repair", "escribe", "schreibe", "écris",
        "напиши", "Напиши", "Écris", "写一个", "实现", "编写",
    ]

    static let codings = [
        Combination(
            .agenticCoding, 0.4, within: 8, makes,
            [
                "function", "functions", "class", "script", "endpoint", "algorithm", "regex", "unit test", "unit tests",
                "command line tool", "web page", "webpage", "website", "web app", "kernel", "kernels", "parser",
                "decorator", "subroutine", "makefile", "dockerfile", "compiler", "macro", "code", "bug", "program",
                "react component", "función", "funktion", "fonction", "функцию", "函数", "脚本", "代码", "程序",
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

    static let repairs = [
        Combination(
            .agenticCoding, 0.42, within: 8, makes + ["set up", "configure", "run", "migrate", "deploy"],
            [
                "github action", "github actions", "workflow file", "ci cd", "kubernetes", "terraform", "helm chart",
                "webpack", "eslint", "jest", "pytest", "cmake", "gradle", "maven", "npm package", "monorepo", "nginx",
                "cron job", "rest api", "graphql", "type hints", "docstring", "docstrings", "stored procedure",
                "linked list", "binary tree", "hash map", "cli tool", "cli", "sdk", "unit test", "integration tests",
            ]),
        Combination(
            .agenticCoding, 0.42, within: 8,
            [
                "resolve", "fix", "debug", "track down", "rebase", "merge", "cherry pick", "squash", "commit", "push",
                "open", "upgrade", "migrate", "bump", "make", "revert",
            ],
            [
                "conflict in", "merge conflict", "merge conflicts", "race condition", "memory leak", "the branch",
                "feature branch", "the changes", "a pr", "the pr", "dependencies", "from vue", "to vue", "react 0",
                "package json", "the build", "python 0", "to typescript", "main branch",
            ]),
        Combination(
            .agenticCoding, 0.35, within: 8,
            [
                "build", "server", "tests", "script", "query", "container", "endpoint", "component", "binary",
                "pipeline",
            ],
            [
                "crashes", "failing", "fails", "hangs", "throws", "times out", "segfaults", "work on windows",
                "returns 0",
            ]),
    ]
}
