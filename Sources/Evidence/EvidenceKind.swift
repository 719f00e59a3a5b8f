/// The independent kinds of evidence that can tie accounts together. Two or more make a cluster `coordinated`.
public enum EvidenceKind: String, CaseIterable, Codable, Hashable, Comparable, Sendable {
    /// What was asked: templates, injected spans, near-duplicates.
    case content
    /// When it was asked: steps in time, failover.
    case timing
    /// From where: address ranges, client fingerprints.
    case infrastructure
    /// Who paid: shared payment or registration.
    case payment

    /// The order in which kinds are listed.
    public static func < (left: EvidenceKind, right: EvidenceKind) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .content: 0
        case .timing: 1
        case .infrastructure: 2
        case .payment: 3
        }
    }
}
