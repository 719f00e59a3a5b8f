import Feed
import Foundation
import Testing

/// A stand-in for SHA-256 that changes with every byte and its place: the wire form does not care which hash it is.
private func checksum(_ bytes: Data) -> String {
    var sum: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
    return String(sum, radix: 16)
}

struct FeedPageLinesTests {
    let page = FeedPage(
        epoch: "e1",
        records: [
            FeedRecord(
                sequence: 7, kind: .account, id: "acct \"one\"\n\u{1B}\u{2028}", revision: 2,
                document: Data(#"{"id":"a","later":{"deep":["}",1e3]},"z":"\u00e9\\"}"#.utf8)),
            FeedRecord(
                sequence: 9, kind: FeedKind(rawValue: "novelty"), id: "ü", revision: 1, document: Data("{}".utf8)),
            FeedRecord(sequence: 12, kind: .flag, id: "F", revision: 4, isDeleted: true),
        ], next: FeedCursor("e1.12"), hasMore: true, withheld: 3)

    @Test func `a page comes back as it was, unknown fields and kinds included`() throws {
        let lines = page.lines(after: FeedCursor("e1.3"), sha256: checksum)
        #expect(lines.split(separator: UInt8(ascii: "\n")).count == 5)
        #expect(String(decoding: lines.prefix(31), as: UTF8.self) == "{\"feed\":\"e1\",\"after\":\"e1.3\"}\n{\"")
        #expect(try FeedPage(lines: lines, sha256: checksum) == page)
    }

    @Test func `a page read from a slice of a buffer comes back too`() throws {
        let lines = page.lines(after: nil, sha256: checksum)
        let buffer = Data("xyz".utf8) + lines
        #expect(try FeedPage(lines: buffer[3...], sha256: checksum) == page)
    }

    @Test func `a page cut anywhere is refused`() {
        let lines = page.lines(after: nil, sha256: checksum)
        for length in 0..<lines.count - 1 {
            #expect(throws: FeedPageFault.self, "\(length) bytes") {
                try FeedPage(lines: lines.prefix(length), sha256: checksum)
            }
        }
    }

    @Test func `a page with one byte changed is never taken for the page it was`() {
        let lines = page.lines(after: nil, sha256: checksum)
        for place in lines.indices {
            var changed = lines
            changed[place] ^= 1
            let read = try? FeedPage(lines: changed, sha256: checksum)
            guard let read else { continue }
            // The last line is not under the hash: a changed cursor or count there still names the same records.
            #expect(read.records == page.records && read.epoch == page.epoch, "byte \(place)")
        }
    }

    @Test func `more without next is an error, and the end without next stays where it was`() throws {
        let head = Data("{\"feed\":\"e1\",\"after\":\"c\"}\n".utf8)
        let more = head + Data("{\"more\":true,\"sha256\":\"\(checksum(head))\"}\n".utf8)
        #expect(throws: FeedPageFault.moreWithoutNext) { try FeedPage(lines: more, sha256: checksum) }
        let end = head + Data("{\"more\":false,\"sha256\":\"\(checksum(head))\"}\n".utf8)
        #expect(try FeedPage(lines: end, sha256: checksum).next == FeedCursor("c"))
    }

    @Test(arguments: [
        "{\"seq\":1,\"kind\":\"flag\",\"id\":\"F\",\"rev\":1}",
        "{\"seq\":1,\"kind\":\"flag\",\"id\":\"F\",\"rev\":0,\"doc\":{}}",
        "{\"seq\":1.5,\"kind\":\"flag\",\"id\":\"F\",\"rev\":1,\"doc\":{}}", "[]",
        "{\"seq\":1,\"kind\":\"flag\",\"id\":\"F\",\"rev\":1,\"doc\":{]}",
        "{\"seq\":1,\"kind\":\"flag\",\"id\":\"F\",\"rev\":1,\"doc\":\"text\"}", "",
        "{\"seq\":1,\"kind\":\"fl\\qg\",\"id\":\"F\",\"rev\":1,\"doc\":{}}",
    ])
    func `a line that is no record is named`(line: String) {
        let body = Data("{\"feed\":\"e1\",\"after\":null}\n\(line)\n".utf8)
        let lines = body + Data("{\"next\":\"c\",\"more\":false,\"sha256\":\"\(checksum(body))\"}\n".utf8)
        #expect(throws: FeedPageFault.notARecord(line: 2)) { try FeedPage(lines: lines, sha256: checksum) }
    }

    @Test func `records out of order are refused`() {
        var wrong = page
        wrong.records.swapAt(0, 1)
        let lines = wrong.lines(after: nil, sha256: checksum)
        #expect(throws: FeedPageFault.outOfOrder(line: 3)) { try FeedPage(lines: lines, sha256: checksum) }
    }

    @Test func `what is no feed says so`() {
        #expect(throws: FeedPageFault.notAFeed) {
            try FeedPage(lines: Data("<html>\n</html>\n".utf8), sha256: checksum)
        }
    }
}
