import Evidence

/// The first place of each id among exchanges in canonical order, for an input in which ids may repeat.
struct FirstPlaces {
    /// For each of the input's exchanges, the place that the first of its id has once the others are left out; −1 if it does
    /// not count.
    private(set) var places: [Int32]
    /// For each place of the order, whether it is the first of its id.
    private var isFirst: [Bool]

    /// Looks through an order of exchanges. O(n), without a copy of the ids.
    init(_ order: [Int32], of input: DetectionInput) {
        places = Array(repeating: -1, count: input.exchanges.count)
        isFirst = Array(repeating: false, count: order.count)
        // A place, or −1; an id's is looked for from its hash on.
        var slots = [Int32](repeating: -1, count: 1 << (Int.bitWidth - (order.count * 2).leadingZeroBitCount))
        var distinct: Int32 = 0
        for (place, index) in order.enumerated() {
            let id = input.exchanges[Int(index)].id
            var slot = id.hashValue & (slots.count - 1)
            while slots[slot] >= 0, input.exchanges[Int(slots[slot])].id != id { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot] < 0 {
                slots[slot] = index
                isFirst[place] = true
                places[Int(index)] = distinct
                distinct += 1
            } else {
                places[Int(index)] = places[Int(slots[slot])]
            }
        }
    }

    /// The order without what came before, and each account's share of it.
    func distinct(_ order: [Int32], _ ranges: [Range<Int>]) -> (order: [Int32], ranges: [Range<Int>]) {
        var kept: [Int32] = []
        kept.reserveCapacity(order.count)
        let left = ranges.map { range in
            let start = kept.count
            for place in range where isFirst[place] { kept.append(order[place]) }
            return start..<kept.count
        }
        return (kept, left)
    }
}
