/// Why a bag could not be looked at, so that nothing can be said about it.
public enum UnreadableBag: Error, Hashable, Sendable {
    /// There is no directory at the path.
    case notADirectory(path: String)
    /// A file or directory cannot be read; the system's reason.
    case cannotRead(path: String, reason: String)

    /// What happened and what to do next, in one sentence.
    public var sentence: String {
        switch self {
        case .notADirectory(let path): "There is no bag at \(path): name the directory that holds bagit.txt."
        case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)."
        }
    }
}
