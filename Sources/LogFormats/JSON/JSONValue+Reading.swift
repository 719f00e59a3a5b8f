extension JSONValue {
    /// The string, if it is one.
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The object, if it is one.
    var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The elements, if it is an array.
    var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The finite number that it is, or that its string spells.
    var double: Double? {
        switch self {
        case .number(let literal), .string(let literal):
            guard let value = Double(literal), value.isFinite else { return nil }
            return value
        default: return nil
        }
    }

    /// The whole number that it is, or that its string spells; `12.0` and `1.2e1` are whole, too.
    var integer: Int? {
        switch self {
        case .number(let literal), .string(let literal):
            if let value = Int(literal) { return value }
            guard let value = double, value.rounded() == value, value.magnitude < 9.0e18 else { return nil }
            return Int(value)
        default: return nil
        }
    }

    /// The truth value that it is, or that its string spells in one of the usual ways.
    var bool: Bool? {
        switch self {
        case .bool(let value): return value
        case .string("true"), .string("True"): return true
        case .string("false"), .string("False"): return false
        default: return nil
        }
    }

    /// The value itself, or the value that its string holds as JSON, up to twice encoded. Other strings stay strings.
    var decoded: JSONValue {
        var value = self
        for _ in 0..<2 {
            guard case .string(var text) = value, let inner = text.withUTF8(JSONValue.structure) else { return value }
            value = inner
        }
        return value
    }

    /// The array, object or string that bytes spell; `nil` for plain words, so that a text is not taken for JSON by mistake.
    private static func structure(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        guard let first = bytes.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
        else { return nil }
        do throws(JSONProblem) {
            return try JSONParser.value(of: bytes)
        } catch {
            // It only looked like JSON: it is a text.
            return nil
        }
    }

    /// The value at a dotted path; a name may itself hold dots, and JSON inside strings is entered.
    func at(path: String) -> JSONValue? {
        at(path: path[...], depth: 0)
    }

    private func at(path: Substring, depth: Int) -> JSONValue? {
        guard depth < 8, let object = decoded.object else { return nil }
        if let value = object[String(path)] { return value }
        for dot in path.indices where path[dot] == "." {
            guard let inner = object[String(path[..<dot])] else { continue }
            if let value = inner.at(path: path[path.index(after: dot)...], depth: depth + 1) { return value }
        }
        return nil
    }
}
