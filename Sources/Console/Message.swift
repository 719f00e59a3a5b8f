public import Evidence
public import EvidenceCache
public import TextUI

/// Everything that can happen to the console.
public enum Message: Sendable {
    /// A key, a paste, a new size.
    case key(Key)
    /// The minute has changed, or another moment that words depend on.
    case tick(Instant)
    /// A question of a screen was answered.
    case answered(screen: Int, Answer)
    /// The answer to a question of the frame: how old the data are, what waits to be sent.
    case status(CacheStatus)
    /// A decision was written.
    case decided(Decided)
    /// Something could not be done.
    case failed(Problem)
    /// Something is worth saying.
    case noticed(Notice)
    /// Everybody's labels of a subject, which is on record as having been looked at.
    case revealed([LabelEvent], of: Subject)
    /// Everybody's labels may be seen: the look is on record.
    case revealedAll(Reveal)
    /// From now on the cache is looked at as of a moment; `nil` is the present.
    case lookedBack(PastView?)
    /// Somebody else, a sync perhaps, changed the cache.
    case cacheChanged
    /// Everything that was asked for is answered, and everything decided is written.
    case rested
    /// The terminal hangs up, or a signal asks to leave.
    case leave
}

/// A decision that was written.
public struct Decided: Sendable {
    /// What was written.
    public var decision: Decision
    /// What to say of it.
    public var sentence: StyledText
    /// Whether it was an undo or a redo; then the cursor stays.
    public var isReplay: Bool

    /// Makes it.
    public init(decision: Decision, sentence: StyledText, isReplay: Bool = false) {
        self.decision = decision
        self.sentence = sentence
        self.isReplay = isReplay
    }
}

/// What the frame says of the cache.
public struct CacheStatus: Hashable, Sendable {
    /// When the last sync ended; `nil` before the first.
    public var syncedAt: Instant?
    /// How many decisions wait to be sent.
    public var outbox: Int
    /// Whether there is anything in the cache at all.
    public var isEmpty: Bool

    /// Makes a status.
    public init(syncedAt: Instant?, outbox: Int, isEmpty: Bool) {
        self.syncedAt = syncedAt
        self.outbox = outbox
        self.isEmpty = isEmpty
    }
}
