public import Evidence
public import HostileText
public import TextUI

/// The screens, by the names that view states and `stillwatch screen` use.
public enum ScreenKind: String, CaseIterable, Hashable, Sendable {
    case queue, account, timeline, conversations, reader, targets, clusters, cluster, labels, cases, `case`, sync
    case activity, sql, help
}

/// One open screen: its state, how it answers keys and results, and how it is drawn. A plain value that does no I/O.
public protocol Screen: Sendable {
    /// Which screen it is.
    var kind: ScreenKind { get }
    /// What the breadcrumb calls it.
    var title: StyledText { get }
    /// What stands at the end of the line that says where one is: how many of how many, in which order.
    var summary: StyledText { get }
    /// What it shows, so that it can be left, copied and opened again.
    var state: ViewState { get }
    /// Whom a label, a case or a copy is about: the marked rows, or what the cursor is on.
    var selection: Selection { get }

    /// What must be asked when it opens, or when the cache has changed under it.
    mutating func load(_ context: ScreenContext) -> Response
    /// Does what a key or command asks for.
    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response
    /// Takes in the answer to one of its questions.
    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response
    /// Takes in a filter that was typed; `nil` while it is only a beginning that cannot be read.
    mutating func apply(filter: String, _ context: ScreenContext) -> Response
    /// The columns that its rows can be sorted by, by name; none where there are no such rows.
    var sorts: [String] { get }
    /// Sorts by one of these; in its usual direction, unless one is given.
    mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response
    /// What a label digit does, where the screen decides more than its selection; `nil` labels the selection.
    mutating func decide(_ label: Label, _ confidence: Confidence, _ context: ScreenContext) -> Response?
    /// What `y` copies in place of the focused id, and what it is called; `nil` copies the id.
    func clipping(_ context: ScreenContext) -> (text: UntrustedText, what: SafeText)?
    /// The columns that its rows can have, by name; none where they are fixed.
    var columns: [String] { get }
    /// Shows these columns in this order; none brings the usual ones back.
    mutating func show(columns: [String])
    /// Closes what is open within the screen, so that `Esc` goes no further; `false` if nothing is.
    mutating func stepsBack() -> Bool
    /// Takes all marks away, once what they were for is done.
    mutating func unmark()
    /// Whether an action can be done now, and if not, why.
    func availability(of action: Action) -> Availability
    /// The same screen for another subject, when the analyst steps to the next flag; `nil` if it has no such thing.
    func retargeted(to subject: Subject) -> (any Screen)?
    /// Draws it.
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext)
}

extension Screen {
    /// Nothing, unless a screen says otherwise.
    public var summary: StyledText { "" }
    /// Nothing of its own, unless a screen says otherwise.
    public mutating func decide(_ label: Label, _ confidence: Confidence, _ context: ScreenContext) -> Response? { nil }
    /// Nothing is open, unless a screen says otherwise.
    public mutating func stepsBack() -> Bool { false }
    /// The id, unless a screen says otherwise.
    public func clipping(_ context: ScreenContext) -> (text: UntrustedText, what: SafeText)? { nil }
    /// There are no marks, unless a screen says otherwise.
    public mutating func unmark() {}
    /// Nobody, unless a screen says otherwise.
    public var selection: Selection { .none }
    /// Filters nothing, unless a screen says otherwise.
    public mutating func apply(filter: String, _ context: ScreenContext) -> Response { Response() }
    /// Cannot be sorted, unless a screen says otherwise.
    public var sorts: [String] { [] }
    /// Sorts nothing, unless a screen says otherwise.
    public mutating func sort(by name: String, isDescending: Bool?, _ context: ScreenContext) -> Response { Response() }
    /// Its columns are fixed, unless a screen says otherwise.
    public var columns: [String] { [] }
    /// Shows what it shows, unless a screen says otherwise.
    public mutating func show(columns: [String]) {}
    /// Everything can be done, unless a screen says otherwise.
    public func availability(of action: Action) -> Availability { .available }
    /// There is no such screen, unless a screen says otherwise.
    public func retargeted(to subject: Subject) -> (any Screen)? { nil }
}

