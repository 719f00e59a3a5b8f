/// Why bytes could not be inflated.
public enum GzipError: Error, Hashable, Sendable {
    /// The bytes are no gzip stream, or are damaged, at about this byte of the compressed input.
    case damaged(at: Int)
    /// The input ended inside a gzip stream.
    case truncated
    /// More would come out than the caller allows, in bytes.
    case tooLarge(limit: Int)
    /// zlib found no memory.
    case outOfMemory
}
