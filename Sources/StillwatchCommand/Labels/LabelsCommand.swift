import ArgumentParser

/// Ground truth out and in.
struct LabelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels", abstract: "Writes labels out, and takes them in.",
        subcommands: [LabelsExportCommand.self, LabelsImportCommand.self])
}

/// How files of labels are written.
enum LabelFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, csv
    case labelStudio = "label-studio"
}
