import Evidence
import EvidenceCache
import HostileText
import TextUI

extension AccountScreen {
    mutating func load(_ context: ScreenContext) -> Response {
        Response([
            .ask(AccountFacts(account: id, analyst: context.analyst), slot: "facts"),
            .ask(AccountRelations(account: id, analyst: context.analyst), slot: "related"),
        ])
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let problem = answer.problem {
            if facts.value == nil { facts = .failed(problem) }
            return Response(notice: Notice(StyledText(SafeText(ours: problem.sentence)), isProblem: true))
        }
        if let (_, reply) = answer.reply(to: AccountFacts.self) { facts = .ready(reply) }
        if let (_, reply) = answer.reply(to: AccountRelations.self) { related = reply }
        build(context)
        return Response()
    }

    /// Puts the rows together anew; the cursor stays in its section.
    private mutating func build(_ context: ScreenContext) {
        guard case .ready(let reply?) = facts else { return }
        let wasIn = content.map {
            ($0.section(of: position.cursor), position.cursor - ($0.starts[$0.section(of: position.cursor)] ?? 0))
        }
        let rows = DossierRows(reply, related: related)
        content = rows
        let height = AccountLayout(context.area).list.height
        var cursor = rows.firstRow(of: section ?? .signals)
        if section == nil, let (old, offset) = wasIn { cursor = (rows.starts[old] ?? 0) + offset }
        position.go(to: cursor, count: rows.rows.count, height: height)
        if !(rows.rows.indices.contains(position.cursor) && rows.rows[position.cursor].isSelectable) {
            position.cursor = rows.firstRow(of: rows.section(of: position.cursor))
        }
        if section != nil { position.top = max(0, min(cursor - 1, rows.rows.count - height)) }
        position.settle(count: rows.rows.count, height: height)
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        guard let content else { return Response() }
        let height = max(1, AccountLayout(context.area).list.height)
        switch action {
        case .moveDown: go(to: content.next(from: position.cursor, by: 1), height)
        case .moveUp: go(to: content.next(from: position.cursor, by: -1), height)
        case .pageDown: go(to: content.next(from: position.cursor + height - 3, by: 1), height)
        case .pageUp: go(to: content.next(from: max(1, position.cursor - height + 2), by: -1), height)
        case .moveFirst: go(to: content.firstRow(of: .signals), height)
        case .moveLast: go(to: content.next(from: content.rows.count, by: -1), height)
        case .nextPane: step(by: 1, height)
        case .previousPane: step(by: -1, height)
        case .related: show(.related, height)
        case .history: show(.labels, height)
        case .enter: return target(of: position.cursor).map(opening) ?? Response()
        case .cluster:
            return clusterID.map { opening(ViewState(view: "cluster", subject: .cluster($0))) } ?? Response()
        default: break
        }
        return Response()
    }

    private mutating func go(to row: Int, _ height: Int) {
        section = nil
        guard let content else { return }
        position.go(to: min(max(0, row), content.rows.count - 1), count: content.rows.count, height: height)
        if !content.rows[position.cursor].isSelectable {
            position.cursor = content.next(from: position.cursor, by: -1)
        }
        // A heading above the first row of a section stays in view.
        if position.cursor <= 1 { position.top = 0 }
    }

    private mutating func step(by step: Int, _ height: Int) {
        guard let content else { return }
        let all = DossierSection.allCases
        let place = all.firstIndex(of: content.section(of: position.cursor)) ?? 0
        show(all[(place + step + all.count) % all.count], height)
    }

    private mutating func show(_ wanted: DossierSection, _ height: Int) {
        guard let content else { return }
        let row = content.firstRow(of: wanted)
        position.top = (content.starts[wanted] ?? row)
        position.go(to: row, count: content.rows.count, height: height)
        section = nil
    }

    private func opening(_ state: ViewState) -> Response {
        do throws(Problem) {
            return .open(try ScreenCatalogue.screen(for: state))
        } catch {
            return Response(notice: Notice(StyledText(SafeText(ours: error.sentence)), isProblem: true))
        }
    }

    /// What Enter opens on a row.
    func target(of row: Int) -> ViewState? {
        guard let content, content.rows.indices.contains(row) else { return nil }
        switch content.rows[row] {
        case .evidence(.exchange(let exchange)): return ViewState(showing: .exchange(exchange))
        case .evidence(.account(let other)): return ViewState(view: "account", subject: .account(other))
        case .evidence(.template(let template)): return ViewState(queueWhere: .template, is: template.text)
        case .evidence(.indicator(let indicator)): return ViewState(queueWhere: .indicator, is: indicator.text)
        case .evidence(.period(let from, let to)):
            var state = ViewState(view: "timeline", subject: .account(id))
            state["from"] = from.text
            state["to"] = to.text
            return state
        case .origin(let facet, let count, _, _):
            return facet.field.map { ViewState(queueWhere: $0, is: count.value) }
        case .related(let other): return ViewState(view: "account", subject: .account(other.id))
        case .signal, .label, .gap, .heading, .signalHeading, .more: return nil
        }
    }
}

extension Facet {
    /// The field of the filter language that finds who shares a value; `nil` where there is none.
    var field: FilterField? {
        switch self {
        case .range: .range
        case .asn: .asn
        case .country: .country
        case .userAgent, .tlsFingerprint: .client
        case .payment: .payment
        case .model: .model
        case .keyHash, .emailDomain: nil
        }
    }

    /// What it is called before the value.
    var words: SafeText {
        switch self {
        case .range: "range"
        case .asn: "AS"
        case .country: "country"
        case .userAgent: "client"
        case .tlsFingerprint: "TLS"
        case .keyHash: "API key"
        case .payment: "payment"
        case .emailDomain: "e-mail at"
        case .model: "model"
        }
    }
}
