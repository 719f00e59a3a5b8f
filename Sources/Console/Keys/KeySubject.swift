import HostileText

/// What a key is about. The help groups its rows by it, in this order.
public enum KeySubject: CaseIterable, Sendable {
    case deciding, gathering, reading, clustering, moving, going, asking

    /// The heading over its rows.
    var title: SafeText {
        switch self {
        case .deciding: "DECIDE"
        case .gathering: "KEEP"
        case .reading: "LOOK CLOSER"
        case .clustering: "THE CLUSTER'S DRAWING"
        case .moving: "MOVE"
        case .going: "GO TO"
        case .asking: "ASK AND COMMAND"
        }
    }
}
