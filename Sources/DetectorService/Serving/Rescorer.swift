import DetectorEngine
import Logging
import ServiceLifecycle

/// Scores again in the background, at most every so often, when exchanges, labels or mutes came since the last time.
struct Rescorer: Service {
    let engine: any Engine
    let directory: StateDirectory
    let interval: Duration
    let detect: FindingsSource
    let meters: Meters
    let logger: Logger

    /// Runs until the server stops.
    func run() async throws {
        var scored: Census?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let census = try await engine.census()
                if isNew(census, since: scored) {
                    let report = try await engine.score(asOf: nil, by: detect)
                    meters.count(score: true)
                    scored = census
                    let changed = report.changes.reduce(0) { $0 + $1.new + $1.changed + $1.ended }
                    logger.info("scored", metadata: ["exchanges": "\(report.exchanges)", "records": "\(changed)"])
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

    private func isNew(_ census: Census, since scored: Census?) -> Bool {
        guard let scored else { return census.exchanges > census.exchangesInFeed }
        return census.exchanges != scored.exchanges || census.labels != scored.labels || census.mutes != scored.mutes
    }
}
