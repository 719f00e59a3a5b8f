import Digests
import Testing

private let text = (0..<20_000).flatMap { "line \($0 % 97) of a log\n".utf8 }

@Test func `What is deflated inflates to the same bytes`() throws {
    for bytes in [[], [7], text] {
        let packed = try Gzip.deflate(bytes)
        #expect(Gzip.begins(packed))
        #expect(try Gzip.inflate(packed, limit: bytes.count) == bytes)
    }
    #expect(try Gzip.deflate(text) == Gzip.deflate(text))
    #expect(try Gzip.deflate(text).count < text.count / 10)
}

@Test func `Deflating in pieces gives one stream`() throws {
    let deflater = try GzipDeflater(level: 1)
    var packed: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 1000) {
        packed += deflater.deflate(text[start..<min(start + 1000, text.count)])
    }
    packed += deflater.finish()
    #expect(try Gzip.inflate(packed, limit: text.count) == text)
}

@Test func `Two streams one after the other inflate as one text`() throws {
    let packed = try Gzip.deflate("ab".utf8) + Gzip.deflate("cd".utf8)
    #expect(try Gzip.inflate(packed, limit: 10) == Array("abcd".utf8))
}

@Test func `Inflating byte by byte into a small buffer loses nothing`() throws {
    let packed = try Gzip.deflate(text)
    let inflater = try GzipInflater()
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 100)
    for byte in packed {
        try withUnsafeBytes(of: byte) { one in
            var rest = one
            while true {
                let count = try buffer.withUnsafeMutableBytes { try inflater.inflate(&rest, into: $0) }
                output += buffer[..<count]
                if count < buffer.count { break }
            }
        }
    }
    #expect(inflater.isAtEnd)
    #expect(inflater.consumed == packed.count)
    #expect(output == text)
}

@Test func `A stream that would grow past the limit is stopped`() throws {
    let bomb = try Gzip.deflate([UInt8](repeating: 0, count: 10_000_000))
    #expect(bomb.count < 20_000)
    #expect(throws: GzipError.tooLarge(limit: 1_000_000)) { try Gzip.inflate(bomb, limit: 1_000_000) }
}

@Test func `A stream cut anywhere is truncated, and a damaged one says so`() throws {
    let packed = try Gzip.deflate(text)
    for count in [0, 1, 5, 10, 17, packed.count / 2, packed.count - 1] {
        #expect(throws: GzipError.truncated) { try Gzip.inflate(packed.prefix(count), limit: .max) }
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(throws: GzipError.self) { try Gzip.inflate(damaged, limit: .max) }
    #expect(throws: GzipError.damaged(at: 2)) { try Gzip.inflate("no gzip".utf8, limit: .max) }
}
