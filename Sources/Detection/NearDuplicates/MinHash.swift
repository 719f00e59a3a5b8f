/// Signatures whose agreement estimates the Jaccard similarity of two texts' five-word shingles (Broder 1997), by one hash
/// of each shingle spread over the places of the signature and filled up from the right (Shrivastava, Li 2014).
enum MinHash {
    /// The places of a signature.
    static let places = 128
    /// The bands, and the places of each, by which likely pairs are found: `1 - (1 - s^6)^21` of those of similarity `s`, which is
    /// 0.998 at 0.8 and a quarter at 0.5.
    static let bands = 21, rows = 6

    /// The distinct five-word shingles of a text, in rising order.
    static func shingles(_ words: [UInt64]) -> [UInt64] {
        guard words.count >= Shingles.width else { return [] }
        var shingles: [UInt64] = []
        for place in 0...(words.count - Shingles.width) {
            var hash = StableHash.seed
            for offset in 0..<Shingles.width { hash = StableHash.combine(hash, words[place + offset]) }
            shingles.append(hash)
        }
        shingles.sort()
        var distinct: [UInt64] = []
        for shingle in shingles where shingle != distinct.last { distinct.append(shingle) }
        return distinct
    }

    /// The signature of a set of shingles, which must not be empty.
    static func signature(_ shingles: [UInt64]) -> [UInt64] {
        var least = [UInt64](repeating: .max, count: places)
        for shingle in shingles {
            let hash = StableHash.mix(shingle)
            let place = Int(hash & UInt64(places - 1))
            least[place] = min(least[place], hash >> 7)
        }
        var filled = least
        for place in 0..<places where least[place] == .max {
            var step = 1
            while least[(place + step) % places] == .max && step < places { step += 1 }
            filled[place] = StableHash.combine(least[(place + step) % places], UInt64(step))
        }
        return filled
    }

    /// One key a band; two texts that agree on any are a likely pair.
    static func bandKeys(_ signature: [UInt64]) -> [UInt64] {
        (0..<bands).map { band in
            var key = UInt64(band)
            for row in 0..<rows { key = StableHash.combine(key, signature[band * rows + row]) }
            return key
        }
    }

    /// Whether the Jaccard similarity of two sets in rising order is at least so much, found out without a look at the rest of
    /// them once it cannot be.
    static func areSimilar(_ one: [UInt64], _ other: [UInt64], atLeast least: Double) -> Bool {
        let both = one.count + other.count
        guard both > 0 else { return least <= 0 }
        func suffice(_ common: Int) -> Bool { Double(common) / Double(both - common) >= least }
        // The fewest in common that are enough.
        var fewest = Int((least * Double(both) / (1 + least)).rounded(.down))
        while fewest > 0, suffice(fewest - 1) { fewest -= 1 }
        while fewest <= min(one.count, other.count), !suffice(fewest) { fewest += 1 }
        var (left, right, common) = (0, 0, 0)
        while left < one.count, right < other.count {
            guard common + min(one.count - left, other.count - right) >= fewest else { return false }
            let (mine, yours) = (one[left], other[right])
            common += mine == yours ? 1 : 0
            left += mine <= yours ? 1 : 0
            right += yours <= mine ? 1 : 0
        }
        return common >= fewest
    }

    /// The Jaccard similarity of two sets in rising order.
    static func similarity(_ one: [UInt64], _ other: [UInt64]) -> Double {
        var left = 0
        var right = 0
        var common = 0
        while left < one.count && right < other.count {
            if one[left] == other[right] { common += 1 }
            let goLeft = one[left] <= other[right]
            let goRight = other[right] <= one[left]
            if goLeft { left += 1 }
            if goRight { right += 1 }
        }
        let union = one.count + other.count - common
        return union == 0 ? 0 : Double(common) / Double(union)
    }
}
