import CaseBundle
import Console
import Curses
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation
import Settings
import TextUI

/// One sitting at the console: opens cache and terminal, runs the loop, and gives the terminal back.
@MainActor struct ConsoleSession {
    let surroundings: Surroundings
    let arguments: CacheArguments
    let look: LookArguments
    let mouse: Bool

    nonisolated init(surroundings: Surroundings, arguments: CacheArguments, look: LookArguments, mouse: Bool) {
        self.surroundings = surroundings
        self.arguments = arguments
        self.look = look
        self.mouse = mouse || surroundings.configuration.mouse
    }

    private var ascii: Bool { look.ascii || surroundings.configuration.ascii }

    /// Runs until the analyst leaves, the terminal hangs up, or a signal asks to end.
    func run() async throws {
        let configuration = surroundings.configuration
        let theme = try look.theme(in: surroundings)
        let keys = try KeyTable.standard.remapped(by: configuration)
        let trace = try surroundings.variable("STILLWATCH_TRACE").map { try TraceLog(path: $0) }
        // What cannot be opened is said before the terminal is taken over.
        let asked = try look.open.map(asked)
        let zone = try surroundings.zone()
        let cache = try arguments.openOrMake(in: surroundings)
        let watch = CacheWatch(cache)
        let status = try watch.status(now: Surroundings.clock())
        let (screen, problem) = try asked.map { ($0, nil) } ?? lastView(in: cache)
        let terminal = try Curses.Screen(
            options: ScreenOptions(theme: theme, ascii: ascii, mouse: mouse, clipboard: configuration.clipboard),
            environment: surroundings.environment)
        defer { terminal.close() }
        let size = terminal.size
        let world = Model.World(
            now: Surroundings.clock(), analyst: arguments.analyst(in: surroundings), width: size.width,
            height: size.height, charset: ascii ? .ascii : .unicode,
            zone: zone, themes: surroundings.themes.names)
        let mailbox = Mailbox()
        if let problem { mailbox.put(.failed(problem)) }
        if problem == nil, let news = try DecisionWriter.news(in: cache) { mailbox.put(.noticed(news)) }
        let runner = EffectRunner(
            cache: cache, decisions: DecisionWriter(cache: cache, settings: decisionSettings()), mailbox: mailbox)
        let loop = ConsoleLoop(
            model: Model(
                opening: screen, world: world, status: status, keys: keys,
                memory: ConsoleMemory(text: try cache.consoleState(ConsoleMemory.key)), asOf: screen.state["as-of"]),
            surface: TerminalSurface(terminal), runner: runner, mailbox: mailbox, clock: Surroundings.clock,
            themes: { [themes = surroundings.themes] name in try ConsoleSession.theme(name, in: themes) }, trace: trace)
        let inputs = ConsoleInputs(terminal: terminal, watch: watch, mailbox: mailbox)
        await loop.run()
        inputs.end()
    }

    private nonisolated static func theme(_ name: String, in themes: ThemeSearch) throws(Problem) -> Theme {
        do {
            return try themes.theme(name)
        } catch {
            throw Problem(error.description)
        }
    }

    /// The view that the command line names; a name alone is enough where a view is about nobody.
    private func asked(_ text: String) throws -> any Console.Screen {
        do {
            let state = text.contains(":") ? try ViewState(parsing: text) : ViewState(view: text)
            return try ScreenCatalogue.screen(for: state)
        } catch let problem as Problem {
            throw Failure("--open: \(problem.sentence).", code: 2)
        }
    }

    /// The view that was left; the queue where there is none, or where it can no longer be opened.
    private func lastView(in cache: EvidenceCache) throws -> (any Console.Screen, Problem?) {
        let queue = ViewState(view: "queue")
        guard let text = try cache.consoleState(DecisionWriter.stateKey) else {
            return (try ScreenCatalogue.screen(for: queue), nil)
        }
        do {
            return (try ScreenCatalogue.screen(for: try ViewState(parsing: text)), nil)
        } catch {
            let problem = Problem("the last view cannot be opened again: \(Problem(error).sentence)")
            return (try ScreenCatalogue.screen(for: queue), problem)
        }
    }

    private func decisionSettings() -> DecisionWriter.Settings {
        // Without ssh-keygen everything else still works; what needs it says so.
        let keygen = try? SSHKeygen.find(in: surroundings.variable("PATH") ?? "/usr/bin:/bin")
        return DecisionWriter.Settings(
            analyst: arguments.analyst(in: surroundings), guideline: ProgramVersion.guideline,
            tool: ProgramVersion.tool, keygen: keygen, newID: { UUID().uuidString.lowercased() })
    }
}
