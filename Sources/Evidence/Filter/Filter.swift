/// A question asked of flags, accounts, conversations or clusters: the tree behind a line of the filter language.
public indirect enum Filter: Hashable, Sendable {
    /// Lets everything through.
    case everything
    /// One condition.
    case term(FilterTerm)
    /// Words to be found in the cached text of exchanges, as they stand between quotes.
    case fullText(String)
    /// A bare word, to be found in ids and reasons.
    case word(String)
    /// All of these.
    case all([Filter])
    /// Any of these.
    case any([Filter])
    /// Not this.
    case not(Filter)
}

/// One condition on one field.
public struct FilterTerm: Hashable, Sendable {
    /// What is looked at.
    public var field: FilterField
    /// What must hold of it.
    public var test: FilterTest

    /// Makes a condition.
    public init(_ field: FilterField, _ test: FilterTest) {
        self.field = field
        self.test = test
    }
}

/// What must hold of a field.
public enum FilterTest: Hashable, Sendable {
    /// The field has no value, as in `label:none`.
    case isAbsent
    /// The field equals a word of its list, such as a target.
    case equals(String)
    /// The field equals the text or contains it.
    case matches(String)
    /// The number lies within.
    case within(Interval<Double>)
    /// The time lies within.
    case during(Interval<TimeBound>)
}

/// A stretch between two ends, either of which may be missing.
public struct Interval<Bound: Hashable & Sendable>: Hashable, Sendable {
    /// The lower end.
    public var lower: Bound?
    /// Whether the lower end itself is in.
    public var includesLower: Bool
    /// The upper end.
    public var upper: Bound?
    /// Whether the upper end itself is in.
    public var includesUpper: Bool

    /// Makes a stretch.
    public init(lower: Bound? = nil, includesLower: Bool = true, upper: Bound? = nil, includesUpper: Bool = true) {
        self.lower = lower
        self.includesLower = includesLower
        self.upper = upper
        self.includesUpper = includesUpper
    }
}

/// An end of a stretch of time.
public enum TimeBound: Hashable, Sendable {
    /// So many milliseconds before now, or before the moment that the view is as of.
    case ago(Int64)
    /// A moment.
    case at(Instant)

    /// The moment meant, given what now is.
    public func resolved(now: Instant) -> Instant {
        switch self {
        case .ago(let milliseconds): now - milliseconds
        case .at(let instant): instant
        }
    }
}
