import ArgumentParser
import Evidence
import Foundation
import Invocation
import Simulation

/// `stillwatch-detector simulate`
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Write a log with known truth.",
        discussion: """
            Writes log.jsonl.gz, truth.json and truth-exchanges.jsonl.gz. The same options with the same seed give the same
            bytes.

              stillwatch-detector simulate --out sample --accounts 400 --exchanges 20000 --seed 1
              stillwatch-detector simulate --out quiet --accounts 2000 --exchanges 100000 --seed 2 --scenario quiet --share 0.1
            """)

    @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("How many accounts.", valueName: "n"))
    var accounts: Int

    @Option(help: ArgumentHelp("How many exchanges.", valueName: "m"))
    var exchanges: Int

    @Option(help: ArgumentHelp("The seed of all chance.", valueName: "s"))
    var seed: UInt64

    @Option(help: ArgumentHelp("incident, loud, quiet or lookalikes.", valueName: "name"))
    var scenario = Scenario.Preset.incident

    @Option(help: ArgumentHelp("The share of a harvesting account's exchanges that are a harvest.", valueName: "0..1"))
    var share: Double?

    @Option(help: ArgumentHelp("How many accounts a campaign has.", valueName: "n"))
    var campaignSize: Int?

    @Option(help: ArgumentHelp("What a campaign's accounts share: shared, partly or none.", valueName: "kind"))
    var infrastructure: Scenario.Infrastructure?

    @Option(
        help: ArgumentHelp(
            "How a harvest's wording repeats: fixed, paraphrased, prefix, suffix, middle or none.", valueName: "kind"))
    var template: Scenario.TemplateStyle?

    @Option(help: ArgumentHelp("A corpus of texts, one JSON record a line.", valueName: "file"))
    var texts: String?

    @Option(help: ArgumentHelp("Real arrivals, CSV: time, tokens in, tokens out.", valueName: "file"))
    var arrivals: String?

    @ArgumentParser.Flag(help: "Write no prompts, responses or system prompts.")
    var noText = false

    @ArgumentParser.Flag(help: "Print the counts as JSON.")
    var json = false

    func run() async throws {
        var wanted = Scenario(preset: scenario, accounts: accounts, exchanges: exchanges, seed: seed)
        wanted.share = share
        wanted.campaignSize = campaignSize
        wanted.infrastructure = infrastructure
        wanted.template = template
        wanted.withoutText = noText
        if let texts { wanted.texts = try Corpus.texts(in: texts) }
        if let arrivals { wanted.arrivals = try Corpus.arrivals(in: arrivals) }
        let simulator = try Simulator(wanted)
        let progress = Progress(of: "exchanges", total: exchanges)
        let written = try SimulatedLog.write(simulator, to: out) { progress.show($0) }
        progress.end()
        if json { return try Output.print(json: written) }
        Output.print(
            "accounts \(written.accounts), exchanges \(written.exchanges), releases \(written.releases) "
                + "in \(Count.decimal(progress.seconds, 1)) s")
        for file in written.files { Output.print(file) }
    }
}
