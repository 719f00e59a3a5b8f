import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The answer to a question in SQL, as a table that scrolls both ways.
struct SQLScreen: Screen {
    let question: String
    var answer: Loaded<SQLResult> = .idle
    var position = ListPosition()
    /// The first column in view.
    var firstColumn = 0

    /// How many rows are shown at most.
    static let most = 2_000

    var kind: ScreenKind { .sql }
    var title: StyledText {
        [StyledText("; ", .accent.bold), StyledText(SafeText(UntrustedText(question), limit: 200), .text)]
    }

    init(_ state: ViewState) throws(Problem) {
        guard let question = state["q"], !question.isEmpty else {
            throw Problem("a question in SQL is needed: ; asks for it")
        }
        self.question = question
        position.cursor = state["at"].flatMap(Int.init) ?? 0
    }

    var state: ViewState {
        var state = ViewState(view: kind.rawValue)
        state["q"] = question
        if position.cursor > 0 { state["at"] = String(position.cursor) }
        return state
    }

    /// How many rows there are, or at least are.
    var summary: StyledText {
        guard let result = answer.value else { return "" }
        let count = Count.text(result.rows.count, "row")
        return StyledText(SafeText(ours: result.isTruncated ? "the first \(count) of more" : count))
    }

    private var focus: SQLResultRow? {
        guard let rows = answer.value?.rows, rows.indices.contains(position.cursor) else { return nil }
        return rows[position.cursor]
    }

    /// The account or cluster that the row is about, by the name of a column.
    var selection: Selection {
        guard let row = focus else { return .none }
        func text(_ name: String) -> UntrustedText? {
            guard case .text(let text)? = row.columns.first(where: { $0.name == name })?.value else { return nil }
            return text
        }
        if let account = text("account") { return .subjects([.account(AccountID(account))]) }
        if let cluster = text("cluster") { return .subjects([.cluster(ClusterID(cluster))]) }
        if let subject = text("subject") {
            return .subjects([Subject(text("kind") == UntrustedText("cluster") ? .cluster : .account, subject)])
        }
        return .none
    }

    mutating func load(_ context: ScreenContext) -> Response {
        if answer.value == nil { answer = .loading }
        return .ask(SQLQuestion(text: question, analyst: context.analyst), slot: "sql")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: SQLQuestion.self) {
            self.answer = .ready(reply)
            position.settle(count: reply.rows.count, height: height(context))
        } else if let problem = answer.problem {
            self.answer = .failed(problem)
        }
        return Response()
    }

    private func height(_ context: ScreenContext) -> Int { max(1, context.area.height - 1) }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let count = answer.value?.rows.count ?? 0
        let height = height(context)
        switch action {
        case .moveDown: position.move(by: 1, count: count, height: height)
        case .moveUp: position.move(by: -1, count: count, height: height)
        case .pageDown: position.page(by: 1, count: count, height: height)
        case .pageUp: position.page(by: -1, count: count, height: height)
        case .moveFirst: position.go(to: 0, count: count, height: height)
        case .moveLast: position.go(to: count - 1, count: count, height: height)
        case .moveLeft: firstColumn = max(0, firstColumn - 1)
        case .moveRight: firstColumn = min(max(0, (answer.value?.names.count ?? 0) - 1), firstColumn + 1)
        case .enter: return openFocus()
        default: break
        }
        return Response()
    }

    private func openFocus() -> Response {
        guard case .subjects(let subjects) = selection, let subject = subjects.first else {
            return Response(
                notice: Notice("a row is opened by a column account, cluster or subject; this one has none"))
        }
        let view: ScreenKind = subject.kind == .cluster ? .cluster : .account
        do throws(Problem) {
            return .open(try ScreenCatalogue.screen(for: ViewState(view: view.rawValue, subject: subject)))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let room = area.inset(x: 1)
        switch answer {
        case .idle, .loading: grid.draw("asking …", in: room.row(0), style: .muted)
        case .failed(let problem):
            grid.draw([StyledText("✗ ", .danger), StyledText(SafeText(ours: problem.sentence))], in: room.row(0))
            grid.draw("; changes the question", in: room.row(2), style: .muted)
        case .ready(let result) where result.rows.isEmpty:
            grid.draw("no row answers this", in: room.row(0), style: .muted)
        case .ready(let result): draw(result, on: &grid, in: area, context)
        }
    }

    private func draw(_ result: SQLResult, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let shown = result.names.indices.dropFirst(firstColumn)
        let visible = position.visible(count: result.rows.count, height: max(1, area.height - 1))
        let columns = shown.map { place in
            let cells = visible.map { text(result.rows[$0].columns[place].value, context) }
            let isNumber = visible.allSatisfy { result.rows[$0].columns[place].value.isNumber }
            let name = context.safe(UntrustedText(result.names[place]), limit: 40)
            let widest = cells.reduce(name.width) { max($0, $1.width) }
            return TableColumn(
                name, minimum: min(40, max(3, widest)), grows: place == result.names.count - 1 && !isNumber,
                align: isNumber ? .trailing : .leading, rank: place)
        }
        let table = Table(columns: columns, count: result.rows.count, position: position) { row, column in
            .text(text(result.rows[row].columns[firstColumn + column].value, context))
        }
        grid.draw(table, in: area)
    }

    private func text(_ value: SQLValue, _ context: ScreenContext) -> StyledText {
        switch value {
        case .null: StyledText("–", .faint)
        case .integer(let number): StyledText(SafeText(ours: String(number)))
        case .real(let number): StyledText(SafeText(ours: Count.decimal(number, 4)))
        case .text(let text): StyledText(context.safe(text, limit: 200))
        case .blob(let bytes): StyledText(SafeText(ours: "\(bytes.count) bytes"), .muted)
        }
    }
}

/// A question to the cache in SQL, read-only.
struct SQLQuestion: Question {
    var text: String
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> SQLResult {
        try cache.answer(
            sql: text, for: Viewer(analyst: analyst, now: now), rowLimit: SQLScreen.most, timeLimit: 10_000)
    }
}

extension SQLValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .real, .null: true
        case .text, .blob: false
        }
    }
}
