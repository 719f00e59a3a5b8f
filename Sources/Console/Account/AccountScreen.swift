import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The dossier of an account.
struct AccountScreen: Screen {
    let id: AccountID
    var facts: Loaded<AccountFacts.Found?> = .idle
    var related: AccountRelations.Reply?
    var content: DossierRows?
    var position = ListPosition()
    /// The chart that takes the place of the rows, where there is no room for it beside them.
    var chart: DossierSection?
    /// The section to begin in, until the cursor was moved.
    var section: DossierSection?
    private var kept: ViewState

    init(_ state: ViewState) throws(Problem) {
        guard case .account(let id) = state.subject else {
            throw Problem("a dossier needs the id of an account, such as view:account id:acct-7f3a91c2")
        }
        self.id = id
        kept = state
        section = state["pane"].flatMap { DossierSection(rawValue: $0) }
    }

    var kind: ScreenKind { .account }
    var title: StyledText { StyledText(SafeText(id.text, limit: 60)) }

    var summary: StyledText {
        guard let facts = facts.value ?? nil else { return "" }
        let conversations = Count.text(facts.dossier.account.conversations, "conversation")
        let exchanges = Count.text(facts.dossier.account.exchanges, "exchange")
        return "\(SafeText(ours: exchanges)) in \(SafeText(ours: conversations)), w lists them"
    }

    var state: ViewState {
        var state = kept
        state["pane"] = (chart ?? content?.section(of: position.cursor) ?? section)?.rawValue
        return state
    }

    var selection: Selection { .subjects([.account(id)]) }

    func retargeted(to subject: Subject) -> (any Screen)? {
        do throws(Problem) {
            var state = ViewState(view: kind.rawValue, subject: subject)
            state["pane"] = self.state["pane"]
            return try AccountScreen(state)
        } catch {
            // The next flag is on a cluster: its own screen is the place for it.
            return nil
        }
    }

    func availability(of action: Action) -> Availability {
        switch action {
        case .cluster where (facts.value ?? nil)?.dossier.account.cluster == nil && clusterID == nil:
            .unavailable("the detector put this account into no cluster")
        case .enter where chart == nil && target(of: position.cursor) == nil:
            .unavailable("there is nothing to open on this row")
        case .beside where related?.rows.isEmpty == true: .unavailable("no account is linked to it")
        default: .available
        }
    }

    /// The section that is shown.
    var current: DossierSection { chart ?? content?.section(of: position.cursor) ?? .signals }

    /// The cluster that the account belongs to most firmly.
    var clusterID: ClusterID? {
        guard let dossier = (facts.value ?? nil)?.dossier else { return nil }
        return dossier.account.cluster ?? dossier.memberships.first?.membership.cluster
    }
}
