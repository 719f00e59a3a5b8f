import Evidence
import EvidenceCache
import HostileText
import TextUI

/// How fresh the cache is, its last runs, what waits to go out and what was refused, and what it holds. On an empty
/// cache: what to run first.
struct SyncScreen: Screen {
    var kind: ScreenKind { .sync }
    var title: StyledText { "Sync" }
    private(set) var account: Loaded<CacheAccount> = .idle

    init(_ state: ViewState) throws(Problem) {}

    var state: ViewState { ViewState(view: kind.rawValue) }

    mutating func load(_ context: ScreenContext) -> Response {
        .ask(StateOfCache(), slot: "state")
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (_, reply) = answer.reply(to: StateOfCache.self) {
            account = .ready(reply)
        } else if let problem = answer.problem {
            account = .failed(problem)
        }
        return Response()
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response { Response() }

    func availability(of action: Action) -> Availability {
        action == .enter ? .unavailable("there is nothing to open in the state of the cache") : .available
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let rest = area.inset(x: 1)
        switch account {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: rest, style: .danger)
        case .ready(let account):
            guard account.status.syncedAt != nil else { return drawFirst(on: &grid, in: rest) }
            account.draw(on: &grid, in: rest, context)
        default: break
        }
    }

    private func drawFirst(on grid: inout Grid, in area: Rect) {
        let lines: [StyledText] = [
            StyledText("This cache is empty.", .focus.bold), "",
            "Bring in what the detector found:", "",
            StyledText("    stillwatch sync --detector URL --token-file FILE", .accent), "",
            "The platform team makes the token:", "",
            StyledText("    stillwatch-detector token new --state DIR --name YOU --scope read,label,text", .accent), "",
            "The console shows the records as they come, and works without the network afterwards.",
        ]
        for (index, line) in lines.enumerated() { grid.draw(line, in: area.row(index + 1), style: .text) }
    }
}
