import ArgumentParser
import Detection
import DetectorEngine
import Evidence
import Invocation

/// `stillwatch-detector learn`
struct LearnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Recalibrate the score from the labels that analysts sent.",
        discussion: """
            Refits the weights, the base and the threshold of the shipped model to the labels, and prints how the model does at
            its threshold before and after, measured on accounts that it was not fitted on. Every model is kept, and the next
            score uses the new one. Where more ordinary gold items would be flagged than before, nothing changes (exit code 1)
            unless --accept-gold-loss says so.

              stillwatch-detector learn --state state --dry-run
              stillwatch-detector learn --state state --gold gold.jsonl
              stillwatch-detector learn --state state --list
              stillwatch-detector learn --state state --use evidence-2
            """)

    @OptionGroup var state: StateOptions

    @Option(
        help: ArgumentHelp(
            #"Accounts of which the truth is known, one {"account":"…","label":"…"} a line."#, valueName: "file"))
    var gold: String?

    @ArgumentParser.Flag(help: "Take the new model although it flags more ordinary gold items.")
    var acceptGoldLoss = false

    @ArgumentParser.Flag(help: "Print how it would go, and keep everything as it is.")
    var dryRun = false

    @ArgumentParser.Flag(help: "List the models, oldest first.")
    var list = false

    @Option(help: ArgumentHelp("Use this model from the next score on.", valueName: "version"))
    var use: String?

    @ArgumentParser.Flag(help: "Print the result as JSON.")
    var json = false

    func validate() throws {
        guard !(list && use != nil) else { throw ValidationError("--list and --use do not go together.") }
    }

    func run() async throws {
        let engine = try state.open(mayCreate: false)
        let shelf = ModelShelf(in: engine.directory)
        if list { return try ModelList(shelf).print(asJSON: json) }
        if let use { return try await put(use, into: shelf, of: engine) }
        let learning = try await learn(engine, shelf)
        let refuses = learning.report.gold.isLoss && !acceptGoldLoss
        if !dryRun, !refuses {
            let lock = try await WriterLock.take(in: engine.directory, for: "learn")
            defer { withExtendedLifetime(lock) {} }
            try shelf.add(
                ModelShelf.Learned(
                    model: learning.model, at: engine.clock(), shipped: shelf.shipped.title, report: learning.report))
        }
        try print(learning.report, isKept: !dryRun && !refuses)
        if refuses { throw Failure(LearnReport.goldLoss(learning.report.gold)) }
    }

    private func learn(_ engine: EmbeddedEngine, _ shelf: ModelShelf) async throws -> Learning {
        let items = try gold.map { try GoldFile($0).items } ?? [:]
        let labels = try await engine.labels()
        let accounts = labels.compactMap { label -> AccountID? in
            if case .account(let id) = label.event.subject { id } else { nil }
        }
        let known = try await engine.known(Set(accounts).union(items.keys))
        let current = try shelf.current()
        let version = try shelf.nextVersion()
        do throws(Learning.Problem) {
            return try Learning(
                from: labels, gold: items, known: known, shipped: shelf.shipped, current: current, version: version)
        } catch {
            throw Failure(LearnReport.sentence(error, labels: labels.count))
        }
    }

    private func put(_ title: String, into shelf: ModelShelf, of engine: EmbeddedEngine) async throws {
        let lock = try await WriterLock.take(in: engine.directory, for: "learn")
        defer { withExtendedLifetime(lock) {} }
        let title = title == "shipped" ? shelf.shipped.title : title
        guard try shelf.use(title) else {
            throw Failure("There is no model of that version. `learn --list` shows them.", code: 2)
        }
        if json { return try Output.print(json: ["model": title]) }
        Output.print("The next score uses \(title).")
    }

    private func print(_ report: Learning.Report, isKept: Bool) throws {
        if json { return try Output.print(json: LearnReport.JSON(report: report, isKept: isKept)) }
        Output.print(LearnReport(report).text)
        if isKept {
            Output.say("The next score uses \(report.modelAfter). `learn --use \(report.modelBefore)` goes back.")
        }
        if dryRun { Output.say("Nothing was changed.") }
    }
}
