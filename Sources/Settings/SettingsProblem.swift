/// What is wrong with a file of settings: where, what, and what to do.
public struct SettingsProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// The line, from 1, if it is known.
    public let line: Int?
    /// What is wrong.
    public let complaint: String
    /// What to do about it.
    public let advice: String

    /// Names a problem.
    public init(file: String, line: Int?, complaint: String, advice: String) {
        self.file = file
        self.line = line
        self.complaint = complaint
        self.advice = advice
    }

    /// `themes/mine.toml:12: no colour is called "blu". Use …`
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(complaint). \(advice)."
    }
}
