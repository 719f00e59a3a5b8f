public import HostileText

/// What a screen shows, as text that can be copied, pasted in a note and opened by a colleague:
/// `view:timeline id:acct-7f3a q:"score>0.8 target:vision" sort:-score at:ex-91`. Keys that nobody knows are kept.
public struct ViewState: Hashable, Sendable {
    /// The pairs in order; a key stands once.
    public private(set) var pairs: [Pair]

    /// One key and its value.
    public struct Pair: Hashable, Sendable {
        /// The key, such as `view`.
        public var key: String
        /// The value, quotes taken off.
        public var value: String
    }

    /// Makes the state of a view.
    public init(view: String) {
        pairs = [Pair(key: "view", value: view)]
    }

    /// The value of a key. Setting `nil` takes the key away.
    public subscript(key: String) -> String? {
        get { pairs.first { $0.key == key }?.value }
        set {
            let index = pairs.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): pairs[index].value = value
            case (let index?, nil): pairs.remove(at: index)
            case (nil, let value?): pairs.append(Pair(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The view's name; `queue` where none is given.
    public var view: String { self["view"] ?? "queue" }

    /// Reads a state string.
    ///
    /// - Throws: ``ViewStateProblem`` for a piece without a colon, or a quote that does not close.
    public init(parsing text: String) throws(ViewStateProblem) {
        pairs = []
        let characters = Array(text)
        var position = 0
        while position < characters.count {
            if characters[position].isWhitespace {
                position += 1
                continue
            }
            let pair = try ViewState.pair(in: characters, at: &position)
            self[pair.key] = pair.value
        }
    }

    private static func pair(in characters: [Character], at position: inout Int) throws(ViewStateProblem) -> Pair {
        let start = position
        while position < characters.count, characters[position] != ":", !characters[position].isWhitespace {
            position += 1
        }
        guard position > start, position < characters.count, characters[position] == ":" else {
            throw .noColon(String(characters[start..<position]))
        }
        let key = String(characters[start..<position])
        position += 1
        var value = ""
        guard position < characters.count, characters[position] == "\"" else {
            while position < characters.count, !characters[position].isWhitespace {
                value.append(characters[position])
                position += 1
            }
            return Pair(key: key, value: value)
        }
        position += 1
        while position < characters.count, characters[position] != "\"" {
            if characters[position] == "\\", position + 1 < characters.count { position += 1 }
            value.append(characters[position])
            position += 1
        }
        guard position < characters.count else { throw .openQuote(key) }
        position += 1
        return Pair(key: key, value: value)
    }

    /// The state as text; values with spaces or quotes stand in quotes.
    public var text: String {
        pairs.map { pair in
            let needsQuotes = pair.value.isEmpty || pair.value.contains { $0.isWhitespace || $0 == "\"" }
            guard needsQuotes else { return "\(pair.key):\(pair.value)" }
            let escaped = pair.value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
            return "\(pair.key):\"\(String(escaped))\""
        }.joined(separator: " ")
    }
}

extension ViewState {
    /// The state of a view about an account or a cluster.
    public init(view: String, subject: Subject) {
        self.init(view: view)
        self["id"] = subject.text.verbatim
        if subject.kind == .cluster, view != "cluster" { self["of"] = "cluster" }
    }

    /// The state of a view about one thing, whatever kind it is.
    public init(view: String, id: UntrustedText) {
        self.init(view: view)
        self["id"] = id.verbatim
    }

    /// The view that shows something that a case holds.
    public init(showing thing: CaseItem.Thing) {
        switch thing {
        case .account(let id): self.init(view: "account", id: id.text)
        case .cluster(let id): self.init(view: "cluster", id: id.text)
        case .conversation(let id): self.init(view: "reader", id: id.text)
        case .exchange(let id):
            self.init(view: "reader")
            self["at"] = id.text.verbatim
        }
    }

    /// The queue of those that have a value: how one pivots on it.
    public init(queueWhere field: FilterField, is value: UntrustedText) {
        self.init(view: "queue")
        let quoted = value.verbatim.filter { $0 != "\"" }
        self["q"] = "\(field.rawValue):\"\(quoted)\""
    }

    /// The same view with its cursor on something.
    public func pointing(at id: UntrustedText) -> ViewState {
        var state = self
        state["at"] = id.verbatim
        return state
    }

    /// Whom the view is about, if it is about somebody.
    public var subject: Subject? {
        self["id"].map { id in
            Subject(view == "cluster" || self["of"] == "cluster" ? .cluster : .account, UntrustedText(id))
        }
    }
}

/// What is wrong with a state string.
public enum ViewStateProblem: Error, Hashable, Sendable {
    /// This piece has no colon.
    case noColon(String)
    /// The value of this key opens a quote that does not close.
    case openQuote(String)

    /// The sentence for the user.
    public var sentence: String {
        switch self {
        case .noColon(let piece): "“\(piece)” has no colon; a view reads like view:queue q:\"score>0.8\""
        case .openQuote(let key): "the quote after \(key): does not close"
        }
    }
}
