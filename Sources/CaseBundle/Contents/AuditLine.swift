import Digests
import Evidence
import EvidenceCache

/// One line of `audit.jsonl`: a row of the activity log in full, or the commitment to a row that is withheld.
///
/// A withheld row keeps its number, the hash before it and its own hash, so that the links hold and the row, once shown,
/// can be checked against them. Its content cannot be read from it.
enum AuditLine: Hashable, Sendable {
    case full(Activity)
    case withheld(Activity)

    /// The line, without its line feed.
    var json: CanonicalJSON {
        switch self {
        case .full(let activity):
            return activity.chainRow.adding("hash", .string(activity.hash))
        case .withheld(let activity):
            return [
                "number": .integer(Int64(activity.number)), "previous": .string(activity.previous),
                "hash": .string(activity.hash), "withheld": true,
            ]
        }
    }
}

extension CanonicalJSON {
    /// An object with one more member, or with another value of it; any other value unchanged.
    func adding(_ name: String, _ value: CanonicalJSON) -> CanonicalJSON {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }
}
