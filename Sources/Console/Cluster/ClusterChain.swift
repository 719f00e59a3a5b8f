import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Why two accounts are together: a row for each step from the one to the other.
struct ClusterChain: Sendable {
    var one: AccountID
    var other: AccountID
    var steps: Loaded<[CommonGround]?> = .loading
    var position = ListPosition()

    /// The steps, if there are any.
    var known: [CommonGround] { steps.value.flatMap { $0 } ?? [] }

    func question(_ cluster: ClusterID) -> WhyTogether { WhyTogether(one: one, other: other, cluster: cluster) }
}

extension ClusterScreen {
    /// Marks the account under the cursor for `P`; of three the first is let go.
    mutating func mark() -> Response {
        guard let account = focus?.account else { return Response() }
        if let place = marked.firstIndex(of: account) {
            marked.remove(at: place)
            return Response()
        }
        marked = marked.suffix(1) + [account]
        return Response(
            notice: Notice(
                marked.count == 2
                    ? "two are marked; P says why they are together"
                    : "marked; mark another, or P on it, says why they are together"))
    }

    /// Asks why two accounts are together: the marked ones, or the marked one and the one under the cursor.
    mutating func askWhyTogether() -> Response {
        if chain != nil {
            chain = nil
            return Response()
        }
        var ends = marked
        if ends.count == 1, let account = focus?.account, account != ends[0] { ends.append(account) }
        guard ends.count == 2 else {
            return problem("mark one account with space, then P on another says why the two are together")
        }
        let chain = ClusterChain(one: ends[0], other: ends[1])
        self.chain = chain
        return .ask(chain.question(id), slot: "chain")
    }

    /// What a key does while the steps are shown; `nil` if it does what it always does.
    mutating func performInChain(_ action: Action, _ context: ScreenContext) -> Response? {
        let count = chain?.known.count ?? 0
        switch action {
        case .moveDown: chain?.position.move(by: 1, count: count, height: 5)
        case .moveUp: chain?.position.move(by: -1, count: count, height: 5)
        case .enter:
            guard let chain, chain.known.indices.contains(chain.position.cursor) else { return Response() }
            let subject = Subject.account(chain.known[chain.position.cursor].to)
            return Response([.viewed(subject)])
                + opening(ViewState(view: ScreenKind.account.rawValue, subject: subject))
        case .nextPane, .previousPane:
            chain = nil
            return nil
        case .moveLeft, .moveRight, .moveFirst, .moveLast, .pageUp, .pageDown: return Response()
        default: return nil
        }
        return Response()
    }

    /// The steps as lines for a note or a report.
    func clipping(_ context: ScreenContext) -> (text: UntrustedText, what: SafeText)? {
        guard let chain, !chain.known.isEmpty else { return nil }
        let head: SafeText = """
            Why \(context.safe(chain.one.text)) and \(context.safe(chain.other.text)) are together in \
            \(context.safe(id.text)), in \(SafeText(ours: Count.text(chain.known.count, "step"))):
            """
        let lines = chain.known.enumerated().map { number, step -> SafeText in
            let evidence = step.shared.map { row -> SafeText in
                let rarity = SafeText(ours: Count.decimal(row.indicator.rarity, 2))
                let mute: SafeText = row.isMuted ? ", muted" : ""
                return """
                    \(row.indicator.name(context)) \
                    (\(SafeText(ours: Count.text(row.indicator.accounts, "account"))), rarity \(rarity)\(mute))
                    """
            }
            let time: SafeText =
                step.active.map {
                    "both active \(context.zone.fullDate($0.lowerBound)) to \(context.zone.fullDate($0.upperBound))"
                }
                ?? "never active at once"
            let what: SafeText = evidence.isEmpty ? "linked, no shared value named" : evidence.joined(separator: ", ")
            return "\(number + 1). \(context.safe(step.from.text)) - \(context.safe(step.to.text)): \(what); \(time)"
        }
        let text = ([head] + lines).map(\.description).joined(separator: "\n") + "\n"
        return (UntrustedText(text), "why they are together, \(SafeText(ours: Count.text(lines.count, "line")))")
    }
}
