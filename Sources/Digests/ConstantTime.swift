/// Comparison whose time says nothing of where two secrets differ.
public enum ConstantTime {
    /// Whether two byte strings are equal, in time that depends on the first one's length only.
    ///
    /// Strings of different lengths are unequal; the length itself is no secret.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var difference: UInt8 = left.count == right.count ? 0 : 1
        for place in left.indices {
            difference |= left[place] ^ (place < right.count ? right[place] : 0)
        }
        return difference == 0
    }
}
