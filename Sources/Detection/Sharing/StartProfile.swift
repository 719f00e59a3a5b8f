import Evidence

/// The bins of time in which an account begins something, at one scale.
struct StartProfile {
    /// A division of time.
    struct Scale {
        /// The length of a bin, in milliseconds.
        var bin: Int64
        /// The bins of a block, inside which two accounts may coincide by chance.
        var block: Int64
        /// The bins after which habits repeat, which divides a block.
        var habit: Int64
    }

    /// Minutes, by chance anywhere in an hour.
    static let minutes = Scale(bin: Instant.minute, block: 60, habit: 60)
    /// Tens of minutes, by chance anywhere in a day.
    static let tens = Scale(bin: 10 * Instant.minute, block: 144, habit: 144)
    /// Half hours, by chance anywhere in a day.
    static let halves = Scale(bin: 30 * Instant.minute, block: 48, habit: 48)
    /// Hours, by chance on any day of a week.
    static let hours = Scale(bin: 60 * Instant.minute, block: 168, habit: 24)

    /// What every bin of a block is taken to have seen beforehand.
    static let evenness = 0.2

    /// The bins since 1970, in rising order, each once.
    private(set) var bins: [Int32] = []
    /// The same as bits, if there are many.
    private var bits: StartBits?
    let scale: Scale
    /// The share of the bins in each phase of the habit.
    private(set) var phases: [Double]
    /// The bins of each block in which there are any, in rising order.
    private(set) var perBlock: [(block: Int32, count: Int32)] = []

    /// Reads when an account starts the exchanges at these places: the first exchange of each conversation where the log carries conversations, else each
    /// exchange that comes at least a minute after the one before.
    init(_ places: some Sequence<Int>, _ intake: Intake, _ sessions: Sessions, scale: Scale) {
        self.scale = scale
        var seen: Set<Int32> = []
        var last: Int64?
        for place in places {
            let at = intake.exchanges.times[place].milliseconds
            let session = sessions.session(at: place)
            defer { last = at }
            if session.isInferred {
                if let last, at - last < Instant.minute { continue }
            } else if session.turns > 1, !seen.insert(session.first).inserted {
                continue
            }
            let bin = Int32(truncatingIfNeeded: at / scale.bin)
            if bins.last != bin { bins.append(bin) }
        }
        phases = Array(repeating: Self.evenness, count: Int(scale.habit))
        for bin in bins {
            phases[Int(bin % Int32(scale.habit))] += 1
            let block = bin / Int32(scale.block)
            if perBlock.last?.block == block {
                perBlock[perBlock.count - 1].count += 1
            } else {
                perBlock.append((block, 1))
            }
        }
        phases = phases.map { $0 / weight }
        bits = StartBits(bins, ofDay: Int(Instant.day / scale.bin))
    }

    /// All bins, with what was seen beforehand.
    var weight: Double { Double(bins.count) + Self.evenness * Double(scale.habit) }

    /// The bins and days that two accounts have in common.
    func common(_ other: StartProfile) -> (bins: Int, days: Int) {
        if let bits { return other.bits.map { bits.common($0) } ?? bits.common(other.bins) }
        if let bits = other.bits { return bits.common(bins) }
        var count = 0
        var days = 0
        var lastDay: Int32?
        let binsOfDay = Int32(Instant.day / scale.bin)
        bins.withUnsafeBufferPointer { own in
            other.bins.withUnsafeBufferPointer { others in
                var left = 0
                var right = 0
                while left < own.count && right < others.count {
                    let one = own[left]
                    let two = others[right]
                    if one == two {
                        count += 1
                        let day = one / binsOfDay
                        if day != lastDay { days += 1 }
                        lastDay = day
                    }
                    // Without a branch, since nobody can tell which way it would go.
                    left += one <= two ? 1 : 0
                    right += two <= one ? 1 : 0
                }
            }
        }
        return (count, days)
    }

    /// The common bins expected by chance, if each account keeps its numbers in each block and its habits within blocks.
    func expected(_ other: StartProfile) -> Double {
        var coincidences = 0.0
        var left = 0
        var right = 0
        while left < perBlock.count && right < other.perBlock.count {
            let one = perBlock[left]
            let two = other.perBlock[right]
            if one.block == two.block { coincidences += Double(one.count) * Double(two.count) }
            if one.block <= two.block { left += 1 }
            if two.block <= one.block { right += 1 }
        }
        let alignment =
            zip(phases, other.phases).reduce(0) { $0 + $1.0 * $1.1 } * Double(scale.habit) / Double(scale.block)
        return max(coincidences * alignment, 1e-3)
    }
}
