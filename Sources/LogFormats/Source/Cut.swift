/// One piece of a source that ought to be a record.
struct Cut {
    /// Its bytes; valid only while it is handled. Of a piece that is too long, only the beginning.
    var bytes: UnsafeBufferPointer<UInt8>
    /// Where it begins in the source, in bytes after inflating.
    var offset: Int
    /// The line that it begins on, from 1; for the elements of an array or a document, its number among them.
    var number: Int
    /// How long it is, if that is more than is allowed.
    var excess: Excess?

    /// A length over its limit, both in bytes.
    struct Excess: Sendable {
        var length: Int
        var limit: Int
    }
}
