import Digests
import Evidence
import Foundation
import HostileText
import LogFormats
import Testing

private let lines = (1...500).map { plainLine(id: "r\($0)") }
private let ids = (1...500).map { ExchangeID("r\($0)") }

@Test func `Lines are read with any line end, blank lines, a byte order mark and no last line end`() throws {
    for end in ["\n", "\r\n", "\n\n", "\n \t\n"] {
        #expect(try Reading(lines.joined(separator: end)).exchanges.map(\.exchange.id) == ids)
    }
    #expect(try Reading([0xef, 0xbb, 0xbf] + Array(lines[0].utf8)).exchanges.count == 1)
    let places = try Reading("\n\n\(lines[0])\n\(lines[1])").places
    #expect(places.map(\.record) == [3, 4])
    #expect(places.map(\.offset) == [2, 3 + lines[0].utf8.count])
}

@Test func `Compression is seen from the bytes, whatever the source is called`() throws {
    let text = lines.joined(separator: "\n")
    let packed = try Gzip.deflate(text.utf8)
    #expect(try Reading(packed).exchanges.map(\.exchange.id) == ids)
    let twice = try Gzip.deflate((text + "\n").utf8) + Gzip.deflate(text.utf8)
    #expect(try Reading(twice).exchanges.count == 1000)
}

@Test func `A file is read as bytes are, and one that is not there is named`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "stillwatch-\(UUID()).log").path
    try Data(Gzip.deflate(lines.joined(separator: "\n").utf8)).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var count = 0
    let summary = try LogReader().read(LogSource(argument: path)) { if case .exchange = $0 { count += 1 } }
    #expect(count == 500)
    #expect(summary.exchanges == 500)
    #expect(throws: LogSourceError.cannotOpen(UntrustedText(path + ".no"), code: ENOENT)) {
        try LogReader().read(.file(path: path + ".no")) { _ in }
    }
}

@Test func `A gzip stream that is cut gives what came before, and says so`() throws {
    let packed = try Gzip.deflate(lines.joined(separator: "\n").utf8)
    for count in [packed.count - 1, packed.count - 9, packed.count / 2] {
        let read = try Reading(packed[..<count])
        #expect(read.exchanges.map(\.exchange.id) == Array(ids.prefix(read.exchanges.count)))
        #expect(read.refusals.last?.reason == .damagedGzip)
        #expect(read.exchanges.count > 0)
    }
    #expect(try Reading(packed.prefix(packed.count - 1)).exchanges.count == 500)
}

@Test func `A source that grows past its limit is stopped`() throws {
    let bomb = try Gzip.deflate([UInt8](repeating: 0x20, count: 5_000_000))
    var options = LogOptions()
    options.maximumSourceBytes = 1_000_000
    #expect(throws: LogSourceError.tooLarge(UntrustedText("test.log"), limit: 1_000_000)) {
        try Reading(bomb, options: options)
    }
}

