import Testing

@testable import LogFormats

private func parse(_ bytes: some Sequence<UInt8>) throws(JSONProblem) -> JSONValue {
    let bytes = Array(bytes)
    let result = bytes.withUnsafeBufferPointer { buffer in
        Result { () throws(JSONProblem) in try JSONParser.value(of: buffer) }
    }
    return try result.get()
}

@Test func `Every kind of value is read as it was written`() throws {
    let value = try parse(#" {"a":[1,-2.50e+3,true,false,null,"x"],"b":{"c":{}}, "d" : [ ] } "#.utf8)
    #expect(value.text == #"{"a":[1,-2.50e+3,true,false,null,"x"],"b":{"c":{}},"d":[]}"#)
}

@Test func `Escapes become what they stand for, at every place in a word of eight bytes`() throws {
    for padding in 0..<20 {
        let lead = String(repeating: "p", count: padding)
        let text = #"\#(lead)\"\\\/\b\f\n\r\tA\u00e9\u20ac\ud83d\ude00 end"#
        #expect(try parse("\"\(text)\"".utf8) == .string(lead + "\"\\/\u{8}\u{c}\n\r\tAé€😀 end"))
    }
}

@Test func `A lone surrogate becomes the replacement character and nothing else is lost`() throws {
    #expect(try parse(#""a\ud800b""#.utf8) == .string("a\u{fffd}b"))
    #expect(try parse(#""a\udc00""#.utf8) == .string("a\u{fffd}"))
    #expect(try parse(#""\ud800\ud83d\ude00""#.utf8) == .string("\u{fffd}😀"))
    #expect(try parse(#""\ud800\n""#.utf8) == .string("\u{fffd}\n"))
}

@Test func `Bytes that are no UTF-8 become replacement characters`() throws {
    let value = try parse([0x22, 0x61, 0xff, 0x62, 0xed, 0xa0, 0x80, 0x22])
    let text = try #require(value.string)
    #expect(text.hasPrefix("a\u{fffd}b\u{fffd}"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "a" || $0 == "b" || $0 == "\u{fffd}" })
}

@Test func `Raw control characters in a string stay`() throws {
    #expect(try parse([0x22, 0x00, 0x1b, 0x5b, 0x6d, 0x07, 0x22]) == .string("\u{0}\u{1b}[m\u{7}"))
}

@Test func `Of two members with one name the last counts, and null is none`() throws {
    let object = try #require(try parse(#"{"a":1,"a":2,"b":null}"#.utf8).object)
    #expect(object["a"] == .number("2"))
    #expect(object["b"] == nil)
    #expect(object.has("b"))
}

@Test func `Nesting is followed to its limit and refused beyond, also ten thousand deep`() throws {
    let limit = JSONParser.depthLimit
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(throws: Never.self) { try parse(deepest.utf8) }
    for deep in [String(repeating: "[", count: 10_000), String(repeating: #"{"a":"#, count: 10_000)] {
        let problem = #expect(throws: JSONProblem.self) { try parse(deep.utf8) }
        #expect(problem?.kind == .tooDeep(limit: limit))
    }
}

@Test func `A value cut at any byte ends early, and no cut is taken for a whole`() throws {
    let whole = Array(#"{"a":[1,true,null,"x\u00e9\ud83d\ude00\n"],"b":{"c":-1.5e3}}"#.utf8)
    for count in 0..<whole.count {
        let problem = #expect(throws: JSONProblem.self) { try parse(whole[..<count]) }
        #expect(problem?.kind == .endsEarly, "cut after \(count) bytes")
    }
}

@Test(arguments: [
    ("{\"a\":1}}", 7), ("{\"a\" 1}", 5), ("[1 2]", 3), ("{a:1}", 1), ("[\"\\x\"]", 2), ("nul1", 0), ("'a'", 0),
    ("[1,]", 3),
])
func `What is no JSON is refused at its byte`(text: String, offset: Int) throws {
    let problem = #expect(throws: JSONProblem.self) { try parse(text.utf8) }
    #expect(problem?.offset == offset)
}

@Test func `Numbers are whole, broken or neither, also inside strings`() throws {
    #expect(try parse("12".utf8).integer == 12)
    #expect(try parse("12.0".utf8).integer == 12)
    #expect(try parse("1.2e1".utf8).integer == 12)
    #expect(try parse("\"12\"".utf8).integer == 12)
    #expect(try parse("12.5".utf8).integer == nil)
    #expect(try parse("1e99".utf8).integer == nil)
    #expect(try parse("1e999".utf8).double == nil)
    #expect(try parse("99999999999999999999".utf8).integer == nil)
    #expect(try parse("NaN".utf8) == .null)
    #expect(try parse("[-Infinity]".utf8) == .array([.null]))
}

@Test func `A path goes through objects, dotted names and JSON in strings`() throws {
    let value = try parse(#"{"a":{"b.c":{"d":"x"}},"m":"{\"n\":{\"o\":7}}","p.q":"y"}"#.utf8)
    #expect(value.at(path: "a.b.c.d") == .string("x"))
    #expect(value.at(path: "m.n.o") == .number("7"))
    #expect(value.at(path: "p.q") == .string("y"))
    #expect(value.at(path: "a.b") == nil)
    #expect(value.at(path: "") == nil)
}
