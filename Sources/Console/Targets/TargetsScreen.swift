import Evidence
import EvidenceCache
import HostileText
import TextUI

/// What the traffic extracts: share of each target against ordinary accounts, day by day, and the templates behind it.
struct TargetsScreen: Screen {
    var kind: ScreenKind { .targets }
    private(set) var whose: Whose
    var facts: Loaded<TargetsFacts> = .idle
    /// The row of the targets; the first row stands for all of them.
    var targetPosition = ListPosition()
    var templatePosition = ListPosition()
    var pane = Pane.targets
    /// The target and the template that the state string wants the cursors on.
    private var wanted: (target: String?, template: String?)
    private var kept: ViewState
    /// Whether it is already written down that this was looked at.
    private var isNoted = false

    /// The parts that the keys can be about.
    enum Pane: Hashable, Sendable {
        case targets, templates
    }

    init(_ state: ViewState) throws(Problem) {
        self.init(showing: state)
        guard case .filtered(let text) = whose else { return }
        do { _ = try Filter(parsing: text) } catch { throw Problem(error) }
    }

    private init(showing state: ViewState) {
        kept = state
        whose = Whose(state)
        wanted = (state["target"], state["template"])
        if state["template"] != nil { pane = .templates }
    }

    var title: StyledText {
        guard let name = whose.name else { return "Targets of all traffic" }
        return ["Targets", StyledText("  \(name)", .muted)]
    }

    var state: ViewState {
        var state = kept
        state["target"] = target?.rawValue
        state["template"] =
            pane == .templates
            ? template.flatMap { ViewState(view: "", id: $0.template.id.text)["id"] } : nil
        return state
    }

    var selection: Selection { whose.subjects.isEmpty ? .none : .subjects(whose.subjects) }

    /// The target under the cursor; `nil` on the row of all.
    var target: CapabilityTarget? {
        guard let facts = facts.value else { return wanted.target.flatMap { CapabilityTarget(rawValue: $0) } }
        let row = targetPosition.cursor - 1
        return facts.targets.indices.contains(row) ? facts.targets[row].target : nil
    }

    /// The templates of the target under the cursor.
    var templates: [TemplateUse] { facts.value?.templates(of: target) ?? [] }

    /// The template under the cursor.
    var template: TemplateUse? {
        templates.indices.contains(templatePosition.cursor) ? templates[templatePosition.cursor] : nil
    }

    mutating func load(_ context: ScreenContext) -> Response {
        let viewed = isNoted ? Response() : Response(whose.only.map { [.viewed($0)] } ?? [])
        isNoted = true
        return .ask(TargetsQuestion(whose: whose, analyst: context.analyst), slot: "targets") + viewed
    }

    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response {
        if let (question, reply) = answer.reply(to: TargetsQuestion.self) {
            guard question.whose == whose || reply.whose == whose else { return Response() }
            let target = target
            let template = template?.template.id
            facts = .ready(reply)
            whose = reply.whose
            if case .one(.cluster) = whose { kept["of"] = "cluster" }
            place(target, template ?? wanted.template.map { TemplateID($0) })
            wanted = (nil, nil)
        } else if let (_, exchange) = answer.reply(to: TemplateExemplar.self) {
            guard let exchange else {
                return Response(notice: Notice("no exchange of this template is in the cache", isProblem: true))
            }
            return .open(ReaderScreen(.exchange(exchange)))
        } else if let response = openCluster(answer) {
            return response
        } else if let problem = answer.problem {
            facts = .failed(problem)
        }
        return Response()
    }

    private mutating func place(_ target: CapabilityTarget?, _ template: TemplateID?) {
        guard let facts = facts.value else { return }
        let row = target.flatMap { wanted in facts.targets.firstIndex { $0.target == wanted } }.map { $0 + 1 } ?? 0
        targetPosition.go(to: row, count: facts.targets.count + 1, height: facts.targets.count + 1)
        let place = templates.firstIndex { $0.template.id == template } ?? templatePosition.cursor
        templatePosition.go(to: place, count: templates.count, height: max(1, templates.count))
    }

    func availability(of action: Action) -> Availability {
        if action == .enter, pane == .templates, template == nil {
            return .unavailable("there is no template to read an exchange of")
        }
        if action == .filter { return whose.filterAvailability }
        if action == .cluster, whose.only == nil { return .unavailable("g c lists the clusters") }
        return .available
    }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        switch action {
        case .nextPane, .previousPane, .moveLeft, .moveRight:
            pane = pane == .targets ? .templates : .targets
        case .cluster: return openCluster(of: whose.only)
        case .enter:
            guard pane == .templates, let template else {
                pane = .templates
                return Response()
            }
            return .ask(
                TemplateExemplar(template: template.template.id, whose: whose, analyst: context.analyst),
                slot: "exemplar")
        default:
            let layout = TargetsLayout(context.area, targets: facts.value?.targets.count ?? 0)
            if pane == .targets {
                let before = targetPosition.cursor
                targetPosition.take(action, count: (facts.value?.targets.count ?? 0) + 1, height: layout.targetRows)
                if targetPosition.cursor != before { templatePosition = ListPosition() }
            } else {
                templatePosition.take(action, count: templates.count, height: layout.templateRows)
            }
        }
        return Response()
    }

    mutating func apply(filter: String, _ context: ScreenContext) -> Response {
        whose = filter.isEmpty ? .everybody : .filtered(filter)
        kept["q"] = filter.isEmpty ? nil : filter
        return load(context)
    }

    func retargeted(to subject: Subject) -> (any Screen)? {
        TargetsScreen(showing: ViewState(view: kind.rawValue, subject: subject))
    }
}

extension ListPosition {
    /// Moves by an action; one that does not move does nothing.
    mutating func take(_ action: Action, count: Int, height: Int) {
        switch action {
        case .moveDown: move(by: 1, count: count, height: height)
        case .moveUp: move(by: -1, count: count, height: height)
        case .pageDown: page(by: 1, count: count, height: height)
        case .pageUp: page(by: -1, count: count, height: height)
        case .moveFirst: go(to: 0, count: count, height: height)
        case .moveLast: go(to: count - 1, count: count, height: height)
        default: break
        }
    }
}

/// Where the parts of the targets are.
struct TargetsLayout: Hashable, Sendable {
    let summary: Rect
    let targets: Rect
    let divider: Rect
    let templates: Rect
    let detail: Rect

    /// Divides the body of a screen: targets above, templates below, the text of one beside or under their list.
    init(_ area: Rect, targets count: Int) {
        var rest = area
        summary = rest.cutTop(1).inset(x: 1)
        _ = rest.cutTop(1)
        targets = rest.cutTop(min(count + 2, max(4, rest.height / 2)))
        if area.height >= 30 { _ = rest.cutTop(1) }
        divider = rest.cutTop(1)
        if area.width >= 110 {
            let parts = rest.columns(.fixed(52), .share(1), gap: 3)
            templates = parts[0]
            detail = parts[1].inset(x: 1)
        } else {
            let parts = rest.rows(.share(1, minimum: 3), .share(1), gap: 0)
            templates = parts[0]
            detail = parts[1].inset(x: 2)
        }
    }

    var targetRows: Int { max(1, targets.height - 1) }
    var templateRows: Int { max(1, templates.height - 1) }
}
