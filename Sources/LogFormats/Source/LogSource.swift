public import HostileText

/// Where a log is read from.
public enum LogSource: Sendable {
    /// A file.
    case file(path: String)
    /// Standard input.
    case standardInput
    /// Bytes in memory, such as the body of an HTTP request, with a name for messages.
    case bytes([UInt8], name: String)

    /// The source that a command line names: `-` is standard input, anything else a file.
    public init(argument: String) {
        self = argument == "-" ? .standardInput : .file(path: argument)
    }

    /// What messages call it: whoever made the log may have chosen the file's name.
    public var name: UntrustedText {
        switch self {
        case .file(let path): UntrustedText(path)
        case .standardInput: UntrustedText("standard input")
        case .bytes(_, let name): UntrustedText(name)
        }
    }
}

/// Why a source cannot be read at all, or not to its end.
public enum LogSourceError: Error, Hashable, Sendable {
    /// The file cannot be opened; `code` is the system's error number.
    case cannotOpen(UntrustedText, code: Int32)
    /// Reading failed midway; `code` is the system's error number.
    case cannotRead(UntrustedText, code: Int32)
    /// The source, inflated, is larger than allowed, in bytes.
    case tooLarge(UntrustedText, limit: Int)
}
