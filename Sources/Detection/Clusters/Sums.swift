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
