public import Evidence
import HostileText
public import TextUI

/// The one loop: messages in, the model changes, the screen is drawn, effects go out.
@MainActor public final class ConsoleLoop {
    private var model: Model
    private let surface: any Surface
    private let runner: EffectRunner
    private let mailbox: Mailbox
    private let clock: @Sendable () -> Instant
    private let themes: @Sendable (String) throws -> Theme
    private let trace: TraceLog?

    /// Makes a loop.
    ///
    /// - Parameters:
    ///   - clock: what now is; a value made in `main`, fixed in tests.
    ///   - themes: finds a theme by its name.
    ///   - trace: where a line for each turn goes, if anywhere.
    public init(
        model: Model, surface: any Surface, runner: EffectRunner, mailbox: Mailbox,
        clock: @escaping @Sendable () -> Instant,
        themes: @escaping @Sendable (String) throws -> Theme = { throw Problem("no theme “\($0)”") },
        trace: TraceLog? = nil
    ) {
        self.model = model
        self.surface = surface
        self.runner = runner
        self.mailbox = mailbox
        self.clock = clock
        self.themes = themes
        self.trace = trace
    }

    /// Runs until the analyst leaves.
    public func run() async {
        dispatch(model.start())
        draw()
        for await _ in mailbox.rings {
            let messages = mailbox.take()
            guard !messages.isEmpty else { continue }
            turn(messages)
            while model.macro.waitsForRest, mailbox.isEmpty, runner.isIdle { turn([.rested]) }
            if model.isLeaving { return await runner.finish(remembering: model.viewState) }
        }
    }

    /// One turn: all waiting messages, then one drawing.
    private func turn(_ messages: [Message]) {
        let start = ContinuousClock.now
        var work: [Work] = []
        for message in [.tick(clock())] + messages where !runner.isVoid(message) {
            work += model.update(message)
        }
        dispatch(work)
        let updated = ContinuousClock.now
        let drawn = model.isLeaving ? (draw: Duration.zero, write: Duration.zero) : draw()
        trace?.write(
            messages.last.map(\.word) ?? "-", update: updated - start, draw: drawn.draw, write: drawn.write)
    }

    @discardableResult private func draw() -> (draw: Duration, write: Duration) {
        let start = ContinuousClock.now
        var grid = Grid(width: model.world.width, height: model.world.height)
        model.draw(on: &grid)
        let drawn = ContinuousClock.now
        surface.show(grid)
        return (drawn - start, ContinuousClock.now - drawn)
    }

    private func wear(_ name: String) {
        do {
            surface.wear(try themes(name))
        } catch {
            mailbox.put(.failed(Problem(error)))
        }
    }

    private func dispatch(_ work: [Work]) {
        for item in work {
            switch item.effect {
            case .redraw: surface.forget()
            case .copy(let text): surface.copy(text)
            case .wear(let name): wear(name)
            default: runner.start(item, now: model.world.now)
            }
        }
    }
}

extension Message {
    /// One word for a trace.
    var word: String {
        switch self {
        case .key: "key"
        case .tick: "tick"
        case .answered: "answered"
        case .status: "status"
        case .decided: "decided"
        case .failed: "failed"
        case .noticed: "noticed"
        case .cacheChanged: "cache-changed"
        case .lookedBack: "looked-back"
        case .revealed, .revealedAll: "revealed"
        case .rested: "rested"
        case .leave: "leave"
        }
    }
}
