/// Finds e-mail addresses: a local part, `@`, and a domain of two labels or more that ends in letters.
enum EmailShape {
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while let at = text[place...].firstIndex(of: UInt8(ascii: "@")) {
            place = at + 1
            var start = at
            while start > (found.last?.upperBound ?? 0), isLocal(text[start - 1]) { start -= 1 }
            guard start < at, let end = domainEnd(in: text, from: at + 1) else { continue }
            found.append(start..<end)
            place = end
        }
        return found
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte.isOne(of: "._%+-!#$&'*/=?^{|}~")
    }

    private static func domainEnd(in text: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < text.count, text[end].isAlphanumeric || text[end].isOne(of: ".-") { end += 1 }
        while end > start, !text[end - 1].isAlphanumeric { end -= 1 }
        let labels = text[start..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last, last.count >= 2,
            last.first?.isLetter == true
        else { return nil }
        return end
    }
}
