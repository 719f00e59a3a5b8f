import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One row of a dossier.
enum DossierRow: Sendable {
    case gap
    case heading(SafeText, StyledText)
    case signalHeading(Int)
    /// A signal; its note stands beside its name only where it fits there.
    case signal(Signal, most: Double, showsNote: Bool)
    case note(UntrustedText)
    case evidence(EvidenceReference, IndicatorRow?, Template?)
    case more(SafeText)
    case origin(Facet, FacetCount, of: Int, isFirst: Bool)
    case key(FacetCount, of: Int)
    case model(FacetCount, of: Int)
    case habit(Habit, of: Int, isFirst: Bool)
    case related(RelatedAccount)
    case label(LabelEvent)
    case outcome(Outcome)

    /// Whether the cursor can stand on it.
    var isSelectable: Bool {
        switch self {
        case .gap, .heading, .signalHeading, .more, .note: false
        case .signal, .evidence, .origin, .key, .model, .habit, .related, .label, .outcome: true
        }
    }
}

/// The sections of a dossier, which Tab goes through.
enum DossierSection: String, CaseIterable, Hashable, Sendable {
    case signals, origins, keys, models, related, labels
    /// Charts that stand beside the rows where there is room, and are sections of their own where there is none.
    case targets, hours

    /// Whether it is drawn rather than listed.
    var isChart: Bool { self == .targets || self == .hours }
}
