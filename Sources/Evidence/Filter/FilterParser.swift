extension Filter {
    /// Reads a line of the filter language, such as `score>0.8 -label:benign (target:vision OR "grade the answer")`.
    ///
    /// - Throws: ``FilterProblem``, which points at the first word that cannot be meant.
    public init(parsing line: String) throws(FilterProblem) {
        var lexer = FilterLexer(line)
        var parser = FilterParser(tokens: try lexer.tokens())
        self = try parser.wholeLine()
    }
}

/// Builds the tree from tokens: OR binds weaker than standing side by side.
private struct FilterParser {
    let tokens: [FilterToken]
    private var position = 0
    private var depth = 0
    private static let deepest = 32

    init(tokens: [FilterToken]) {
        self.tokens = tokens
    }

    mutating func wholeLine() throws(FilterProblem) -> Filter {
        guard !tokens.isEmpty else { return .everything }
        let filter = try alternatives()
        if position < tokens.count {
            throw FilterProblem(.strayParenthesis, at: tokens[position].place)
        }
        return filter
    }

    private mutating func alternatives() throws(FilterProblem) -> Filter {
        var found = [try sideBySide()]
        while position < tokens.count, tokens[position].kind == .or {
            let place = tokens[position].place
            position += 1
            guard position < tokens.count, tokens[position].kind != .close else {
                throw FilterProblem(.strayOr, at: place)
            }
            found.append(try sideBySide())
        }
        return found.count == 1 ? found[0] : .any(found)
    }

    private mutating func sideBySide() throws(FilterProblem) -> Filter {
        var found: [Filter] = []
        while position < tokens.count, tokens[position].kind != .close, tokens[position].kind != .or {
            found.append(try single())
        }
        guard !found.isEmpty else {
            let place = position < tokens.count ? tokens[position].place : 0..<1
            let reason: FilterProblem.Reason =
                position < tokens.count && tokens[position].kind == .or ? .strayOr : .strayParenthesis
            throw FilterProblem(reason, at: place)
        }
        return found.count == 1 ? found[0] : .all(found)
    }

    private mutating func single() throws(FilterProblem) -> Filter {
        let token = tokens[position]
        position += 1
        switch token.kind {
        case .not:
            guard position < tokens.count else { return .word("-") }
            return .not(try deeper(from: token) { (parser) throws(FilterProblem) in try parser.single() })
        case .open: return try group(from: token)
        case .quoted(let text): return .fullText(text)
        case .word(let text): return .word(text)
        case .comparison(let name, let sign, let value):
            return .term(try FilterTerm(name: name, sign: sign, value: value, place: token.place))
        case .close, .or: throw FilterProblem(.strayParenthesis, at: token.place)
        }
    }

    private mutating func group(from open: FilterToken) throws(FilterProblem) -> Filter {
        guard position < tokens.count else { throw FilterProblem(.openParenthesis, at: open.place) }
        let inside = try deeper(from: open) { (parser) throws(FilterProblem) in try parser.alternatives() }
        guard position < tokens.count, tokens[position].kind == .close else {
            throw FilterProblem(.openParenthesis, at: open.place)
        }
        position += 1
        return inside
    }

    /// Reads one level further in, and no further than the deepest.
    private mutating func deeper(
        from token: FilterToken, _ read: (inout FilterParser) throws(FilterProblem) -> Filter
    ) throws(FilterProblem) -> Filter {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FilterParser.deepest else { throw FilterProblem(.tooDeep, at: token.place) }
        return try read(&self)
    }
}
