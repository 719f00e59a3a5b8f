/// Finds telephone numbers: `+` and 8 to 15 digits in groups, or three groups of 3, 3 and 4 digits.
enum PhoneShape {
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < text.count {
            if let end = international(in: text, at: place) ?? grouped(in: text, at: place) {
                found.append(place..<end)
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    private static func international(in text: [UInt8], at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "+"), isFree(before: start, in: text) else { return nil }
        var digits = 0
        var place = start + 1
        var end = place
        while place < text.count {
            if text[place].isDigit {
                digits += 1
                end = place + 1
            } else if !text[place].isOne(of: " .()-") || place + 1 - end > 2 {
                break
            }
            place += 1
        }
        guard (8...15).contains(digits), text[start + 1].isDigit || text[start + 1] == UInt8(ascii: "(") else {
            return nil
        }
        return end
    }

    private static func grouped(in text: [UInt8], at start: Int) -> Int? {
        let opens = text[start] == UInt8(ascii: "(")
        guard opens || text[start].isDigit, isFree(before: start, in: text) else { return nil }
        var place = opens ? start + 1 : start
        for (index, length) in [3, 3, 4].enumerated() {
            guard place + length <= text.count, text[place..<place + length].allSatisfy(\.isDigit) else { return nil }
            place += length
            guard index < 2 else { break }
            if index == 0, opens {
                guard place < text.count, text[place] == UInt8(ascii: ")") else { return nil }
                place += 1
                if place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
            } else {
                guard place < text.count, text[place].isOne(of: "-. ") else { return nil }
                place += 1
            }
        }
        let isFollowed = place < text.count && (text[place].isAlphanumeric || text[place].isOne(of: "-_"))
        return isFollowed ? nil : place
    }

    private static func isFree(before start: Int, in text: [UInt8]) -> Bool {
        start == 0 || !(text[start - 1].isAlphanumeric || text[start - 1].isOne(of: "-_.+"))
    }
}
