import ArgumentParser
import Console
import Evidence
import EvidenceCache
import HostileText
import Invocation
import Settings
import TextUI

/// Draws a view without a terminal.
struct ScreenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Draws a view of the console without a terminal.",
        discussion: """
            The views: \(ScreenKind.allCases.map(\.rawValue).joined(separator: ", ")).

            Examples:
              stillwatch screen queue
              stillwatch screen account acct-7f3a91c2 --size 160x48 --format svg > account.svg
              stillwatch screen queue --open 'q:"score>0.8 target:vision" sort:-score' --format ansi

            The same cache, view and --now give the same bytes, so that pictures in documents can be compared.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, ansi, svg
    }

    @Argument(help: "The view.")
    var view: String
    @Argument(help: "The id of what it is about, where it is about something.")
    var id: String?
    @Option(help: "The size as COLSxROWS.")
    var size = ScreenSize(width: 160, height: 48)
    @Option(help: "How: text, ansi or svg.")
    var format = Format.text
    @Option(help: "The time that ages count to, such as 2026-06-01T06:00:00Z; else the clock's.")
    var now: TimeWord?
    @OptionGroup var look: LookArguments
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let theme = try look.theme(in: surroundings)
        let asked = try state()
        let cache = try who.open(in: surroundings)
        let finder = ThingFinder(cache: cache, analyst: who.analyst(in: surroundings))
        let screen = try ScreenCatalogue.screen(for: try told(asked, by: finder))
        let world = Model.World(
            now: now?.instant ?? Surroundings.clock(), analyst: who.analyst(in: surroundings), width: size.width,
            height: size.height,
            charset: look.ascii ? .ascii : .unicode, zone: try surroundings.zone())
        let model = Model(
            opening: screen, world: world, status: try CacheWatch(cache).status(now: world.now),
            keys: try KeyTable.standard.remapped(by: surroundings.configuration), asOf: asked["as-of"])
        var console = HeadlessConsole(model: model, cache: cache)
        console.start()
        let grid = look.ascii ? console.grid.inASCII() : console.grid
        switch format {
        case .text: Output.print(grid.text)
        case .ansi: Output.print(grid.ansi(theme: theme, depth: .exact))
        case .svg: Output.print(grid.svg(theme: theme))
        }
        if let notice = console.model.notice, notice.isProblem { throw Failure(notice.text.text.description) }
    }

    /// What is to be opened: the view and the id, and what the state string adds.
    private func state() throws -> ViewState {
        guard ScreenKind(rawValue: view) != nil else {
            let known = ScreenKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no view \(view); there are \(known).")
        }
        var state = ViewState(view: view)
        if let open = look.open {
            for pair in try ViewState(parsing: open).pairs where pair.key != "view" { state[pair.key] = pair.value }
        }
        if let id { state["id"] = id }
        return state
    }

    /// The state, about a cluster where the id is one's and the state string does not say what it is about.
    private func told(_ state: ViewState, by finder: ThingFinder) throws -> ViewState {
        guard let id, state["of"] == nil, case .cluster = try finder.subject(named: id) else { return state }
        var state = state
        state["of"] = "cluster"
        return state
    }
}

/// A size as it is written: COLSxROWS.
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
    var width: Int
    var height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1], (20...1_000).contains(width),
            (5...1_000).contains(height)
        else { return nil }
        self.init(width: width, height: height)
    }

    var description: String { "\(width)x\(height)" }
    var defaultValueDescription: String { description }
}

/// A time as it is written on the command line.
struct TimeWord: ExpressibleByArgument {
    var instant: Instant

    init?(argument: String) {
        guard let instant = Instant(argument) else { return nil }
        self.instant = instant
    }
}