/// Whom an action is about.
public enum Selection: Hashable, Sendable {
    /// Nobody.
    case none
    /// These, in the order shown.
    case subjects([Subject])
    /// A conversation of an account.
    case conversation(ConversationID, of: AccountID)
    /// An exchange of an account.
    case exchange(ExchangeID, of: AccountID)

    /// The subjects that a label would be given to.
    public var subjects: [Subject] {
        switch self {
        case .none: []
        case .subjects(let subjects): subjects
        case .conversation(_, let account), .exchange(_, let account): [.account(account)]
        }
    }
}

/// Whether an action can be done.
public enum Availability: Hashable, Sendable {
    /// It can.
    case available
    /// It cannot, for a reason that is shown when it is tried.
    case unavailable(String)
}

/// What a screen needs to know of the world. All of it is given; nothing is fetched.
public struct ScreenContext: Sendable {
    /// What now is.
    public var now: Instant
    /// Whose console it is.
    public var analyst: UntrustedText
    /// The size of the whole screen.
    public var width: Int
    /// The size of the whole screen.
    public var height: Int
    /// The part of it that the screen is drawn in.
    public var area: Rect
    /// Which characters may be drawn.
    public var charset: SafeText.Charset
    /// The zone that times are shown in.
    public var zone: DisplayZone

    /// Makes a context.
    public init(
        now: Instant, analyst: UntrustedText, width: Int, height: Int, area: Rect,
        charset: SafeText.Charset = .unicode, zone: DisplayZone = .utc
    ) {
        self.now = now
        self.analyst = analyst
        self.width = width
        self.height = height
        self.area = area
        self.charset = charset
        self.zone = zone
    }

    /// Makes text of a client fit to draw on one line.
    public func safe(_ text: UntrustedText, limit: Int = 400) -> SafeText {
        SafeText(text, as: charset == .ascii ? .asciiLine : .line, limit: limit)
    }

    /// Makes text of a client fit to draw in so many columns; what is cut ends in an ellipsis, also where more follows.
    public func safe(_ text: UntrustedText, columns: Int) -> SafeText {
        let whole = safe(text, limit: columns + 1)
        return whole.width > columns || whole.isClipped ? "\(whole.prefix(columns: max(1, columns - 1)))…" : whole
    }
}

/// What a screen wants done after it changed.
public struct Response: Sendable {
    /// Work for the outside: questions, decisions, copies.
    public var effects: [Effect]
    /// Where to go.
    public var navigation: Navigation?
    /// What to say in passing.
    public var notice: Notice?

    /// Makes a response.
    public init(_ effects: [Effect] = [], navigation: Navigation? = nil, notice: Notice? = nil) {
        self.effects = effects
        self.navigation = navigation
        self.notice = notice
    }

    /// Asks one question.
    public static func ask(_ question: any Question, slot: String) -> Response {
        Response([.ask(question, slot: slot)])
    }

    /// Opens a screen above this one.
    public static func open(_ screen: any Screen) -> Response {
        Response(navigation: .open(screen))
    }

    /// Does both.
    public static func + (left: Response, right: Response) -> Response {
        Response(
            left.effects + right.effects, navigation: right.navigation ?? left.navigation,
            notice: right.notice ?? left.notice)
    }
}

/// Where to go.
public enum Navigation: Sendable {
    /// Above this one.
    case open(any Screen)
    /// Back one level.
    case back
    /// To a screen of its own, dropping what was open.
    case root(any Screen)
    /// To the line at the bottom, to type something.
    case ask(Entry.Purpose)
}

/// A sentence in passing, shown until the next key.
public struct Notice: Hashable, Sendable {
    /// What is said.
    public var text: StyledText
    /// Whether something went wrong.
    public var isProblem: Bool

    /// Makes a notice.
    public init(_ text: StyledText, isProblem: Bool = false) {
        self.text = text
        self.isProblem = isProblem
    }
}
