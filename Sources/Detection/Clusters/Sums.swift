/// Sums by place, of which few are not empty at a time.
struct Sums {
    /// The sum at each place, 0 where nothing was added.
    var values: [Double]
    /// The places to which anything was added, in the order in which it was: the first of these, then what may stand there.
    private var places: [Int]
    private var filled = 0
    /// 1 for a place to which nothing was added, 0 for any other: a number, so that what is random needs no branch.
    private var isFree: [UInt8]

    init(count: Int) {
        values = Array(repeating: 0, count: count)
        places = Array(repeating: 0, count: count + 1)
        isFree = Array(repeating: 1, count: count)
    }

    mutating func add(_ term: Double, to place: Int) {
        places[filled] = place
        filled += Int(isFree[place])
        isFree[place] = 0
        values[place] += term
    }

    /// Adds counts times a factor, each to its place, where that place is open.
    @inline(__always)
    mutating func add(
        _ counts: [(community: Int, count: Double)], times factor: Double, where isOpen: (Int) -> Bool
    ) {
        var filled = filled
        counts.withUnsafeBufferPointer { counts in
            values.withUnsafeMutableBufferPointer { values in
                isFree.withUnsafeMutableBufferPointer { isFree in
                    places.withUnsafeMutableBufferPointer { places in
                        for (place, count) in counts where isOpen(place) {
                            places[filled] = place
                            filled &+= Int(isFree[place])
                            isFree[place] = 0
                            values[place] += factor * count
                        }
                    }
                }
            }
        }
        self.filled = filled
    }

    /// Calls with each sum, which may be changed, in the order of their places.
    @inline(__always)
    mutating func change(_ body: (Int, inout Double) -> Void) {
        values.withUnsafeMutableBufferPointer { values in
            for place in places[..<filled] { body(place, &values[place]) }
        }
    }

    /// Empties all. O(places).
    mutating func clear() {
        for place in places[..<filled] {
            values[place] = 0
            isFree[place] = 1
        }
        filled = 0
    }

    /// The sums by rising place; all are empty after it.
    mutating func taken() -> [(place: Int, sum: Double)] {
        let taken = places[..<filled].sorted().map { (place: $0, sum: values[$0]) }
        clear()
        return taken
    }
}
