import Evidence

/// How many customers usually meet on one address range: few where a log keeps ranges of homes, many where it keeps those of
/// clouds and carriers.
struct RangeCompanies {
    /// The customers of the fullest range of each customer that shares one, in rising order.
    private let sizes: [Int]
    private let customers: Int

    /// Looks at all ranges. O(members).
    init(_ values: [SharedValue], customerOf: [Int], customers: Int) {
        var fullest: [Int: Int] = [:]
        for value in values where value.kind == .addressRange {
            for member in value.members {
                fullest[customerOf[member]] = max(fullest[customerOf[member]] ?? 0, value.owners)
            }
        }
        sizes = fullest.values.sorted()
        self.customers = customers
    }

    /// The share of all customers that are on a range with at least so many. O(log customers).
    func share(atLeast size: Int) -> Double {
        Double(sizes.count - sizes.firstPlace(notBelow: size)) / Double(max(1, customers))
    }
}
