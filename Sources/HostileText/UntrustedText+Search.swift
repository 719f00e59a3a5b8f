extension UntrustedText {
    /// Where a word occurs, whether or not characters without width were put between its letters to hide it.
    ///
    /// ASCII letters match in either case. Characters that are invisible, combining marks and variation selectors are
    /// passed over in the text; the ranges cover them, so that they are highlighted with the word.
    /// - Parameters:
    ///   - word: what to look for; nothing is found for an empty one.
    ///   - limit: how many ranges at most.
    /// - Returns: ranges of UTF-8 offsets, in order, that do not overlap.
    /// - Complexity: O(n) for words that do not begin again within themselves; at most O(n · m).
    public func ranges(of word: UntrustedText, limit: Int = 1_000) -> [Range<Int>] {
        let wanted = Self.folded(word).map(\.scalar)
        guard let first = wanted.first else { return [] }
        let letters = Self.folded(self)
        var found: [Range<Int>] = []
        var place = 0
        while place + wanted.count <= letters.count, found.count < limit {
            let end = place + wanted.count
            if letters[place].scalar == first, (place..<end).allSatisfy({ letters[$0].scalar == wanted[$0 - place] }) {
                let last = letters[end - 1]
                found.append(letters[place].offset..<last.offset + UTF8.width(last.source))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// Whether a word occurs, hidden characters passed over.
    public func contains(_ word: UntrustedText) -> Bool { !ranges(of: word, limit: 1).isEmpty }

    private static func folded(_ text: UntrustedText) -> [(scalar: UInt32, source: Unicode.Scalar, offset: Int)] {
        var letters: [(scalar: UInt32, source: Unicode.Scalar, offset: Int)] = []
        letters.reserveCapacity(text.byteCount)
        var offset = 0
        for scalar in text.verbatim.unicodeScalars {
            let here = offset
            offset += UTF8.width(scalar)
            if !scalar.isASCII {
                switch ScalarClass(scalar) {
                case .hidden, .tag, .variation, .combining: continue
                default: break
                }
            }
            let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
            letters.append((isUpper ? scalar.value + 0x20 : scalar.value, scalar, here))
        }
        return letters
    }
}
