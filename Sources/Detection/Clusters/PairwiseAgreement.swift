/// Who of a group says the same as whom, while some of it are left out.
struct PairwiseAgreement {
    /// The places of those who are left, in rising order.
    private(set) var left: [Int]
    /// Whether two places are of different customers and say the same; row by row.
    private let agrees: [[Bool]]
    private let customers: [Int]
    /// For each place, how many of other customers are left, and how many of them say the same.
    private var others: [(all: Int, alike: Int)]

    /// Compares all pairs. O(members² · values of each).
    init(_ members: [Int], _ ties: Ties) {
        let customers = members.map { ties.shared.customerOf[$0] }
        let agrees = Parallel.map(members.count) { one in
            members.indices.map { other in
                customers[one] != customers[other] && ties.content.areTied(members[one], members[other], ties.shared)
            }
        }
        left = Array(members.indices)
        others = members.indices.map { one in
            (customers.count { $0 != customers[one] }, agrees[one].count { $0 })
        }
        self.customers = customers
        self.agrees = agrees
    }

    /// How many are left.
    var count: Int { left.count }

    /// The place that says the same as the smallest share of the others, and that share; the first of equals. O(members).
    var least: (place: Int, share: Double)? {
        left.map { ($0, Double(others[$0].alike) / Double(max(1, others[$0].all))) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// Leaves a place out. O(members).
    mutating func leaveOut(_ place: Int) {
        left.removeAll { $0 == place }
        for one in left where customers[one] != customers[place] {
            others[one].all -= 1
            if agrees[one][place] { others[one].alike -= 1 }
        }
    }
}
