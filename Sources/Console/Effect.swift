public import Evidence
public import HostileText

/// Work for the outside, as a value: the loop does it and sends back a message.
public enum Effect: Sendable {
    /// Asks the cache. A later question in the same slot of the same screen makes this one void.
    case ask(any Question, slot: String)
    /// Asks the same way, but waits for the keys to rest where one follows the other: what a held key runs past is not
    /// worth its reading, its drawing and the line's bytes.
    case askAtRest(any Question, slot: String)
    /// Writes a decision.
    case decide(Decision)
    /// Undoes the analyst's last decision.
    case undo
    /// Does again what was undone.
    case redo
    /// Copies text to the clipboard of the analyst's terminal.
    case copy(UntrustedText)
    /// Remembers what is on screen for the next start.
    case remember(ViewState)
    /// Keeps lines typed, saved views and macros for the next start.
    case keep(ConsoleMemory)
    /// Pins a piece of evidence to the next label on a subject, or takes it off.
    case pin(EvidenceReference, to: Subject)
    /// Shows everybody's labels of a subject, and writes down that they were looked at.
    case reveal(Subject)
    /// Shows everybody's labels on the screen of labels, and writes down that they were looked at.
    case revealAll
    /// Takes a flag up, so that others see that somebody is on it.
    case claim(FlagID)
    /// Records that something was looked at.
    case viewed(Subject)
    /// Shows everything in another theme, by its name or path.
    case wear(theme: String)
    /// Looks at the cache as of a sequence or a time; `nil` looks at the present.
    case lookBack(String?)
    /// Draws everything anew.
    case redraw
}

/// Something that an analyst decides, and that `u` undoes.
public enum Decision: Hashable, Sendable {
    /// Labels subjects, all in one transaction.
    case label([Subject], Label, Confidence, view: String)
    /// Labels a cluster and all its members but for some, as one deed.
    case labelCluster(ClusterID, without: Set<AccountID>, Label, Confidence, view: String)
    /// Mutes a shared value, or hears it again.
    case mute(IndicatorID, isMuted: Bool)
    /// Records what became of accounts, all in one transaction: of a cluster, every account but those left out. `nil` takes
    /// back what the analyst recorded of them.
    case outcome([Subject], Outcome.Kind?, without: Set<AccountID> = [])
    /// Takes labels back.
    case unlabel([Subject])
    /// Opens a case.
    case openCase(title: UntrustedText, with: [CaseItem.Thing])
    /// Puts things into a case.
    case addToCase(CaseID, [CaseItem.Thing])
    /// Takes a thing out of a case.
    case removeFromCase(CaseID, CaseItem.Thing)
    /// Writes a note into a case.
    case note(CaseID, UntrustedText)
    /// Closes a case.
    case closeCase(CaseID)
    /// Writes a case as a bundle below a directory.
    case exportCase(CaseID, directory: String, signingKey: String?)
}

extension Decision {
    /// Who was labelled by it, if anybody was: what the queue's cursor may be done with.
    var labelled: [Subject]? {
        switch self {
        case .label(let subjects, _, _, _): subjects
        case .labelCluster(let cluster, _, _, _, _): [.cluster(cluster)]
        default: nil
        }
    }
}
