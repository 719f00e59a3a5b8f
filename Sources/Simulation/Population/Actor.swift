import Evidence

/// An account: who it is, from where it comes, and what it does.
struct Actor: Sendable {
    var id = ""
    var organisation: String?
    var keys: [String] = []
    var pathway: AccessPathway?
    var createdAt = Instant(milliseconds: 0)
    var plan: String?
    var payment: String?
    var emailDomain: String?
    /// Where it comes from, the usual place first.
    var places: [Place] = []
    /// What it asks with, the usual client first.
    var clients: [Client] = []
    /// What it does.
    var streams: [Stream] = []
    var habits = Habits()
    var models = ModelHabit()
    var truth = AccountTruth(label: .benign, className: "ordinary")
    /// Fields that the log lacks for this account.
    var lacks: Set<Field> = []

    /// A field that a log may lack.
    enum Field: CaseIterable, Sendable {
        case address, organisation, tls, conversation, cost, maxTokens, tools, created
    }

    /// One thing that an account does.
    struct Stream: Sendable {
        /// What.
        var work: any Work
        /// When.
        var rhythm: Rhythm
        /// How many exchanges, exactly.
        var exchanges: Int
        /// Whether it is a harvest.
        var isHarvest = false
        /// The client and end user, where they are this stream's own.
        var client: Client?
        var endUser: String?
        /// The share of it among the account's streams of its side.
        var weight = 1.0
    }

    /// What a client asks of the sampler, and how its requests fare.
    struct Habits: Sendable {
        var temperature: Double?
        var maxTokens = 4_096
        var streams: Bool?
        var errors = 0.02
        var refusals = 0.01
        var retries = 0.6
        /// How long responses are, next to what is usual for their kind.
        var length = 1.0
        /// How often reasoning is asked of the model.
        var thinks = 0.2
        var usesEndUsers = false
    }

    /// Which models an account uses.
    struct ModelHabit: Sendable {
        /// The model that it mostly used before the release, and the other one.
        var usual = "model-b"
        var other = "model-a"
        var otherShare = 0.1
        /// When it takes up the released model, and for what share of its requests.
        var adopts: Instant?
        var share = 0.7

        /// The model of a request.
        func model(at time: Instant, _ random: inout SeededRandom) -> String {
            if let adopts, time >= adopts, random.chance(share) { return "model-c" }
            return random.chance(otherShare) ? other : usual
        }
    }
}
