import Evidence
import HostileText

/// A program that lets the model call tools, one after the other, until a task is done.
struct Agent: Work {
    /// The instruction that stays the same.
    var system: Pattern?
    /// The tasks.
    var tasks: [Pattern]
    /// The tools that are always offered; where empty, each conversation has tools of its own.
    var tools: [Tool]
    /// What the tools do.
    var flavour: Flavour
    /// How many exchanges a conversation has on average.
    var depth: Double
    /// What it extracts.
    var target: CapabilityTarget
    /// A span of text put into each task.
    var span: InjectedSpan?
    /// Whether the tools carry hashes of their schemas.
    var hashesSchemas = true

    /// What an agent's tools do.
    enum Flavour: Sendable { case code, service, screen }

    var isTyped: Bool { false }
    var subject: CapabilityTarget? { target }

    func turns(_ random: inout SeededRandom) -> Int {
        max(1, min(30, Int(random.logNormal(median: depth, spread: 0.6).rounded())))
    }

    func turn(_ number: Int, in dialogue: inout Dialogue) -> Turn {
        if number == 0 { open(&dialogue) }
        let images = flavour == .screen && dialogue.writer.random.chance(0.9) ? 1 : 0
        guard number == 0 || dialogue.writer.random.chance(0.1) else { return step(&dialogue, images) }
        let text = number == 0 ? dialogue.text?.prompt : nil
        var task = text ?? dialogue.writer.write(oneOf: tasks)
        if let span { task = span.put(into: task, &dialogue.writer) }
        return answered(&dialogue, added: [.user(task)], images: images)
    }

    private func open(_ dialogue: inout Dialogue) {
        if let system { dialogue.system = dialogue.writer.write(system) }
        dialogue.tools = tools
        if tools.isEmpty {
            let count = dialogue.writer.random.int(2...7)
            dialogue.tools = Toolbox.made(count, hashed: hashesSchemas, &dialogue.writer)
        }
    }

    private func step(_ dialogue: inout Dialogue, _ images: Int) -> Turn {
        let tool = dialogue.writer.random.pick(dialogue.tools).name
        let result = dialogue.writer.write(oneOf: Agent.results(flavour))
        let added = Message(role: .toolResult, content: UntrustedText(result), tool: tool)
        return answered(&dialogue, added: [added], images: images)
    }

    private func answered(_ dialogue: inout Dialogue, added: [Message], images: Int) -> Turn {
        let calls = dialogue.writer.random.chance(0.8)
        let kind: ResponseKind = flavour == .screen ? .action : calls ? .call : flavour == .code ? .code : .prose
        var turn = Turn(
            added: added, response: dialogue.writer.response(kind), kind: kind, target: target,
            tools: dialogue.tools, images: images)
        if calls {
            let tool = dialogue.writer.random.pick(dialogue.tools).name
            let arguments = dialogue.writer.write(oneOf: Agent.arguments(flavour))
            turn.call = Message(role: .toolCall, content: UntrustedText(arguments), tool: tool)
        }
        return turn
    }

    private static func results(_ flavour: Flavour) -> [Pattern] {
        switch flavour {
        case .code: codeResults
        case .service: serviceResults
        case .screen: screenResults
        }
    }

    private static func arguments(_ flavour: Flavour) -> [Pattern] {
        switch flavour {
        case .code: codeArguments
        case .service: serviceArguments
        case .screen: screenArguments
        }
    }

    private static let codeResults = [Pattern](
        lines: """
            <path>: <number> lines, {no match|<small> matches for <verb>_<object>}
            FAILED <path>::test_<verb>_<object> - <error>
            {<number> passed|<small> failed, <number> passed} in <small>.<number> s
            <code>
            <log>
            {M|A|D} <path>
            """)
    private static let codeArguments = [Pattern](
        lines: """
            path=<path> lines=<number>-<large>
            command=grep -rn <verb>_<object> {src|lib|.}
            command={make test|run the tests in <path>|git diff <path>}
            path=<path> replace=<verb>_<object> with=<verb>_<module>
            """)
    private static let serviceResults = [Pattern](
        lines: """
            <record>
            status=<adjective> id=<hex> amount=<money>
            <small> results: <city> (<money>), <city> (<money>)
            error: <error>
            <date>: <sentence>
            """)
    private static let serviceArguments = [Pattern](
        lines: """
            city=<city> date=<date>
            id=<hex> fields=<metric>,<dimension>
            query=<product> limit=<small>
            name=<person> amount=<number>
            """)
    private static let screenResults = [Pattern](
        lines: """
            {Screenshot:|Screen now:} <screen>
            {Screenshot taken.|Page loaded.} {Focus is on|Visible:} the <widget>, <screen>
            """)
    private static let screenArguments = [Pattern](
        lines: """
            action=click x=<large> y=<number>
            action=type text=<city>
            action=scroll dy=<number>
            action=screenshot
            """)
}
