/// A piece of a filter line, with its place counted in characters.
struct FilterToken: Hashable {
    var kind: Kind
    var place: Range<Int>

    enum Kind: Hashable {
        case open
        case close
        case or
        case not
        /// `field`, an operator, and what stands after it; quotes already taken off the value.
        case comparison(field: String, sign: Sign, value: String)
        case quoted(String)
        case word(String)
    }

    enum Sign: String {
        case colon = ":"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }
}

/// Cuts a filter line into tokens.
struct FilterLexer {
    private let characters: [Character]
    private var position = 0

    init(_ line: String) {
        characters = Array(line)
    }

    mutating func tokens() throws(FilterProblem) -> [FilterToken] {
        var found: [FilterToken] = []
        while let token = try next() { found.append(token) }
        return found
    }

    private mutating func next() throws(FilterProblem) -> FilterToken? {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
        guard position < characters.count else { return nil }
        let start = position
        switch characters[position] {
        case "(": return single(.open)
        case ")": return single(.close)
        case "\"": return FilterToken(kind: .quoted(try quoted()), place: start..<position)
        case "-" where position + 1 < characters.count && !characters[position + 1].isWhitespace:
            return single(.not)
        default: return try wordOrComparison(from: start)
        }
    }

    private mutating func single(_ kind: FilterToken.Kind) -> FilterToken {
        position += 1
        return FilterToken(kind: kind, place: position - 1..<position)
    }

    private mutating func quoted() throws(FilterProblem) -> String {
        let start = position
        position += 1
        var text = ""
        while position < characters.count, characters[position] != "\"" {
            if characters[position] == "\\", position + 1 < characters.count { position += 1 }
            text.append(characters[position])
            position += 1
        }
        guard position < characters.count else { throw FilterProblem(.openQuote, at: start..<start + 1) }
        position += 1
        return text
    }

    private mutating func wordOrComparison(from start: Int) throws(FilterProblem) -> FilterToken {
        let name = plain { !":<>()\"".contains($0) }
        guard let sign = sign() else {
            let place = start..<position
            return name == "OR"
                ? FilterToken(kind: .or, place: place) : FilterToken(kind: .word(name), place: place)
        }
        let value =
            position < characters.count && characters[position] == "\""
            ? try quoted() : plain { !"()\"".contains($0) }
        return FilterToken(kind: .comparison(field: name, sign: sign, value: value), place: start..<position)
    }

    private mutating func sign() -> FilterToken.Sign? {
        guard position < characters.count, ":<>".contains(characters[position]) else { return nil }
        var text = String(characters[position])
        position += 1
        if text != ":", position < characters.count, characters[position] == "=" {
            text += "="
            position += 1
        }
        return FilterToken.Sign(rawValue: text)
    }

    private mutating func plain(while isPart: (Character) -> Bool) -> String {
        let start = position
        while position < characters.count, !characters[position].isWhitespace, isPart(characters[position]) {
            position += 1
        }
        return String(characters[start..<position])
    }
}
