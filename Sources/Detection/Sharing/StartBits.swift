/// The bins in which a busy account begins something as bits, a day after the other, so that what two have in common is counted
/// many bins at a time.
struct StartBits {
    /// The first day, since 1970.
    private let firstDay: Int
    private let binsOfDay: Int
    private let wordsOfDay: Int
    private var words: [UInt64]

    /// Takes bins in rising order; `nil` where they are so few that bits would need more room than their list.
    init?(_ bins: [Int32], ofDay binsOfDay: Int) {
        guard let first = bins.first, let last = bins.last, first >= 0 else { return nil }
        firstDay = Int(first) / binsOfDay
        self.binsOfDay = binsOfDay
        wordsOfDay = (binsOfDay + 63) / 64
        let count = (Int(last) / binsOfDay - firstDay + 1) * wordsOfDay
        guard count * MemoryLayout<UInt64>.stride <= bins.count * MemoryLayout<Int32>.stride else { return nil }
        words = Array(repeating: 0, count: count)
        for bin in bins {
            let (day, place) = Int(bin).quotientAndRemainder(dividingBy: binsOfDay)
            words[(day - firstDay) * wordsOfDay + place / 64] |= 1 << UInt64(place % 64)
        }
    }

    private var days: Range<Int> { firstDay..<(firstDay + words.count / wordsOfDay) }

    /// The bins and days that both have.
    func common(_ other: StartBits) -> (bins: Int, days: Int) {
        var (count, dayCount) = (0, 0)
        for day in days.clamped(to: other.days) {
            let (start, otherStart) = ((day - firstDay) * wordsOfDay, (day - other.firstDay) * wordsOfDay)
            let bins = (0..<wordsOfDay).reduce(0) {
                $0 + (words[start + $1] & other.words[otherStart + $1]).nonzeroBitCount
            }
            count += bins
            if bins > 0 { dayCount += 1 }
        }
        return (count, dayCount)
    }

    /// The bins and days that it has in common with a list in rising order.
    func common(_ bins: [Int32]) -> (bins: Int, days: Int) {
        var (count, dayCount) = (0, 0)
        var day = firstDay
        var isNewDay = true
        var start = day * binsOfDay
        for bin in bins where Int(bin) >= start {
            while Int(bin) >= start + binsOfDay {
                day += 1
                start += binsOfDay
                isNewDay = true
            }
            guard day < days.upperBound else { break }
            let place = Int(bin) - start
            guard words[(day - firstDay) * wordsOfDay + place / 64] & 1 << UInt64(place % 64) != 0 else { continue }
            count += 1
            if isNewDay { dayCount += 1 }
            isNewDay = false
        }
        return (count, dayCount)
    }
}
