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
        let layout = AccountLayout(context.area)
        let rows = DossierRows(reply, related: related, width: layout.list.width - 4)
        content = rows
        let height = layout.list.height
        if let section, section.isChart {
            chart = section
            self.section = nil
        }
        if !layout.sections.contains(current) { chart = nil }
        var cursor = rows.firstRow(of: section ?? .signals)
        if section == nil, let (old, offset) = wasIn { cursor = (rows.starts[old] ?? 0) + offset }
        position.go(to: cursor, count: rows.rows.count, height: height)
        if !(rows.rows.indices.contains(position.cursor) && rows.rows[position.cursor].isSelectable) {
            position.cursor = rows.firstRow(of: rows.section(of: position.cursor))
        }
        if section != nil { position.top = max(0, min(cursor - 1, rows.rows.count - height)) }
        position.settle(count: rows.rows.count, height: height)
    }

    private static let moving: Set<Action> = [.moveDown, .moveUp, .pageDown, .pageUp, .moveFirst, .moveLast]

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        guard let content else { return Response() }
        let height = max(1, AccountLayout(context.area).list.height)
        if chart != nil, Self.moving.contains(action) { return Response() }
        switch action {
        case .moveDown: go(to: content.next(from: position.cursor, by: 1), height)
        case .moveUp: go(to: content.next(from: position.cursor, by: -1), height)
        case .pageDown: go(to: content.next(from: position.cursor + height - 3, by: 1), height)
        case .pageUp: go(to: content.next(from: max(1, position.cursor - height + 2), by: -1), height)
        case .moveFirst: go(to: content.firstRow(of: .signals), height)
        case .moveLast: go(to: content.next(from: content.rows.count, by: -1), height)
        case .nextPane: step(by: 1, context)
        case .previousPane: step(by: -1, context)
        case .beside: return openBeside()
        case .related: show(.related, height)
        case .history: show(.labels, height)
        case .enter where chart != nil:
            return opening(ViewState(view: chart == .targets ? "targets" : "timeline", subject: .account(id)))
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

    private mutating func step(by step: Int, _ context: ScreenContext) {
        let layout = AccountLayout(context.area)
        let all = layout.sections
        let place = all.firstIndex(of: current) ?? 0
        let next = all[(place + step + all.count) % all.count]
        chart = next.isChart ? next : nil
        if !next.isChart { show(next, max(1, layout.list.height)) }
    }

    /// Opens its timeline with the account under the cursor beside it, or the one that is linked most strongly.
    private func openBeside() -> Response {
        var other = related?.rows.first?.id
        if let content, content.rows.indices.contains(position.cursor),
            case .related(let row) = content.rows[position.cursor]
        {
            other = row.id
        }
        guard let other else { return Response() }
        var state = ViewState(view: "timeline", subject: .account(id))
        state["beside"] = ViewState(view: "", id: other.text)["id"]
        return opening(state)
    }

    private mutating func show(_ wanted: DossierSection, _ height: Int) {
        guard let content else { return }
        chart = nil
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
        case .evidence(let reference, _, _): return target(of: reference)
        case .origin(let facet, let count, _, _):
            return facet.field.map { ViewState(queueWhere: $0, is: count.value) }
        case .model(let model, _): return ViewState(queueWhere: .model, is: model.value)
        case .related(let other): return ViewState(view: "account", subject: .account(other.id))
        // A signal without a place of its own to look at is judged by its evidence below it.
        case .signal(let signal, _, _): return signal.evidence.first.flatMap { target(of: $0) }
        case .label, .outcome, .key, .habit, .note, .gap, .heading, .signalHeading, .more: return nil
        }
    }

    /// Where a reference leads: the exchange, the template with its slots, those who share the value, the other account,
    /// or the time.
    private func target(of reference: EvidenceReference) -> ViewState? {
        switch reference {
        case .exchange(let exchange): return ViewState(showing: .exchange(exchange))
        case .account(let other): return ViewState(view: "account", subject: .account(other))
        case .indicator(let indicator): return ViewState(queueWhere: .indicator, is: indicator.text)
        case .template(let template):
            var state = ViewState(view: "targets", subject: .account(id))
            state["template"] = ViewState(view: "", id: template.text)["id"]
            return state
        case .period(let from, let to):
            var state = ViewState(view: "timeline", subject: .account(id))
            state["from"] = from.text
            state["to"] = to.text
            return state
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
