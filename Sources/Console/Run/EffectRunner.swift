import Evidence
public import EvidenceCache
import Foundation
import HostileText
import Synchronization
import TextUI

/// Does the work that the model asks for, off the main thread, and puts what came of it into the mailbox.
public final class EffectRunner: Sendable {
    private let cache: EvidenceCache
    private let decisions: DecisionWriter
    private let mailbox: Mailbox
    private let slots = Mutex<[Slot: State]>([:])
    private let writes = Mutex(0)
    private let pasts = Pasts()

    /// A question's place: a later question in the same slot makes an earlier one void.
    private struct Slot: Hashable {
        var screen: Int
        var name: String
        var past: PastView?
    }

    /// What goes on in a slot.
    private struct State {
        /// The question whose answer is wanted.
        var wanted: any Question
        /// Whether a question is being answered.
        var isBusy: Bool
        /// When a question was last asked.
        var askedAt = ContinuousClock.now
    }

    /// Keys that follow each other faster than this are a held key, or a hurry.
    private static let hurry = Duration.milliseconds(150)
    /// How long the keys must rest then.
    private static let rest = Duration.milliseconds(80)

    /// Makes a runner.
    public init(cache: EvidenceCache, decisions: DecisionWriter, mailbox: Mailbox) {
        self.cache = cache
        self.decisions = decisions
        self.mailbox = mailbox
    }

    /// Starts a piece of work and returns at once.
    func start(_ work: Work, now: Instant) {
        switch work.effect {
        case .ask(let question, let slot): ask(question, in: place(of: work, slot), now: now)
        case .askAtRest(let question, let slot): askAtRest(question, in: place(of: work, slot), now: now)
        case .lookBack(let text): tell { [pasts] writer in .lookedBack(try pasts.open(text, writer.cache, now: now)) }
        case .decide(let decision): write { try $0.write(decision, now: now) }
        case .undo: write { try $0.undo(now: now) }
        case .redo: write { try $0.redo(now: now) }
        case .claim(let flag): claim(flag, now: now)
        case .viewed(let subject): note { try $0.noteViewed(subject, now: now) }
        case .remember(let state): note { try $0.remember(state) }
        case .pin(let evidence, let subject): tell { .noticed(try $0.pin(evidence, to: subject)) }
        case .reveal(let subject): tell { .revealed(try $0.reveal(subject, now: now), of: subject) }
        case .revealAll: tell { .revealedAll(try $0.revealAll(now: now)) }
        case .keep(let memory): note { try $0.keep(memory) }
        case .copy, .wear, .redraw: break
        }
    }

    /// Writes what the next start should open, before the program ends.
    @concurrent func finish(remembering state: ViewState) async {
        do {
            try decisions.remember(state)
        } catch {
            mailbox.put(.failed(Problem(error)))
        }
    }

    /// Whether no question is being answered and no decision written. What waits for the keys to rest does not count.
    var isIdle: Bool {
        writes.withLock { $0 == 0 } && slots.withLock { slots in !slots.values.contains { $0.isBusy } }
    }

    private func place(of work: Work, _ slot: String) -> Slot {
        Slot(screen: work.screen, name: slot, past: work.past)
    }

    /// Whether a message answers a question that a newer one has replaced.
    func isVoid(_ message: Message) -> Bool {
        guard case .answered(let screen, let answer) = message else { return false }
        let slot = Slot(screen: screen, name: answer.slot, past: answer.past)
        return slots.withLock { slots in
            slots[slot].map { AnyHashable($0.wanted) != AnyHashable(answer.question) } ?? false
        }
    }

    /// Answers a question, or lets it wait for the one before in its slot; of those that wait only the newest is answered.
    private func ask(_ question: any Question, in slot: Slot, now: Instant) {
        let mayStart = slots.withLock { slots in
            let isBusy = slots[slot]?.isBusy ?? false
            slots[slot] = State(wanted: question, isBusy: true)
            return !isBusy
        }
        guard mayStart else { return }
        Task.detached(priority: .userInitiated) { self.answer(question, in: slot, now: now) }
    }

    /// Asks at once after a pause, and otherwise when no other question has taken the place for a while.
    private func askAtRest(_ question: any Question, in slot: Slot, now: Instant) {
        let asked = ContinuousClock.now
        let isHurried = slots.withLock { slots in
            guard let state = slots[slot], asked - state.askedAt < Self.hurry else { return false }
            slots[slot] = State(wanted: question, isBusy: state.isBusy, askedAt: asked)
            return true
        }
        guard isHurried else { return ask(question, in: slot, now: now) }
        Task.detached(priority: .userInitiated) { [self] in
            // Nobody cancels the task, so that only the end of the program could end the sleep early.
            try await Task.sleep(for: Self.rest)
            guard slots.withLock({ $0[slot]?.askedAt == asked }) else { return }
            ask(question, in: slot, now: now)
        }
    }

    private func answer(_ first: any Question, in slot: Slot, now: Instant) {
        precondition(!Thread.isMainThread, "the thread that draws waits for the cache")
        var question = first
        while true {
            let answer = Answer(
                slot: slot.name, question: question, result: result(of: question, in: slot, now: now), past: slot.past)
            let next: (any Question)? = slots.withLock { slots in
                guard let state = slots[slot], AnyHashable(state.wanted) != AnyHashable(question) else {
                    slots[slot]?.isBusy = false
                    return nil
                }
                return state.wanted
            }
            guard let next else {
                mailbox.put(.answered(screen: slot.screen, answer))
                return
            }
            question = next
        }
    }

    private func result(
        of question: some Question, in slot: Slot, now: Instant
    ) -> Result<any Sendable, Problem> {
        do {
            return .success(
                try question.answer(
                    from: pasts.cache(of: slot.past) ?? cache, now: slot.past?.moment.time ?? now))
        } catch {
            return .failure(Problem(error))
        }
    }

    private func write(_ body: @escaping @Sendable (DecisionWriter) throws -> Decided) {
        writes.withLock { $0 += 1 }
        Task.detached(priority: .userInitiated) { [self] in
            do {
                mailbox.put(.decided(try body(decisions)))
            } catch {
                mailbox.put(.failed(Problem(error)))
            }
            writes.withLock { $0 -= 1 }
            mailbox.put(.rested)
        }
    }

    private func claim(_ flag: FlagID, now: Instant) {
        Task.detached { [decisions, mailbox] in
            do {
                guard let other = try decisions.claim(flag, now: now) else { return }
                let name = SafeText(other.analyst, limit: 40)
                let time = SafeText(ours: String(other.at.timeText.prefix(5)))
                mailbox.put(.noticed(Notice("\(name) is on this flag since \(time)Z", isProblem: true)))
            } catch {
                mailbox.put(.failed(Problem(error)))
            }
        }
    }

    private func tell(_ body: @escaping @Sendable (DecisionWriter) throws -> Message) {
        Task.detached { [decisions, mailbox] in
            do {
                mailbox.put(try body(decisions))
            } catch {
                mailbox.put(.failed(Problem(error)))
            }
        }
    }

    private func note(_ body: @escaping @Sendable (DecisionWriter) throws -> Void) {
        Task.detached { [decisions, mailbox] in
            do {
                try body(decisions)
            } catch {
                mailbox.put(.failed(Problem(error)))
            }
        }
    }
}
