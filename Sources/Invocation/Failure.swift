/// An error as a tired person reads it: what happened, what to do, and the exit code.
public struct Failure: Error {
    /// What happened, and what to do.
    public var sentence: String
    /// 1 for refused or failed, 2 for wrong usage or unreadable input.
    public var code: Int32

    /// A failure in our own words.
    public init(_ sentence: String, code: Int32 = 1) {
        self.sentence = sentence
        self.code = code
    }
}
