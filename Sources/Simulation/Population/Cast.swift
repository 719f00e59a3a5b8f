/// Who takes part: the roles of all accounts.
struct Cast {
    /// The roles, in no particular order.
    var roles: [Role] = []
    private let scenario: Scenario

    /// Distributes the roles of a scenario.
    init(_ scenario: Scenario, _ random: inout SeededRandom) throws(ScenarioError) {
        self.scenario = scenario
        guard scenario.accounts >= 24 else { throw .tooFewAccounts(needed: 24) }
        guard scenario.exchanges >= scenario.accounts else { throw .tooFewExchanges(needed: scenario.accounts) }
        if let share = scenario.share, !(share > 0 && share <= 1) { throw .shareOutOfRange }
        let n = scenario.accounts
        try addCampaigns()
        let relays = scenario.preset == .incident ? max(3, n / 50) : n / 120
        roles += (0..<relays).map { _ in .relay(harvests: false) }
        if scenario.preset == .incident { roles += (0..<max(2, n / 66)).map { _ in .relay(harvests: true) } }
        addLookAlikes()
        addOrdinary(&random)
        roles = Array(roles.prefix(n))
    }

    private mutating func addCampaigns() throws(ScenarioError) {
        let n = scenario.accounts
        let share: Double =
            switch scenario.preset {
            case .incident: 0.115
            case .loud, .quiet: 0.05
            case .lookalikes: 0.02
            }
        let kinds = Campaign.Kind.allCases
        let most = n * 6 / 10
        if let size = scenario.campaignSize {
            guard size >= 1, size <= most else { throw .campaignTooLarge(most: most) }
            let room = scenario.preset == .incident ? most : max(size, Int(share * Double(n)))
            for kind in kinds.prefix(max(1, min(kinds.count, room / size))) { add(kind, size) }
            return
        }
        let total = max(4, Int((share * Double(n)).rounded()))
        let running = Array(kinds.prefix(max(1, min(kinds.count, total / 4))))
        let weights = running.map(\.weight)
        let sum = weights.reduce(0, +)
        for (kind, weight) in zip(running, weights) {
            add(kind, max(3, Int((Double(total) * weight / sum).rounded())))
        }
    }

    private mutating func add(_ kind: Campaign.Kind, _ size: Int) {
        let pools = max(1, min(kind.pools, size / 4))
        for place in 0..<size { roles.append(.harvester(kind, pool: place % pools, place: place / pools)) }
    }

    private mutating func addLookAlikes() {
        let share = scenario.preset == .lookalikes ? 0.06 : 0.015
        let each = max(2, min(Int((share * Double(scenario.accounts)).rounded()), scenario.accounts / 12))
        for kind in LookAlike.allCases {
            let count = kind == .publicCodingClient || kind == .universityNAT ? each * 3 / 2 : each
            // Several customers of each kind, one account or a few each.
            for place in 0..<count { roles.append(.lookAlike(kind, group: place / 3)) }
        }
    }

    private mutating func addOrdinary(_ random: inout SeededRandom) {
        let weights = [0.4, 0.1, 0.2, 0.06, 0.07, 0.1, 0.07]
        while roles.count < scenario.accounts {
            roles.append(.ordinary(Role.Ordinary.allCases[random.place(weights: weights)]))
        }
    }
}

/// Whole numbers that add up to a sum, in proportion to weights, each at least one.
enum Apportionment {
    /// The numbers.
    static func parts(of sum: Int, weights: [Double]) -> [Int] {
        guard !weights.isEmpty else { return [] }
        let spare = Double(sum - weights.count)
        let total = weights.reduce(0, +)
        var parts = weights.map { 1 + Int($0 / total * spare) }
        // The rest goes to the largest remainders, the first among equals.
        let order = weights.indices.sorted { left, right in
            let a = (weights[left] / total * spare).truncatingRemainder(dividingBy: 1)
            let b = (weights[right] / total * spare).truncatingRemainder(dividingBy: 1)
            return a == b ? left < right : a > b
        }
        var rest = sum - parts.reduce(0, +)
        for place in order where rest > 0 {
            parts[place] += 1
            rest -= 1
        }
        return parts
    }
}
