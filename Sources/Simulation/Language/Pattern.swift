/// A sentence with choices, `{a|b|}`, and slots, `<thing>`, from which a writer makes many sentences.
///
/// A slot in capitals, `<FIELD>`, is filled once when the pattern is frozen; the others anew each time.
struct Pattern: Sendable {
    var nodes: [Node]

    /// A piece of a pattern.
    indirect enum Node: Sendable {
        case text(String)
        case choice([Pattern])
        case slot(String)
        /// What a fixed instruction is applied to: a real text may stand in its place.
        case input(Pattern)
    }

    /// Reads a pattern. Brackets that do not match stand for themselves.
    init(_ source: String) {
        var rest = Substring(source)
        nodes = Pattern.sequence(&rest, inChoice: false)
    }

    /// Makes a pattern that is only text.
    init(verbatim text: String) { nodes = [.text(text)] }

    private init(nodes: [Node]) { self.nodes = nodes }

    private static func sequence(_ rest: inout Substring, inChoice: Bool) -> [Node] {
        var nodes: [Node] = []
        var text = ""
        while let character = rest.first {
            if inChoice, character == "|" || character == "}" { break }
            rest.removeFirst()
            switch character {
            case "{":
                if !text.isEmpty { nodes.append(.text(text)) }
                text = ""
                nodes.append(.choice(choices(&rest)))
            case "<":
                guard let end = rest.firstIndex(of: ">") else { fallthrough }
                if !text.isEmpty { nodes.append(.text(text)) }
                text = ""
                nodes.append(.slot(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            default: text.append(character)
            }
        }
        if !text.isEmpty { nodes.append(.text(text)) }
        return nodes
    }

    private static func choices(_ rest: inout Substring) -> [Pattern] {
        var choices: [Pattern] = []
        while true {
            choices.append(Pattern(nodes: sequence(&rest, inChoice: true)))
            guard let end = rest.first else { return choices }
            rest.removeFirst()
            if end == "}" { return choices }
        }
    }

    /// The pattern with every choice taken and every slot in capitals filled: one wording, used again and again.
    func frozen(by writer: inout Writer) -> Pattern {
        var frozen: [Node] = []
        for node in nodes {
            switch node {
            case .text: frozen.append(node)
            case .choice(let choices): frozen += writer.random.pick(choices).frozen(by: &writer).nodes
            case .slot(let name):
                let isStable = name.allSatisfy { $0.isUppercase }
                frozen.append(isStable ? .text(writer.fill(name.lowercased())) : node)
            case .input(let pattern): frozen.append(.input(pattern.frozen(by: &writer)))
            }
        }
        return Pattern(nodes: frozen)
    }

    /// The pattern as what an instruction is applied to.
    var asInput: Pattern { Pattern(nodes: [.input(self)]) }

    /// Whether a real text has a place in it.
    var takesInput: Bool {
        nodes.contains { if case .input = $0 { true } else { false } }
    }

    /// The pattern followed by another, with text between.
    func followed(by other: Pattern, _ between: String = "\n\n") -> Pattern {
        Pattern(nodes: nodes + [.text(between)] + other.nodes)
    }
}

extension [Pattern] {
    /// Reads a pattern from each line.
    init(lines: String) {
        self = lines.split(separator: "\n").map { Pattern(String($0)) }
    }
}
