public import Evidence
import HostileText

// What each kind of thing is called in the feed. Every id is unique within its kind.

extension FeedRecord {
    /// The separator of an id made of two: U+001F, the unit separator.
    public static let separator = "\u{1F}"

    /// The id of a signal: the subject's kind and id, and the signal's name.
    public static func id(of signal: Signal) -> String {
        "\(signal.subject.kind.rawValue):\(signal.subject.text.verbatim):\(signal.name.rawValue)"
    }

    /// The id of a membership: the cluster and the account.
    public static func id(of membership: Membership) -> String {
        membership.cluster.text.verbatim + separator + membership.account.text.verbatim
    }

    /// The id of an edge: its two ends, in order.
    public static func id(of edge: Edge) -> String {
        edge.a.text.verbatim + separator + edge.b.text.verbatim
    }
}
