/// A place in an exchange's text that a signal matched.
public struct TextMatch: Hashable, Codable, Sendable {
    /// The part of the text.
    public var part: Part
    /// The first byte, counted in UTF-8 from the start of that part.
    public var start: Int
    /// The byte after the last.
    public var end: Int
    /// The signal that matched; `nil` where the place is a slot of the template.
    public var signal: SignalName?
    /// The capability target that the place speaks for, where it does.
    public var target: CapabilityTarget?

    /// Makes a match of the bytes `start..<end`.
    public init(part: Part, start: Int, end: Int, signal: SignalName?, target: CapabilityTarget? = nil) {
        self.part = part
        self.start = start
        self.end = end
        self.signal = signal
        self.target = target
    }

    /// A part of an exchange's text.
    public enum Part: Hashable, Codable, Sendable {
        /// The system prompt.
        case system
        /// A message, by its number from 0.
        case message(Int)
        /// The response.
        case response
    }
}
