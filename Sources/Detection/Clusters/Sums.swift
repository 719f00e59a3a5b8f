/// Sums by place, of which few are not empty at a time.
struct Sums {
    /// The sum at each place, 0 where nothing was added.
    var values: [Double]
    /// The places to which anything was added, in the order in which it was.
    private(set) var places: [Int] = []
    private var isListed: [Bool]

    init(count: Int) {
        values = Array(repeating: 0, count: count)
        isListed = Array(repeating: false, count: count)
    }

    mutating func add(_ term: Double, to place: Int) {
        if !isListed[place] {
            isListed[place] = true
            places.append(place)
        }
        values[place] += term
    }

    /// Adds counts times a factor, each to its place, where that place is open.
    @inline(__always)
    mutating func add(
        _ counts: [(community: Int, count: Double)], times factor: Double, where isOpen: (Int) -> Bool
    ) {
        counts.withUnsafeBufferPointer { counts in
            values.withUnsafeMutableBufferPointer { values in
                isListed.withUnsafeMutableBufferPointer { isListed in
                    for (place, count) in counts where isOpen(place) {
                        if !isListed[place] {
                            isListed[place] = true
                            places.append(place)
                        }
                        values[place] += factor * count
                    }
                }
            }
        }
    }

    /// Calls with each sum, which may be changed, in the order of their places.
    @inline(__always)
    mutating func change(_ body: (Int, inout Double) -> Void) {
        values.withUnsafeMutableBufferPointer { values in
            for place in places { body(place, &values[place]) }
        }
    }

    /// Empties all. O(places).
    mutating func clear() {
        for place in places {
            values[place] = 0
            isListed[place] = false
        }
        places.removeAll(keepingCapacity: true)
    }

    /// The sums by rising place; all are empty after it.
    mutating func taken() -> [(place: Int, sum: Double)] {
        let taken = places.sorted().map { (place: $0, sum: values[$0]) }
        clear()
        return taken
    }
}
