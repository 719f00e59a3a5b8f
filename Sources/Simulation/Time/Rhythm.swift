import Evidence

/// When an account is at work: conversations begin at times drawn from here.
struct Rhythm: Sendable {
    /// From when until when, in milliseconds since 1970.
    var window: Range<Int64>
    /// The shape within.
    var shape: Shape
    /// The hours that the account's clock is ahead of UTC.
    var zone: Int
    /// How often a conversation begins seconds after the one before, as programs ask several things at once.
    var clumps = 0.0

    /// A shape of activity.
    enum Shape: Sendable {
        /// A person's or office's day: its busiest hour, how narrow, and how busy weekends are.
        case day(peak: Double, width: Double, weekend: Double)
        /// A program's, all hours, with a slight tide and with gaps.
        case allHours(tide: Double)
        /// A job at an hour of some nights, whose requests follow each other: start minute, jitter and length in minutes.
        case nightly(minute: Double, jitter: Double, length: Double)
        /// Waves that several accounts ride: their starts, their length in minutes, and the share of requests in waves.
        case waves(starts: [Int64], length: Double, share: Double)
    }

    /// A time at which a conversation begins.
    func draw(_ random: inout SeededRandom) -> Instant {
        switch shape {
        case .day(let peak, let width, let weekend):
            return accepted(&random) { time in
                let hour = local(time)
                let distance = abs((hour - peak + 36).truncatingRemainder(dividingBy: 24) - 12)
                let level = 0.02 + max(0, 1 - (distance / width) * (distance / width))
                let day = Instant(milliseconds: time + Int64(zone) * Instant.hour).dayOfWeek
                return day >= 5 ? level * weekend : level
            }
        case .allHours(let tide):
            return accepted(&random) { time in
                1 - tide * abs((local(time) + 20).truncatingRemainder(dividingBy: 24) - 12) / 12
            }
        case .nightly(let minute, let jitter, let length):
            return nightly(minute, jitter, length, &random)
        case .waves(let starts, let length, let share):
            let within = starts.filter { window.contains($0) }
            guard random.chance(share), !within.isEmpty else { return accepted(&random) { _ in 1 } }
            let start = random.pick(within)
            return clamped(start + Int64(random.exponential(mean: length * 60_000)))
        }
    }

    private func local(_ time: Int64) -> Double {
        let shifted = Instant(milliseconds: time + Int64(zone) * Instant.hour)
        return Double(shifted.milliseconds - Int64(shifted.day) * Instant.day) / Double(Instant.hour)
    }

    private func clamped(_ time: Int64) -> Instant {
        Instant(milliseconds: min(max(time, window.lowerBound), window.upperBound - 1))
    }

    private func accepted(_ random: inout SeededRandom, level: (Int64) -> Double) -> Instant {
        let length = Double(window.upperBound - window.lowerBound)
        for _ in 0..<64 {
            let time = window.lowerBound + Int64(random.unit() * length)
            if random.unit() < level(time) { return clamped(time) }
        }
        return clamped(window.lowerBound + Int64(random.unit() * length))
    }

    private func nightly(_ minute: Double, _ jitter: Double, _ length: Double, _ random: inout SeededRandom) -> Instant
    {
        let days = max(1, Int((window.upperBound - window.lowerBound) / Instant.day))
        let day = Instant(milliseconds: window.lowerBound).day + random.below(days)
        // The same night starts at the same minute for the whole job: the jitter belongs to the night.
        var night = SeededRandom(seed: UInt64(bitPattern: Int64(minute * 1_000)), day)
        let start = Double(day) * 1_440 + minute - Double(zone) * 60 + night.exponential(mean: jitter)
        return clamped(Int64((start + random.exponential(mean: length)) * 60_000))
    }
}
