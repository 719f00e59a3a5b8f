import Evidence
public import EvidenceCache
public import HostileText
public import TextUI

/// The console without a terminal and without a loop: every question is answered in place, one after the other.
///
/// `stillwatch screen` draws with it, and tests tell stories by keys with it. Blocks for as long as the cache takes.
public struct HeadlessConsole: Sendable {
    /// The state of the console.
    public private(set) var model: Model
    /// What was copied, oldest first.
    public private(set) var copied: [UntrustedText] = []
    /// The decisions that were asked for, oldest first, whether or not anybody writes them.
    public private(set) var decided: [Decision] = []

    private let cache: EvidenceCache
    private let decisions: DecisionWriter?
    private let pasts = Pasts()

    /// Makes a console.
    ///
    /// - Parameter decisions: who writes decisions; `nil` looks without leaving a trace.
    public init(model: Model, cache: EvidenceCache, decisions: DecisionWriter? = nil) {
        self.model = model
        self.cache = cache
        self.decisions = decisions
    }

    /// Opens the first screen and answers until it asks nothing more.
    public mutating func start() {
        run(model.start())
    }

    /// Takes in what happened and answers until nothing more is asked.
    public mutating func send(_ message: Message) {
        run(model.update(message))
    }

    /// What is on screen.
    public var grid: Grid {
        var grid = Grid(width: model.world.width, height: model.world.height)
        model.draw(on: &grid)
        return grid
    }

    private mutating func run(_ first: [Work]) {
        var waiting = first
        // A screen that asked for ever would be a fault; it must not hang a script.
        var rounds = 0
        while rounds < 10_000 {
            rounds += 1
            if waiting.isEmpty {
                guard model.macro.waitsForRest else { return }
                waiting = model.update(.rested)
                continue
            }
            let work = waiting.removeFirst()
            guard !waiting.contains(where: { work.isSupersededBy($0) }) else { continue }
            do {
                if let message = try message(for: work) { waiting += model.update(message) }
            } catch {
                waiting += model.update(.failed(Problem(error)))
            }
        }
    }

    private mutating func message(for work: Work) throws -> Message? {
        let now = model.world.now
        switch work.effect {
        case .ask(let question, let slot), .askAtRest(let question, let slot):
            return .answered(screen: work.screen, answer(question, slot: slot, past: work.past, now: now))
        case .lookBack(let text): return .lookedBack(try pasts.open(text, cache, now: now))
        case .decide(let decision):
            decided.append(decision)
            return try decisions.map { .decided(try $0.write(decision, now: now)) }
        case .undo: return try decisions.map { .decided(try $0.undo(now: now)) }
        case .redo: return try decisions.map { .decided(try $0.redo(now: now)) }
        case .claim(let flag): _ = try decisions?.claim(flag, now: now)
        case .viewed(let subject): try decisions?.noteViewed(subject, now: now)
        case .remember(let state): try decisions?.remember(state)
        case .pin(let evidence, let subject): return try decisions.map { .noticed(try $0.pin(evidence, to: subject)) }
        case .reveal(let subject):
            return try decisions.map { .revealed(try $0.reveal(subject, now: now), of: subject) }
        case .revealAll: return try decisions.map { .revealedAll(try $0.revealAll(now: now)) }
        case .keep(let memory): try decisions?.keep(memory)
        case .copy(let text): copied.append(text)
        case .wear, .redraw: break
        }
        return nil
    }

    private func answer(_ question: some Question, slot: String, past: PastView?, now: Instant) -> Answer {
        do {
            let reply = try question.answer(from: pasts.cache(of: past) ?? cache, now: past?.moment.time ?? now)
            return Answer(slot: slot, question: question, result: .success(reply), past: past)
        } catch {
            return Answer(slot: slot, question: question, result: .failure(Problem(error)), past: past)
        }
    }
}

extension Effect {
    /// The question that is asked, and its slot.
    fileprivate var asked: (question: any Question, slot: String)? {
        switch self {
        case .ask(let question, let slot), .askAtRest(let question, let slot): (question, slot)
        default: nil
        }
    }
}

extension Work {
    /// Whether another question takes the place of this one: the same slot of the same screen.
    fileprivate func isSupersededBy(_ other: Work) -> Bool {
        guard let (mine, slot) = effect.asked, let (theirs, otherSlot) = other.effect.asked else { return false }
        return screen == other.screen && slot == otherSlot && AnyHashable(mine) != AnyHashable(theirs)
    }
}
