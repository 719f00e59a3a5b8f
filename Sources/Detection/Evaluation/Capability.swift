import Evidence

extension Evaluation.Capability {
    /// The fewest exchanges of a target that counts towards the mean.
    static let fewestExchanges = 50

    /// Compares the top targets of exchanges with the truth's. O(n).
    init(_ pairs: [(asserted: CapabilityTarget, actual: CapabilityTarget)]) {
        var asserted: [CapabilityTarget: Int] = [:]
        var actual: [CapabilityTarget: Int] = [:]
        var hits: [CapabilityTarget: Int] = [:]
        for pair in pairs {
            asserted[pair.asserted, default: 0] += 1
            actual[pair.actual, default: 0] += 1
            if pair.asserted == pair.actual { hits[pair.actual, default: 0] += 1 }
        }
        perTarget = [:]
        var counted: [Double] = []
        for target in CapabilityTarget.allCases {
            guard let n = actual[target] else { continue }
            let given = asserted[target] ?? 0
            let hit = Double(hits[target] ?? 0)
            let f1 = 2 * hit / Double(n + given)
            perTarget[target.rawValue] = Target(
                n: n, precision: given > 0 ? hit / Double(given) : nil, recall: hit / Double(n), f1: f1)
            if n >= Self.fewestExchanges { counted.append(f1) }
        }
        macroF1 = counted.isEmpty ? nil : counted.reduce(0, +) / Double(counted.count)
    }
}
