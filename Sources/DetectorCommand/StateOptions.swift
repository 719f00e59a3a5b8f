import ArgumentParser
import DetectorEngine
import Evidence
import Foundation

/// Which state a command works on, and what engine holds it.
struct StateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The directory of the detector's state; else STILLWATCH_STATE.", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("What holds the exchanges: embedded.", valueName: "name"))
    var engine = "embedded"

    func validate() throws {
        guard engine == "embedded" else {
            let reason =
                engine == "clickhouse"
                ? "This version has only the embedded engine; ClickHouse is not supported yet."
                : "There is no engine of that name; the engine is `embedded`."
            throw ValidationError(reason)
        }
        _ = try directory
    }

    /// The state's directory.
    var directory: StateDirectory {
        get throws {
            if let path = state ?? ProcessInfo.processInfo.environment["STILLWATCH_STATE"], !path.isEmpty {
                return StateDirectory(path)
            }
            throw ValidationError("Say where the detector's state is: --state DIR, or STILLWATCH_STATE.")
        }
    }

    /// Opens the state.
    func open(mayCreate: Bool, keepsAddresses: Bool = false) throws -> EmbeddedEngine {
        try EmbeddedEngine(directory, mayCreate: mayCreate, keepsAddresses: keepsAddresses) {
            Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
        }
    }
}
