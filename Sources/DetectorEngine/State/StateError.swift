/// Why the detector's state cannot be used.
public enum StateError: Error, Hashable, Sendable {
    /// There is no state in that directory.
    case missing(directory: String)
    /// A file or directory of the state cannot be made, read or written.
    case unusable(path: String, reason: String)
    /// Another process is writing; `holder` says which, as it described itself.
    case busy(holder: String, seconds: Int)
    /// A file of the state does not hold what it should.
    case damaged(path: String, reason: String)
    /// The state was written by a newer version of the program.
    case newer(path: String)
    /// Another score was stored while this one was computed.
    case overtaken
}

extension StateError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .missing(let directory):
            "There is no detector state in \(directory). Run `stillwatch-detector ingest --state \(directory) FILE` first."
        case .unusable(let path, let reason): "Cannot use \(path): \(reason)."
        case .busy(let holder, let seconds):
            "The state is being written by \(holder). Waited \(seconds) s; try again when it is done."
        case .damaged(let path, let reason): "\(path) is damaged: \(reason). Restore it from a backup."
        case .newer(let path): "\(path) was written by a newer version of this program. Update, then try again."
        case .overtaken:
            "Another score finished while this one ran, and was kept. Nothing was changed; run it again if needed."
        }
    }
}
