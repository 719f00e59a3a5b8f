/// Why a signature could be neither made nor checked.
public enum SignatureProblem: Error, Hashable, Sendable {
    /// There is no `ssh-keygen` to be found.
    case sshKeygenMissing
    /// `ssh-keygen` could not be started; the system's reason.
    case cannotStart(String)
    /// `ssh-keygen` would not sign with this key; its words.
    case refused(key: String, String)
    /// The list of allowed signers cannot be read.
    case noSigners(path: String)

    /// What happened and what to do next, in one sentence.
    public var sentence: String {
        switch self {
        case .sshKeygenMissing:
            "There is no ssh-keygen on the PATH, so no signature can be made or checked: install openssh-client."
        case .cannotStart(let reason): "ssh-keygen cannot be started: \(reason)."
        case .refused(let key, let words): "ssh-keygen does not sign with \(key): \(words)."
        case .noSigners(let path): "The list of allowed signers \(path) cannot be read."
        }
    }
}
