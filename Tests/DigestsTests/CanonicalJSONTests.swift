import Digests
import Foundation
import Testing

@Test func `Members stand in the order of their UTF-16 code units`() {
    // The example of RFC 8785, section 3.2.3: the surrogates of the face sort before U+FB33.
    let object: CanonicalJSON = [
        "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
        "\u{f6}": "Latin Small Letter O With Diaeresis",
    ]
    let names = ["Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"]
    let places = names.map { name in object.text.range(of: name)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
}

@Test func `Only what JSON forbids is escaped, and no solidus`() {
    let text: CanonicalJSON = .string("\u{20ac}$\u{0f}\nA'B\"\\/\u{7f}\u{2028}\u{0}")
    #expect(text.text == "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\/\u{7f}\u{2028}\\u0000\"")
}

@Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (333333333.33333329, "333333333.3333333"), (1e30, "1e+30"),
    (4.50, "4.5"), (2e-3, "0.002"), (0.000000000000000000000000001, "1e-27"), (1e-7, "1e-7"), (1e-6, "0.000001"),
    (1e21, "1e+21"), (1e20, "100000000000000000000"), (1.2345678901234568e20, "123456789012345680000"),
    (Double.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    (9007199254740992, "9007199254740992"),
    (0.1, "0.1"), (12.5e-9, "1.25e-8"),
])
func `A number is spelt as ECMAScript spells it`(value: Double, spelling: String) {
    #expect(CanonicalJSON.number(value).text == spelling)
}

@Test func `Parsing and spelling again makes the one spelling`() throws {
    let loose = #" { "b" : [ 1 , 2.50, true , null ], "a" : "\u00e9\/" , "n": 9007199254740993 } "#
    let value = try CanonicalJSON(parsing: loose.utf8)
    #expect(value.text == "{\"a\":\"\u{e9}/\",\"b\":[1,2.5,true,null],\"n\":9007199254740993}")
    #expect(try CanonicalJSON(parsing: value.bytes) == value)
    #expect(throws: DecodingError.self) { try CanonicalJSON(parsing: "{".utf8) }
}

@Test func `An encodable value becomes the JSON that it encodes to`() throws {
    struct Row: Encodable {
        var n: Int
        var note: String?
        var weight: Double
    }
    #expect(try CanonicalJSON(encoding: Row(n: 3, note: nil, weight: 0.5)).text == #"{"n":3,"weight":0.5}"#)
}
