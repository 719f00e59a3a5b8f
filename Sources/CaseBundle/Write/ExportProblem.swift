/// Why no bundle was written. Nothing is left under the bag's name.
public enum ExportProblem: Error, Hashable, Sendable {
    /// A bag of this case and second is there already.
    case exists(path: String)
    /// A file or directory cannot be written; the system's reason.
    case cannotWrite(path: String, reason: String)
    /// There is nothing in the case.
    case empty
    /// A value has no JSON form.
    case cannotSpell(String)

    /// What happened and what to do next, in one sentence.
    public var sentence: String {
        switch self {
        case .exists(let path): "There is a bundle at \(path) already: move it away, or export again in a second."
        case .cannotWrite(let path, let reason): "The bundle cannot be written to \(path): \(reason)."
        case .empty: "The case holds nothing yet: add an account, a cluster or a conversation first."
        case .cannotSpell(let what): "The bundle cannot be written, because a value has no JSON form: \(what)."
        }
    }
}
