/// Finds keys by their shape: a named prefix and a long tail, a long mixed run, or the block of a private key.
enum KeyShape {
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var found = blocks(in: text)
        let blocked = found
        var place = 0
        while let start = text[place...].firstIndex(where: isToken) {
            var end = start
            while end < text.count, isToken(text[end]) { end += 1 }
            place = end
            if blocked.contains(where: { $0.overlaps(start..<end) }) { continue }
            if isKey(text[start..<end]) { found.append(start..<end) }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte.isOne(of: "-_")
    }

    private static func isKey(_ run: ArraySlice<UInt8>) -> Bool {
        guard run.count >= 20 else { return false }
        let digits = run.count(where: \.isDigit)
        let uppers = run.count(where: \.isUpper)
        let lowers = run.count(where: \.isLower)
        guard digits >= 2 else { return false }
        if run.count >= 32, uppers >= 2, lowers >= 2 { return true }
        if uppers >= 4, lowers == 0, uppers + digits == run.count { return true }
        return hasPrefixAndTail(run)
    }

    /// `sk-live-4f…`: two to ten letters, a separator, and a last part of 16 or more letters and digits.
    private static func hasPrefixAndTail(_ run: ArraySlice<UInt8>) -> Bool {
        let parts = run.split(whereSeparator: { $0.isOne(of: "-_") })
        guard parts.count >= 2, let first = parts.first, let last = parts.last else { return false }
        return (2...10).contains(first.count) && first.allSatisfy(\.isLetter) && last.count >= 16
            && last.contains(where: \.isDigit) && last.contains(where: \.isLetter)
    }

    /// From `-----BEGIN … PRIVATE KEY-----` to the end of its last line, or of the text.
    private static func blocks(in text: [UInt8]) -> [Range<Int>] {
        let begin = Array("-----BEGIN ".utf8)
        let kind = Array("PRIVATE KEY".utf8)
        let end = Array("-----END ".utf8)
        var found: [Range<Int>] = []
        var place = 0
        while let start = text[place...].firstRange(of: begin)?.lowerBound {
            let title = text[start...].prefix(80)
            place = start + begin.count
            guard title.firstRange(of: kind) != nil else { continue }
            let last = text[place...].firstRange(of: end)?.upperBound ?? text.count
            let lineEnd = text[last...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            var stop = lineEnd
            while stop > start, text[stop - 1] >= 0x80 { stop -= 1 }
            found.append(start..<stop)
            place = stop
        }
        return found
    }
}
