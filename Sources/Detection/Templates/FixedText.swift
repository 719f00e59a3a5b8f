import Evidence
import HostileText

/// Which bytes of a text are a template's fixed text.
struct FixedText {
    /// The ranges of bytes that are fixed, in order.
    let ranges: [Range<Int>]

    /// Finds the words that the template's shingles cover. O(bytes).
    init(_ text: UntrustedText, covers: [Int32], template: Int32) {
        self.init(Words(text), covers: covers, template: template)
    }

    /// The same for a text whose words were found.
    init(_ words: Words, covers: [Int32], template: Int32) {
        var fixed = Array(repeating: false, count: words.hashes.count)
        for (place, cover) in covers.enumerated() where cover == template {
            for word in place..<min(place + Shingles.width, fixed.count) { fixed[word] = true }
        }
        var ranges: [Range<Int>] = []
        for word in fixed.indices where fixed[word] {
            let range = Int(words.starts[word])..<Int(words.ends[word])
            if word > 0, fixed[word - 1], let last = ranges.last {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        self.ranges = ranges
    }

    /// The text cut at the ends of the ranges; white space and marks at a cut go with the slot.
    func parts(of text: UntrustedText) -> [(isFixed: Bool, text: String)] {
        let bytes = Array(text.verbatim.utf8)
        var parts: [(isFixed: Bool, text: String)] = []
        var place = 0
        for range in ranges {
            if range.lowerBound > place {
                parts.append((false, String(decoding: bytes[place..<range.lowerBound], as: UTF8.self)))
            }
            parts.append((true, String(decoding: bytes[range], as: UTF8.self)))
            place = range.upperBound
        }
        if place < bytes.count { parts.append((false, String(decoding: bytes[place...], as: UTF8.self))) }
        return parts
    }

    /// The ranges between the fixed ones.
    func slots(byteCount: Int) -> [Range<Int>] {
        var slots: [Range<Int>] = []
        var place = 0
        for range in ranges {
            if range.lowerBound > place + 1 { slots.append(place..<range.lowerBound) }
            place = range.upperBound
        }
        if byteCount > place + 1 { slots.append(place..<byteCount) }
        return slots
    }
}
