import Evidence

/// What was done and can be undone: not a state to restore, but the events to compensate.
enum Deed: Hashable, Sendable {
    /// Label events were added, one a subject.
    case labelled([String], Decision)
    /// A shared value was muted or heard again.
    case muted(Mute)
    /// What became of accounts was recorded or taken back.
    case recorded([Outcome], Decision)
    /// Things were put into a case.
    case added([CaseItem.Thing], CaseID)
    /// Things were taken out of a case.
    case removed([CaseItem.Thing], CaseID)
}

/// The deeds of this sitting, newest last, and those undone.
struct DeedLog: Sendable {
    private(set) var done: [Deed] = []
    private(set) var undone: [Deed] = []

    /// Notes a deed; what was undone before it can no longer be done again.
    mutating func note(_ deed: Deed) {
        done.append(deed)
        undone = []
    }

    /// The deed to undo next.
    mutating func takeLast() -> Deed? { done.popLast() }

    /// The deed to do again next.
    mutating func takeUndone() -> Deed? { undone.popLast() }

    /// Notes that a deed was undone, as the deed that would do it again.
    mutating func noteUndone(_ deed: Deed) { undone.append(deed) }

    /// Notes that a deed was done again.
    mutating func noteRedone(_ deed: Deed) { done.append(deed) }
}
