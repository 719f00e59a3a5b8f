extension UntrustedText {
    /// A hash that is the same in every run: FNV-1a over the bytes. For fair picks, not against forgery.
    public var stableHash: UInt64 {
        verbatim.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
