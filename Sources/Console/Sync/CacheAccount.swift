import Evidence
import EvidenceCache
import HostileText

/// What there is to say of a cache.
struct CacheAccount: Sendable {
    var status: SyncStatus
    var counts: CacheCounts
    var refused: [RefusedEvent]
    /// The last runs that brought something, the last first.
    var runs: [SyncRun]
    /// What waits to be sent, by kind.
    var backlog: [Backlog]
    var size: CacheSize
}

/// Asks for the state of the cache.
struct StateOfCache: Question {
    func answer(from cache: EvidenceCache, now: Instant) throws -> CacheAccount {
        CacheAccount(
            status: try cache.syncStatus(now: now), counts: try cache.counts(), refused: try cache.refusedEvents(),
            runs: try cache.syncRuns(), backlog: try cache.backlog(), size: try cache.size())
    }
}

extension RefusedEvent {
    /// What to do about it, as far as its kind tells.
    var advice: SafeText {
        switch kind {
        case "label": "label it again, or take the label back; what was refused stays here"
        case "mute": "mute it again once the detector knows the value"
        case "outcome": "record it again, or :outcome none"
        default: "tell the platform team; the log is whole here, and goes on"
        }
    }
}
