import Foundation

/// A generator of chance that always gives the same numbers for the same seed, on every machine: xoshiro256**, seeded by SplitMix64.
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", 2021. Not for secrets.
struct SeededRandom: Sendable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// Starts a stream from a seed.
    init(seed: UInt64) {
        var state = seed
        a = SeededRandom.step(&state)
        b = SeededRandom.step(&state)
        c = SeededRandom.step(&state)
        d = SeededRandom.step(&state)
    }

    /// Starts a stream of its own for a numbered thing, independent of how many numbers any other stream gave.
    init(seed: UInt64, _ path: Int...) {
        var state = seed
        for number in path {
            state = SeededRandom.step(&state) ^ UInt64(bitPattern: Int64(number)) &* 0xd6e8_feb8_6659_fd93
        }
        self.init(seed: SeededRandom.step(&state))
    }

    private static func step(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        let result = SeededRandom.rotate(b &* 5, 7) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = SeededRandom.rotate(d, 45)
        return result
    }

    private static func rotate(_ value: UInt64, _ places: UInt64) -> UInt64 {
        (value << places) | (value >> (64 - places))
    }
}

extension SeededRandom {
    /// A number from 0 up to but not including 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in a range.
    mutating func number(_ range: Range<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// A whole number below a bound of at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }

    /// A whole number in a closed range.
    mutating func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True with a probability.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of some values, of which there is at least one.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// The place of one of some weights.
    mutating func place(weights: [Double]) -> Int {
        var rest = unit() * weights.reduce(0, +)
        for (place, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return place }
        }
        return max(0, weights.count - 1)
    }

    /// A place below a bound, the first ones likelier by Zipf's law.
    mutating func zipf(below bound: Int, exponent: Double = 1) -> Int {
        // By inversion of the continuous law, which is close enough and needs no table.
        let n = Double(max(1, bound))
        let u = unit()
        let x = exponent == 1 ? pow(n + 1, u) : pow((pow(n + 1, 1 - exponent) - 1) * u + 1, 1 / (1 - exponent))
        return min(max(1, bound) - 1, max(0, Int(x) - 1))
    }

    /// A standard normal number.
    mutating func normal() -> Double {
        (-2 * log(1 - unit())).squareRoot() * cos(2 * Double.pi * unit())
    }

    /// A log-normal number with a median and a spread of its logarithm.
    mutating func logNormal(median: Double, spread: Double) -> Double { median * exp(spread * normal()) }

    /// An exponential number with a mean.
    mutating func exponential(mean: Double) -> Double { -mean * log(1 - unit()) }

    /// Some values in another order.
    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        for place in values.indices.dropFirst().reversed() { values.swapAt(place, below(place + 1)) }
        return values
    }

    /// Lowercase hexadecimal digits.
    mutating func hex(_ digits: Int) -> String {
        let alphabet = Array("0123456789abcdef")
        return String((0..<digits).map { _ in alphabet[below(16)] })
    }
}
