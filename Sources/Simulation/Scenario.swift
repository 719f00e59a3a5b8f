/// What a simulated log is to hold.
public struct Scenario: Sendable {
    /// The mixture of accounts.
    public var preset: Preset
    /// The number of accounts, exactly.
    public var accounts: Int
    /// The number of exchanges, exactly; at least one an account.
    public var exchanges: Int
    /// The seed of all chance: the same scenario with the same seed gives the same log.
    public var seed: UInt64
    /// The share of a harvesting account's exchanges that are a harvest, above 0 and up to 1; `nil` for the preset's own.
    public var share: Double?
    /// The number of accounts in each campaign; `nil` for the preset's own.
    public var campaignSize: Int?
    /// What the accounts of a campaign share; `nil` for each campaign's own.
    public var infrastructure: Infrastructure?
    /// How the wording of a harvest repeats; `nil` for each campaign's own.
    public var template: TemplateStyle?
    /// Texts from a corpus, used beside the generator's own.
    public var texts: [ExternalText] = []
    /// Real arrivals, in order of time, whose gaps and token counts are used.
    public var arrivals: [Arrival] = []
    /// Whether the log carries no prompts, responses or system prompts.
    public var withoutText = false

    /// Makes a scenario.
    public init(preset: Preset = .incident, accounts: Int, exchanges: Int, seed: UInt64) {
        self.preset = preset
        self.accounts = accounts
        self.exchanges = exchanges
        self.seed = seed
    }

    /// A mixture of accounts.
    public enum Preset: String, CaseIterable, Sendable {
        /// Three campaigns, an injected span and a relay network beside ordinary traffic: about one account in eight harvests.
        case incident
        /// Campaigns of hundreds of exchanges a day an account; one account in twenty harvests.
        case loud
        /// Campaigns of 5 to 30 exchanges a day an account; one account in twenty harvests.
        case quiet
        /// Six accounts in ten belong to the benign look-alikes; one in fifty harvests.
        case lookalikes
    }

    /// What the accounts of a campaign share.
    public enum Infrastructure: String, CaseIterable, Sendable {
        /// Payments, address ranges and clients.
        case shared
        /// Some payments and ranges.
        case partly
        /// Nothing: fresh payments and residential addresses.
        case none
    }

    /// How the wording of a harvest repeats.
    public enum TemplateStyle: String, CaseIterable, Sendable {
        /// One wording with slots.
        case fixed
        /// The same request in ever other words.
        case paraphrased
        /// A fixed span before varied requests.
        case prefix
        /// A fixed span after varied requests.
        case suffix
        /// A fixed span within varied requests.
        case middle
        /// Varied requests that share no wording.
        case none
    }

    /// One real request: when, and how many tokens.
    public struct Arrival: Hashable, Sendable {
        /// Milliseconds since the first.
        public var offset: Int64
        /// Tokens of the request.
        public var input: Int
        /// Tokens of the response.
        public var output: Int

        /// Makes an arrival.
        public init(offset: Int64, input: Int, output: Int) {
            self.offset = offset
            self.input = input
            self.output = output
        }
    }
}

/// Why a scenario cannot be simulated.
public enum ScenarioError: Error, Hashable, Sendable {
    /// Fewer accounts than a mixture needs.
    case tooFewAccounts(needed: Int)
    /// Fewer exchanges than accounts.
    case tooFewExchanges(needed: Int)
    /// The share is not above 0 and at most 1.
    case shareOutOfRange
    /// The campaigns would leave no room for ordinary accounts.
    case campaignTooLarge(most: Int)
}
