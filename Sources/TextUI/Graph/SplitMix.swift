/// SplitMix64 (Steele, Lea and Flood 2014): a small generator that gives the same numbers everywhere.
struct SplitMix {
    var state: UInt64

    mutating func unit() -> Float {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Float(mixed >> 40) / Float(1 << 24)
    }

    /// A number from -1 to 1.
    mutating func signed() -> Float { unit() * 2 - 1 }
}
