/// Reads one JSON value from bytes, in one pass and with bounded depth.
///
/// It is written against plain pointers and makes no `Character`. A bulk path that reads with SIMD instructions can take
/// its place for plain JSON lines; this one stays for what is too odd for that.
struct JSONParser {
    /// How deep arrays and objects may be nested. Deeper ones are refused, so that recursion cannot exhaust the stack.
    static let depthLimit = 128

    /// How many values one record may hold. More are refused: each costs many times the bytes that spell it.
    static let valueLimit = 4_000_000

    /// How many values may still come.
    private var room = JSONParser.valueLimit
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Reads the one value that the bytes hold.
    static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.place == bytes.count else { throw parser.problem(.trailing) }
        return value
    }

    func problem(_ kind: JSONProblem.Kind) -> JSONProblem {
        JSONProblem(kind: kind, offset: place)
    }

    /// The problem that the byte at `place`, or the end, is.
    var surprise: JSONProblem {
        place < bytes.count ? problem(.unexpected(bytes[place])) : problem(.endsEarly)
    }

    @inline(__always)
    mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0a, 0x0d, 0x09: place += 1
            default: return
            }
        }
    }

    /// Reads the value at `place`, `depth` objects and arrays deep.
    mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard place < bytes.count else { throw problem(.endsEarly) }
        try count()
        switch bytes[place] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: return try word()
        }
    }

    /// Counts one more value.
    mutating func count() throws(JSONProblem) {
        room -= 1
        guard room >= 0 else { throw problem(.tooManyValues(limit: JSONParser.valueLimit)) }
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONObject {
        guard depth <= JSONParser.depthLimit else { throw problem(.tooDeep(limit: JSONParser.depthLimit)) }
        place += 1
        var object = JSONObject()
        skipSpace()
        if place < bytes.count, bytes[place] == UInt8(ascii: "}") {
            place += 1
            return object
        }
        object.members.reserveCapacity(depth == 1 ? 32 : 4)
        while true {
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw surprise }
            let name = try string()
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { throw surprise }
            place += 1
            skipSpace()
            object.members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
            if try ends(with: UInt8(ascii: "}")) { return object }
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> [JSONValue] {
        guard depth <= JSONParser.depthLimit else { throw problem(.tooDeep(limit: JSONParser.depthLimit)) }
        place += 1
        var elements: [JSONValue] = []
        skipSpace()
        if place < bytes.count, bytes[place] == UInt8(ascii: "]") {
            place += 1
            return elements
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth))
            if try ends(with: UInt8(ascii: "]")) { return elements }
        }
    }

    /// Steps over a comma, or over the bracket that ends the list.
    mutating func ends(with bracket: UInt8) throws(JSONProblem) -> Bool {
        skipSpace()
        guard place < bytes.count else { throw problem(.endsEarly) }
        let byte = bytes[place]
        guard byte == bracket || byte == UInt8(ascii: ",") else { throw surprise }
        place += 1
        return byte == bracket
    }
}
