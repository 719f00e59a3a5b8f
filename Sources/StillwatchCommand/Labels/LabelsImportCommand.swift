import ArgumentParser
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation

/// Takes labels in.
struct LabelsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes labels of yours in: every line that can be; the others are named.",
        discussion: """
            The fields: \(LabelLine.fields.joined(separator: ", ")).
            subject and label are enough; an empty label takes back. A line that bears another analyst's name is
            refused: their labels come by sync. A line that is in the cache already changes nothing.
            A refused line is named on standard error with file, line and field, and the exit code is 1.

            Examples:
              stillwatch labels import labels.jsonl
              stillwatch labels import sheet.csv --dry-run
            """)

    @Argument(help: "The file; - is standard input.")
    var file: String
    @Option(help: "jsonl, csv or label-studio; else by the file's name, else jsonl.")
    var format: LabelFormat?
    @Switch(help: "Says what would be refused, and writes nothing.")
    var dryRun = false
    @Switch(help: "The outcome as an object.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let cache = try who.open(in: surroundings)
        let parsed = try read()
        let analyst = who.analyst(in: surroundings)
        let outcome = try cache.takeIn(
            parsed, by: analyst, at: Surroundings.clock(), guideline: ProgramVersion.guideline, isTrial: dryRun
        ) { UUID().uuidString.lowercased() }
        report(outcome)
        if !outcome.refused.isEmpty { throw ExitCode(1) }
    }

    private func read() throws -> LabelFile {
        let data: Data
        if file == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            guard let read = FileManager.default.contents(atPath: file) else {
                throw Failure("\(Output.safe(UntrustedText(file))) cannot be read.", code: 2)
            }
            data = read
        }
        let text = String(decoding: data, as: UTF8.self)
        let known: LabelFormat = file.hasSuffix(".csv") ? .csv : file.hasSuffix(".json") ? .labelStudio : .jsonl
        switch format ?? known {
        case .jsonl: return LabelFile(jsonLines: text)
        case .csv: return LabelFile(csv: text)
        case .labelStudio: return LabelFile(labelStudio: text)
        }
    }

    private func report(_ outcome: LabelImport) {
        let name = file == "-" ? "standard input" : file
        for problem in outcome.refused {
            let field = problem.field.isEmpty ? "the line" : problem.field
            let reason = Output.safe(UntrustedText("\(field) \(problem.reason)"))
            Output.say("\(Output.safe(UntrustedText(name))):\(problem.line): \(reason)")
        }
        if json {
            var listing = Listing(columns: ["written", "known", "refused"])
            listing.rows = [[Value(outcome.written.count), Value(outcome.known), Value(outcome.refused.count)]]
            return Output.print(listing.objects[0])
        }
        let wrote = dryRun ? "would be written" : "written"
        let all = outcome.written.count + outcome.known + outcome.refused.count
        Output.print(
            "\(Count.text(outcome.written.count, of: all)) \(wrote), \(Count.text(outcome.known)) known already, "
                + "\(Count.text(outcome.refused.count)) refused")
    }
}
