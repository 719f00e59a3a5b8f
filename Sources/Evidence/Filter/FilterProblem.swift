/// What is wrong with a line of the filter language, and where.
public struct FilterProblem: Error, Hashable, Sendable {
    /// The first character that is wrong and the one after the last, counted in characters from 0.
    public var place: Range<Int>
    /// What is wrong.
    public var reason: Reason

    /// Makes a problem.
    public init(_ reason: Reason, at place: Range<Int>) {
        self.reason = reason
        self.place = place
    }

    /// What can be wrong.
    public enum Reason: Hashable, Sendable {
        /// No field has this name; perhaps another was meant.
        case unknownField(String, meant: FilterField?)
        /// The field takes one of a list of words; perhaps another was meant.
        case unknownWord(String, FilterField, meant: String?)
        /// The field compares with numbers.
        case notANumber(String, FilterField)
        /// The field compares with ages and dates.
        case notATime(String, FilterField)
        /// The field has no order, so `<` and `>` say nothing.
        case noOrder(FilterField)
        /// Nothing stands after the field.
        case noValue(FilterField)
        /// A quote opens and does not close.
        case openQuote
        /// A parenthesis opens and does not close.
        case openParenthesis
        /// A parenthesis closes that none opened.
        case strayParenthesis
        /// `OR` needs something on both sides.
        case strayOr
        /// The line nests deeper than is read.
        case tooDeep
    }

    /// The sentence for the line under the prompt.
    public var sentence: String {
        switch reason {
        case .unknownField(let name, let meant):
            "no field “\(name)”" + (meant.map { "; did you mean \($0.rawValue)?" } ?? "; ? lists the fields")
        case .unknownWord(let word, let field, let meant):
            "\(field.rawValue) is never “\(word)”" + (meant.map { "; did you mean \($0)?" } ?? "")
        case .notANumber(let text, let field): "\(field.rawValue) needs a number, not “\(text)”"
        case .notATime(let text, let field):
            "\(field.rawValue) needs an age such as 2d or a date such as 2026-05-21, not “\(text)”"
        case .noOrder(let field): "\(field.rawValue) has no order; write \(field.rawValue):…"
        case .noValue(let field): "\(field.rawValue) needs a value"
        case .openQuote: "a quote opens here and does not close"
        case .openParenthesis: "a parenthesis opens here and does not close"
        case .strayParenthesis: "a parenthesis closes here that none opened"
        case .strayOr: "OR needs something on both sides"
        case .tooDeep: "this nests too deep"
        }
    }
}
