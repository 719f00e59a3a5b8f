import Dispatch
import Evidence
import Foundation
import Sync

/// A sync that a signal stops at the end of a page, with its progress on the terminal.
struct SyncWork: Sendable {
    let synchroniser: Synchroniser
    let follow: Bool

    /// Runs to its end, or to the first SIGINT, SIGTERM or SIGHUP.
    func run() async -> Result<SyncSummary, SyncProblem> {
        let line = ProgressLine()
        let task = Task { () -> Result<SyncSummary, SyncProblem> in
            do throws(SyncProblem) {
                return .success(try await synchroniser.run(follow: follow) { line.show(SyncWork.text(of: $0)) })
            } catch {
                return .failure(error)
            }
        }
        let sources = StopSignals { task.cancel() }
        let outcome = await task.value
        sources.end()
        line.end()
        return outcome
    }

    private static func text(of progress: SyncProgress) -> String {
        let state = progress.isCaughtUp ? "up to date" : progress.isRebuilding ? "building anew" : "reading"
        let time = Age.text(milliseconds: progress.milliseconds)
        return "\(Count.text(progress.records)) records · \(Count.text(Int(progress.rate)))/s · \(time) · \(state)"
    }
}
