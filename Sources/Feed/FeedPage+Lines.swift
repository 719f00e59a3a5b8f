public import Foundation

extension FeedPage {
    /// The page as it travels: a first line, a line for each record, and a last line that carries the hash of all before it.
    ///
    /// - Parameters:
    ///   - after: the cursor that was asked for; `nil` for the beginning.
    ///   - sha256: the SHA-256 of bytes, as 64 lower-case hexadecimal digits.
    public func lines(after: FeedCursor?, sha256: (Data) -> String) -> Data {
        var lines = Data()
        lines.append(contentsOf: "{\"feed\":".utf8)
        lines.append(jsonString: epoch)
        lines.append(contentsOf: ",\"after\":".utf8)
        if let after {
            lines.append(jsonString: after.text)
        } else {
            lines.append(contentsOf: "null".utf8)
        }
        lines.append(contentsOf: "}\n".utf8)
        for record in records { record.append(to: &lines) }
        let hash = sha256(lines)
        lines.append(contentsOf: "{\"next\":".utf8)
        lines.append(jsonString: next.text)
        lines.append(contentsOf: ",\"more\":\(hasMore)".utf8)
        if withheld > 0 { lines.append(contentsOf: ",\"withheld\":\(withheld)".utf8) }
        lines.append(contentsOf: ",\"sha256\":\"\(hash)\"}\n".utf8)
        return lines
    }

    /// Reads a page, and accepts it only whole: with both its ends, every line a record, in order, under its own hash.
    ///
    /// - Parameters:
    ///   - lines: the body of the answer, after gzip.
    ///   - sha256: the SHA-256 of bytes, as 64 lower-case hexadecimal digits.
    public init(lines: Data, sha256: (Data) -> String) throws(FeedPageFault) {
        let ends = try FeedPage.ends(of: lines)
        let stated = ends.hash
        let computed = sha256(lines[lines.startIndex..<lines.startIndex + ends.last.lowerBound])
        guard stated == computed else { throw .hashDiffers(stated: stated, computed: computed) }
        let records = try FeedPage.records(in: ends.first.upperBound..<ends.last.lowerBound, of: lines)
        guard let next = ends.next ?? (ends.hasMore ? nil : ends.after) else { throw .moreWithoutNext }
        self.init(
            epoch: ends.epoch, records: records, next: FeedCursor(next), hasMore: ends.hasMore,
            withheld: ends.withheld)
    }

    private struct Ends {
        var first: Range<Int>
        var last: Range<Int>
        var epoch = ""
        var after: String?
        var next: String?
        var hasMore = false
        var withheld = 0
        var hash = ""
    }

    /// Reads the first line and the last, as offsets from the start of the data.
    private static func ends(of lines: Data) throws(FeedPageFault) -> Ends {
        let newline = UInt8(ascii: "\n")
        let start = lines.startIndex
        guard let firstEnd = lines.firstIndex(of: newline) else { throw .truncated(bytes: lines.count) }
        let lastEnd = lines.last == newline ? lines.endIndex - 1 : lines.endIndex
        guard let before = lines[..<lastEnd].lastIndex(of: newline) else { throw .truncated(bytes: lines.count) }
        var ends = Ends(first: 0..<firstEnd + 1 - start, last: before + 1 - start..<lastEnd - start)
        let fault: FeedPageFault? = lines.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            guard let head = JSONMembers(bytes, in: ends.first), let epoch = head.string("feed") else {
                return .notAFeed
            }
            guard let tail = JSONMembers(bytes, in: ends.last), let more = tail.flag("more"),
                let hash = tail.string("sha256")
            else { return .truncated(bytes: bytes.count) }
            ends.epoch = epoch
            ends.after = head.string("after")
            ends.next = tail.string("next")
            ends.hasMore = more
            ends.withheld = Int(tail.integer("withheld") ?? 0)
            ends.hash = hash
            return nil
        }
        if let fault { throw fault }
        return ends
    }

    private static func records(in range: Range<Int>, of lines: Data) throws(FeedPageFault) -> [FeedRecord] {
        var records: [FeedRecord] = []
        let fault: FeedPageFault? = lines.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            var start = range.lowerBound
            while start < range.upperBound {
                let line = records.count + 2
                let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
                guard let members = JSONMembers(bytes, in: start..<end), let record = FeedRecord(line: members) else {
                    return .notARecord(line: line)
                }
                if let before = records.last, before.sequence >= record.sequence { return .outOfOrder(line: line) }
                records.append(record)
                start = end + 1
            }
            return nil
        }
        if let fault { throw fault }
        return records
    }
}
