import ArgumentParser
import Detection
import DetectorEngine
import Digests
import Evidence
import Foundation
import Invocation

/// `stillwatch-detector evaluate`
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure the detector against a log's known truth.",
        discussion: """
            Scores the state afresh by its current model, without its feed, mutes and allow-list, and compares. Positives are accounts whose truth is
            distillation or mixed; relays are left out of the ranking and reported apart.

              stillwatch-detector evaluate --state state --truth sample/truth.json
              stillwatch-detector evaluate --state state --truth sample/truth.json --json
            """)

    @OptionGroup var state: StateOptions

    @Option(help: ArgumentHelp("The truth, as `simulate` writes it.", valueName: "file"))
    var truth: String

    @ArgumentParser.Flag(help: "Print all figures as one JSON object.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "How many beginnings of the log are scored to see when accounts are first flagged; 0 for none.",
            valueName: "number"))
    var checkpoints = Evaluation.checkpoints

    func validate() throws {
        guard (0...1_000).contains(checkpoints) else { throw ValidationError("--checkpoints is 0 to 1000.") }
    }

    func run() async throws {
        let known = try TruthFile(truth)
        let engine = try state.open(mayCreate: false)
        let input = try await engine.unbiasedInput()
        let detector = Detector(model: try ModelShelf(in: engine.directory).current())
        let findings = detector.findings(in: input)
        let evaluation = Evaluation.of(
            findings, in: input, by: detector, truth: known.truth, exchangeTruth: known.exchanges,
            checkpoints: checkpoints)
        if json { return try Output.print(json: evaluation) }
        Output.print(EvaluationReport(evaluation).text)
    }
}

/// A truth and the file beside it that says what each exchange is.
struct TruthFile {
    var truth: Truth
    var exchanges: [ExchangeTruth]

    /// - Throws: ``Failure`` with exit code 2 where a file cannot be read.
    init(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("Cannot read \(path).", code: 2)
        }
        do {
            truth = try JSONDecoder().decode(Truth.self, from: data)
        } catch {
            throw Failure("\(path) is no truth as `simulate` writes it.", code: 2)
        }
        guard let name = truth.exchanges else {
            exchanges = []
            return
        }
        let beside = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
        exchanges = try TruthFile.exchanges(in: beside)
    }

    private static func exchanges(in path: String) throws -> [ExchangeTruth] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("Cannot read \(path), which the truth names.", code: 2)
        }
        do {
            let bytes = Gzip.begins(data) ? try Gzip.inflate(data, limit: 8 << 30) : Array(data)
            let decoder = JSONDecoder()
            return try bytes.split(separator: UInt8(ascii: "\n")).map {
                try decoder.decode(ExchangeTruth.self, from: Data($0))
            }
        } catch {
            throw Failure("\(path) is damaged, or no truth of exchanges.", code: 2)
        }
    }
}
