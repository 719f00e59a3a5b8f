import Evidence

/// A harvest by one operator: what its accounts share, how they word their requests, and when they run.
struct Campaign: Sendable {
    /// What it is shaped like.
    var kind: Kind
    var pools: [Pool]

    /// The campaigns, each shaped like a published one.
    enum Kind: Int, CaseIterable, Sendable {
        /// Reasoning traces, rubric grading and policy rewrites; synchronised, with shared payment.
        case grading
        /// Agentic reasoning, tools, coding, data and screens over several pathways; later only reasoning traces.
        case agentic
        /// Agentic coding and tools, with a second pool; half of it turns to a new model within a day.
        case coding
        /// One fixed span put into every request.
        case injected

        var name: String { ["m1", "m2", "m3", "m4"][rawValue] }
        var pools: Int { [1, 3, 2, 1][rawValue] }
        var weight: Double { [1, 1.8, 1.4, 0.7][rawValue] }
        var regime: Regime { [.loud, .quiet, .loud, .quiet][rawValue] }
        var infrastructure: Scenario.Infrastructure { [.shared, .partly, .shared, .none][rawValue] }
    }

    /// How much an account does a day.
    enum Regime: String, Sendable { case loud, quiet }

    /// Accounts that one operator runs together.
    struct Pool: Sendable {
        var name: String
        var infrastructure: Scenario.Infrastructure
        var pathways: [AccessPathway]
        var places: [Place]
        var clients: [Client]
        var payments: [String]
        var domain: String
        /// The work and the share of each, at first and after the campaign narrows.
        var works: [(work: any Work, weight: Double)]
        var later: [(work: any Work, weight: Double)] = []
        /// When the campaign runs, and when it narrows.
        var span: Range<Int64>
        var narrowsAt: Int64?
        /// When its waves begin, for those that are synchronised.
        var waves: [Int64] = []
    }
}
