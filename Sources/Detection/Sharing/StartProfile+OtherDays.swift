extension StartProfile {
    /// The common bins of two accounts that numbers in each block explain, each spread evenly over it.
    func expectedEvenly(_ other: StartProfile) -> Double {
        var coincidences = 0
        perBlock.withUnsafeBufferPointer { own in
            other.perBlock.withUnsafeBufferPointer { others in
                var (left, right) = (0, 0)
                while left < own.count, right < others.count {
                    let (one, two) = (own[left], others[right])
                    // Without a branch, since nobody can tell which way it would go.
                    coincidences += one.block == two.block ? Int(one.count) * Int(two.count) : 0
                    left += one.block <= two.block ? 1 : 0
                    right += two.block <= one.block ? 1 : 0
                }
            }
        }
        return Double(coincidences) / Double(scale.block)
    }

    /// The common bins that habits explain, when each block is explained by what the two do in all other blocks: in a log of two
    /// days, what both do on one day is no habit of theirs. For scales whose habits repeat with each block.
    ///
    /// With `n` bins of a phase in all, `x` of them (0 or 1) in a block, and `e` beforehand, the dot product over phases of
    /// `n − x + e` of both is that of `n + e`, less `n + e` of each at the other's bins, and the common bins.
    func expectedByOtherDays(_ other: StartProfile) -> Double {
        let (weight, otherWeight) = (self.weight, other.weight)
        let whole = zip(phases, other.phases).reduce(0) { $0 + $1.0 * $1.1 } * weight * otherWeight
        var expected = 0.0
        eachCommonBlock(other) { own, others in
            var dot = whole
            var place = others.lowerBound
            for bin in bins[own] {
                dot -= other.phases[phase(bin)] * otherWeight
                while place < others.upperBound, other.bins[place] < bin { place += 1 }
                if place < others.upperBound, other.bins[place] == bin { dot += 1 }
            }
            for bin in other.bins[others] { dot -= phases[phase(bin)] * weight }
            let alignment = dot / ((weight - Double(own.count)) * (otherWeight - Double(others.count)))
            expected += Double(own.count) * Double(others.count) * alignment
        }
        return expected
    }

    private func phase(_ bin: Int32) -> Int { Int(bin % Int32(scale.habit)) }

    /// Calls with the places of both accounts' bins of each block in which both have some.
    private func eachCommonBlock(_ other: StartProfile, _ body: (Range<Int>, Range<Int>) -> Void) {
        var (left, right) = (0, 0)
        var (start, otherStart) = (0, 0)
        while left < perBlock.count, right < other.perBlock.count {
            let (one, two) = (perBlock[left], other.perBlock[right])
            if one.block == two.block {
                body(start..<(start + Int(one.count)), otherStart..<(otherStart + Int(two.count)))
            }
            if one.block <= two.block {
                left += 1
                start += Int(one.count)
            }
            if two.block <= one.block {
                right += 1
                otherStart += Int(two.count)
            }
        }
    }
}
