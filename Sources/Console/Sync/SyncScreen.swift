import Evidence
import EvidenceCache
import HostileText
import TextUI

/// How fresh the cache is, what it holds, and what waits to go out. On an empty cache: what to run first.
struct SyncScreen: Screen {
    var kind: ScreenKind { .sync }
    var title: StyledText { "Sync" }
    private var account: Loaded<CacheAccount> = .idle

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
            let isWide = area.width >= 100
            let parts =
                isWide ? rest.columns(.share(1), .share(1), gap: 4) : rest.rows(.fixed(10), .share(1), gap: 1)
            drawFreshness(account, on: &grid, in: parts[0], context)
            drawContents(account, on: &grid, in: parts[1])
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

    private func drawFreshness(_ account: CacheAccount, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let status = account.status
        var rest = area
        grid.drawHeading("FRESHNESS", in: rest.cutTop(1))
        var facts: [(SafeText, StyledText)] = []
        if let syncedAt = status.syncedAt {
            let age = Age.ofData(since: syncedAt, now: context.now)
            facts.append(
                (
                    "last sync",
                    [
                        "\(context.zone.fullDate(syncedAt)) \(context.zone.time(syncedAt))\(context.zone.suffix(syncedAt))  ",
                        StyledText(SafeText(ours: age.rawValue), age == .stale ? .stale : .done),
                    ]
                ))
        }
        facts += [
            ("came in", "\(SafeText(ours: Count.text(status.records, "record")))"),
            ("more ready then", status.isCaughtUp ? "no" : StyledText("yes; run stillwatch sync again", .warning)),
            (
                "withheld",
                status.withheld == 0 ? "none" : StyledText("\(status.withheld) records: history is truncated", .warning)
            ),
            (
                "unknown",
                "\(SafeText(ours: Count.text(status.unknownRecords, "record"))) kept, of kinds this version does not know"
            ),
            ("epoch", StyledText(status.epoch.map { SafeText(UntrustedText($0), limit: 40) } ?? "–", .muted)),
            ("syncing now", StyledText(status.leaseHolder.map { SafeText(UntrustedText($0), limit: 40) } ?? "nobody")),
            ("to be sent", "\(SafeText(ours: Count.text(status.waiting, "decision")))"),
            ("refused", status.refused == 0 ? "none" : StyledText("\(status.refused), listed below", .danger)),
        ]
        for (name, value) in facts { grid.drawFact(name, value, nameWidth: 18, in: rest.cutTop(1)) }
        for event in account.refused where rest.height > 0 {
            grid.draw(
                "  \(SafeText(ours: event.kind)) \(SafeText(UntrustedText(event.id), limit: 40)): \(SafeText(UntrustedText(event.reason), limit: 200))",
                in: rest.cutTop(1), style: .danger)
        }
    }

    private func drawContents(_ account: CacheAccount, on grid: inout Grid, in area: Rect) {
        var rest = area
        grid.drawHeading("IN THE CACHE", in: rest.cutTop(1))
        for (kind, count) in account.counts.feed.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            var row = rest.cutTop(1)
            grid.draw(SafeText(ours: kind), in: row.cutLeft(18), style: .muted)
            grid.draw(SafeText(ours: Count.text(count)), in: row.cutLeft(12), style: .text, align: .trailing)
        }
        _ = rest.cutTop(1)
        grid.drawHeading("MADE HERE", in: rest.cutTop(1))
        let own: [(SafeText, Int)] = [
            ("label events", account.counts.labelEvents), ("cases", account.counts.cases),
            ("log lines", account.counts.activity),
        ]
        for (name, count) in own {
            var row = rest.cutTop(1)
            grid.draw(name, in: row.cutLeft(18), style: .muted)
            grid.draw(SafeText(ours: Count.text(count)), in: row.cutLeft(12), style: .text, align: .trailing)
        }
    }
}

/// What there is to say of a cache.
struct CacheAccount: Sendable {
    var status: SyncStatus
    var counts: CacheCounts
    var refused: [RefusedEvent]
}

/// Asks for the state of the cache.
struct StateOfCache: Question {
    func answer(from cache: EvidenceCache, now: Instant) throws -> CacheAccount {
        CacheAccount(
            status: try cache.syncStatus(now: now), counts: try cache.counts(), refused: try cache.refusedEvents())
    }
}
