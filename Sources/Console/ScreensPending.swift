import Evidence
import TextUI

/// Stands where a screen is still to be written. Deleted screen by screen.
protocol PendingScreen: Screen {
    var kept: ViewState { get set }
    init(kept: ViewState)
}

extension PendingScreen {
    init(_ state: ViewState) throws(Problem) { self.init(kept: state) }
    var kind: ScreenKind { ScreenKind(rawValue: kept.view) ?? .queue }
    var title: StyledText { "" }
    var state: ViewState { kept }
    mutating func load(_ context: ScreenContext) -> Response { Response() }
    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response { Response() }
    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response { Response() }
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {}
}

struct TimelineScreen: PendingScreen { var kept: ViewState }
struct ConversationsScreen: PendingScreen { var kept: ViewState }
struct ReaderScreen: PendingScreen { var kept: ViewState }
struct TargetsScreen: PendingScreen { var kept: ViewState }
