import Evidence

/// What exchanges have alike, by how it is packed, so that each is read from its bytes once, however many blocks have it.
///
/// A text stands as a hash of 64 bits under a number of this process, as fingerprints do. Not for use by two threads at once.
struct KnownCircumstances {
    /// The number under which texts are hashed.
    let seed = UInt64.random(in: .min ... .max)
    /// The most that is known; then it begins anew, so that it never grows with what comes.
    private let limit: Int

    /// The numbers of the row that is being read.
    private var key: [UInt64] = []
    private var hash: UInt64 = 0
    /// The numbers of all that is known, one after the other.
    private var keys: [UInt64] = []
    private var known: [(numbers: Range<Int>, hash: UInt64, circumstances: Shared<Exchange.Circumstances>)] = []
    /// What is known, by hash: a place in `known`, or −1.
    private var slots: [Int32] = []

    /// Knows nothing yet.
    ///
    /// - Parameter limit: the most that it keeps.
    init(limit: Int) {
        self.limit = limit
        forget()
    }

    private mutating func forget() {
        keys = []
        known = []
        slots = Array(repeating: -1, count: 256)
    }

    /// Begins a row.
    mutating func begin(_ number: UInt64) {
        key.removeAll(keepingCapacity: true)
        hash = 0
        add(number)
    }

    /// Takes in the next number of the row.
    mutating func add(_ number: UInt64) {
        key.append(number)
        hash = (hash ^ number) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
    }

    /// The circumstances of an earlier row with the same numbers.
    var found: Shared<Exchange.Circumstances>? {
        let slot = slots[slot(of: hash) { known[$0].hash == hash && keys[known[$0].numbers].elementsEqual(key) }]
        return slot < 0 ? nil : known[Int(slot)].circumstances
    }

    /// Knows the row's circumstances from now on.
    mutating func keep(_ circumstances: Shared<Exchange.Circumstances>) {
        if known.count >= limit { forget() }
        let start = keys.count
        keys += key
        known.append((start..<keys.count, hash, circumstances))
        if known.count * 2 > slots.count {
            slots = Array(repeating: -1, count: slots.count * 4)
            for (place, one) in known.dropLast().enumerated() {
                slots[slot(of: one.hash) { _ in false }] = Int32(truncatingIfNeeded: place)
            }
        }
        slots[slot(of: hash) { _ in false }] = Int32(truncatingIfNeeded: known.count - 1)
    }

    /// The first slot from a hash on that is free, or holds what is looked for.
    private func slot(of hash: UInt64, _ isIt: (Int) -> Bool) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot] >= 0, !isIt(Int(slots[slot])) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