@Test func `A line that is too long is refused with its length, and the rest goes in`() throws {
    var options = LogOptions()
    options.maximumRecordBytes = 2_000_000
    let long = plainLine(#","prompt":"\#(String(repeating: "x", count: 3_000_000))""#)
    let fits = plainLine(#","prompt":"\#(String(repeating: "x", count: 1_900_000))""#)
    let read = try Reading("\(lines[0])\n\(long)\n\(fits)\n\(lines[1])", options: options)
    #expect(read.exchanges.count == 3)
    #expect(read.refusals.map(\.reason) == [.tooLong(bytes: long.utf8.count, limit: 2_000_000)])
    #expect(read.refusals.first?.place.record == 2)
    #expect(read.refusals.first?.bytes.count == 65536)
    #expect(read.places.map(\.record) == [1, 3, 4])
}

@Test func `Of a line that is too long, nothing of the lines after it is kept`() throws {
    var options = LogOptions()
    options.maximumRecordBytes = 1000
    let long = plainLine(#","prompt":"\#(String(repeating: "x", count: 2000))""#)
    let read = try Reading("\(lines[0])\n\(long)\n\(lines[1])", options: options)
    #expect(read.exchanges.count == 2)
    #expect(read.refusals.map { Array($0.bytes) } == [Array(long.utf8)])
}

@Test func `Arrays and printed documents are cut where their values end`() throws {
    let plain = lines.prefix(50).joined(separator: ",")
    let printed = lines.prefix(50).map { $0.replacing(",", with: ",\n  ").replacing("{", with: "{\n  ") }
    let list = printed.joined(separator: ",\n")
    let documents = printed.joined(separator: "\n")
    let forms: [String] = ["[\(plain)]", "[\n\(list)\n]", documents, printed.joined(), " \n[ ] [\(list)]"]
    for form in forms {
        let read = try Reading(form)
        #expect(read.exchanges.map(\.exchange.id) == Array(ids.prefix(50)))
        #expect(read.refusals.isEmpty)
    }
    #expect(try Reading(forms[0]).places.map(\.record) == Array(1...50))
}

@Test func `An element that is too long is refused with its length, and the rest of the array goes in`() throws {
    var options = LogOptions()
    options.maximumRecordBytes = 1000
    let long = plainLine(#","prompt":"\#(String(repeating: "[", count: 3_000_000))""#)
    let short = plainLine(#","prompt":"\#(String(repeating: "[", count: 2000))""#)
    let read = try Reading("[\(lines[0]), \(long),\(short), \(lines[1])]", options: options)
    #expect(read.exchanges.count == 2)
    let lengths = [long, short].map { Refusal.Reason.tooLong(bytes: $0.utf8.count, limit: 1000) }
    #expect(read.refusals.map(\.reason) == lengths)
    #expect(read.places.map(\.record) == [1, 4])
}

@Test func `A bad element of an array is refused and the rest goes in`() throws {
    let read = try Reading(#"[\#(lines[0]), 17, "x", {"id":tru}, null, \#(lines[1])]"#)
    #expect(read.exchanges.count == 2)
    #expect(read.refusals.count == 4)
    #expect(read.refusals.map(\.place.record) == [2, 3, 4, 5])
}

@Test func `A first line that was cut does not make the log a document`() throws {
    let read = try Reading("{\"id\":\"r0\",\"time\":\n" + lines.joined(separator: "\n"))
    #expect(read.exchanges.count == 500)
    #expect(read.refusals.first?.reason == .notJSON("it ends in the middle of a value", at: 18))
}

@Test func `A log cut at any byte loses only its last record`() throws {
    let log = Array((lines[0] + "\n" + lines[1]).utf8)
    for count in 0...log.count {
        let read = try Reading(log[..<count])
        let whole = count == log.count ? 2 : count >= lines[0].utf8.count ? 1 : 0
        #expect(read.exchanges.count == whole, "cut after \(count) bytes")
    }
    let array = Array("[\(lines[0]),\n\(lines[1])]".utf8)
    for count in 0...array.count {
        let read = try Reading(array[..<count])
        #expect(read.exchanges.count == (count >= array.count - 1 ? 2 : count > lines[0].utf8.count ? 1 : 0))
    }
}

@Test func `A record nested ten thousand deep is refused, and the rest goes in`() throws {
    let deep = #"{"id":"r0","x":"# + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000) + "}"
    let read = try Reading("\(lines[0])\n\(deep)\n\(lines[1])")
    #expect(read.exchanges.count == 2)
    #expect(read.refusals.first?.sentence.contains("nested") == true)
}

@Test func `An empty source and one of white space hold nothing`() throws {
    for text in ["", "\n", " \r\n\t\n", "[]", "{}\n"] {
        let read = try Reading(text)
        #expect(read.exchanges.isEmpty)
        #expect(read.refusals.count == (text == "{}\n" ? 1 : 0))
    }
}

@Test func `What the callback throws ends the reading`() throws {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
        try LogReader().read(.bytes(Array(lines.joined(separator: "\n").utf8), name: "x")) { _ in
            count += 1
            if count == 3 { throw Enough() }
        }
    }
    #expect(count == 3)
}
