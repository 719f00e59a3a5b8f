import DetectorEngine
import Logging
import ServiceLifecycle

/// Scores again in the background, at most every so often, when exchanges, releases or events came since the last time.
struct Rescorer: Service {
    let engine: any Engine
    let interval: Duration
    let detect: ResumedFindingsSource
    let meters: Meters
    let logger: Logger

    /// Runs until the server stops.
    func run() async throws {
        let resident = ResidentLog()
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let before = resident.rowsRead
                if let report = try await engine.rescore(resident, by: detect) {
                    meters.count(score: true)
                    let changed = report.changes.reduce(0) { $0 + $1.new + $1.changed + $1.ended }
                    logger.info(
                        "scored",
                        metadata: [
                            "exchanges": "\(report.exchanges)", "read": "\(resident.rowsRead - before)",
                            "records": "\(changed)",
                        ])
                }
            } catch StateError.overtaken {
                logger.info("another process scored in the meantime; its result was kept")
            } catch {
                // The last good flags stay, and the next round tries again.
                meters.count(score: false)
                logger.error("score failed", metadata: ["error": "\(safe(String(describing: error)))"])
            }
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
            } catch is CancellationError {
                return
            }
        }
    }
}
