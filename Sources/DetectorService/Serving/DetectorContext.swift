import DetectorEngine
import Hummingbird
import Logging
import Synchronization

/// What goes with a request through the routes: its logger, and who sent it once that is known.
struct DetectorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who sent the request.
    let caller = Caller()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }

    /// Who sent a request; the line of log is written where only the request's beginning is known.
    final class Caller: Sendable {
        private let current = Mutex("-")

        /// The name on the token; `-` before one was seen.
        var name: String {
            get { current.withLock { $0 } }
            set { current.withLock { $0 = newValue } }
        }
    }
}
