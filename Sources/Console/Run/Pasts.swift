import Evidence
import EvidenceCache
import Synchronization

/// The handle on the cache's past that is open: the one looked at now, and no other.
final class Pasts: Sendable {
    private let held = Mutex<(view: PastView, cache: EvidenceCache)?>(nil)

    /// Opens the cache as of a moment; `nil` lets the past go.
    func open(_ text: String?, _ cache: EvidenceCache, now: Instant) throws -> PastView? {
        guard let text, let wish = AsOf.Wish(text) else {
            held.withLock { $0 = nil }
            return nil
        }
        let view = PastView(text: text, moment: try cache.moment(wish, now: now))
        let past = try cache.asOf(view.moment)
        held.withLock { $0 = (view, past) }
        return view
    }

    /// The cache as of a moment that is open.
    func cache(of view: PastView?) -> EvidenceCache? {
        held.withLock { held in held.flatMap { $0.view == view ? $0.cache : nil } }
    }
}
