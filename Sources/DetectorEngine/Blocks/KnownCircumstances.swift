import Evidence

/// What exchanges have alike, by how it is packed, so that each is read from its bytes once, however many blocks have it.
///
/// What is packed stands as a hash of 64 bits under a number of this process, as fingerprints do. Not for use by two threads at once.
struct KnownCircumstances {
    /// The number under which everything is hashed.
    let seed = UInt64.random(in: .min ... .max)
    /// The most that is known; then it begins anew, so that it never grows with what comes.
    private let limit: Int

    /// A hash of the row that is being read.
    private var hash: UInt64 = 0
    /// What is known, each from the slot on that its hash says. At least half of the slots are free.
    private var slots: [(hash: UInt64, circumstances: Shared<Exchange.Circumstances>?)] = []
    private var count = 0

    /// Knows nothing yet.
    ///
    /// - Parameter limit: the most that it keeps.
    init(limit: Int) {
        self.limit = limit
        forget()
    }

    private mutating func forget() {
        slots = Array(repeating: (0, nil), count: 256)
        count = 0
    }

    /// Begins a row.
    mutating func begin(_ number: UInt64) {
        hash = seed
        add(number)
    }

    /// Takes in the next number of the row.
    mutating func add(_ number: UInt64) {
        hash = KeyedBytes.mixed(hash ^ number, seed)
    }

    /// The circumstances of an earlier row with the same numbers.
    var found: Shared<Exchange.Circumstances>? { slots[slot(of: hash)].circumstances }

    /// Knows the row's circumstances from now on.
    mutating func keep(_ circumstances: Shared<Exchange.Circumstances>) {
        if count >= limit { forget() }
        if (count + 1) * 2 > slots.count {
            let known = slots
            slots = Array(repeating: (0, nil), count: slots.count * 4)
            for one in known where one.circumstances != nil { slots[slot(of: one.hash)] = one }
        }
        slots[slot(of: hash)] = (hash, circumstances)
        count += 1
    }

    /// The first slot from a hash on that is free, or has that hash.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot].circumstances != nil, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
