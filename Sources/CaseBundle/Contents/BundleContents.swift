public import Evidence

/// All that a case bundle says, as values: what the writer puts on disk and the report tells.
///
/// Every list is of this case alone, except ``audit``, which must be whole for its chain to be checked.
public struct BundleContents: Hashable, Codable, Sendable {
    /// The case itself.
    public var matter: Case
    /// What was put into it.
    public var items: [CaseItem]
    /// Its notes, oldest first.
    public var notes: [CaseNote]

    /// Its accounts: items, and the members of clusters that are items.
    public var accounts: [Account] = []
    /// The flags on its accounts and clusters.
    public var flags: [Flag] = []
    /// The signals of its accounts and clusters.
    public var signals: [Signal] = []
    /// Its clusters.
    public var clusters: [Cluster] = []
    /// Which accounts belong to its clusters.
    public var memberships: [Membership] = []
    /// The links between its accounts.
    public var edges: [Edge] = []
    /// The shared values that its clusters, edges and signals name.
    public var indicators: [Indicator] = []
    /// The templates that its exchanges were made from.
    public var templates: [Template] = []
    /// Its exchanges, with their texts where the cache has them.
    public var exchanges: [EvidenceExchange] = []
    /// Every label event on its accounts and clusters, superseded ones too.
    public var labels: [LabelEvent] = []
    /// The activity log from its first line to its last.
    public var audit: [Activity] = []

    /// What the cache held when this was collected.
    public var scope: Scope
    /// The program that collected it, such as `stillwatch 1.0.0`.
    public var tool: String

    /// Makes the contents of a case that holds nothing yet.
    public init(
        matter: Case, items: [CaseItem] = [], notes: [CaseNote] = [], scope: Scope = Scope(), tool: String
    ) {
        self.matter = matter
        self.items = items
        self.notes = notes
        self.scope = scope
        self.tool = tool
    }

    /// The hash of the last line of the activity log; ``Digests/HashChain/origin`` without one.
    public var auditHead: String {
        audit.last?.hash ?? String(repeating: "0", count: 64)
    }

    /// What the cache held when a bundle was collected: the "of m" of each count.
    public struct Scope: Hashable, Codable, Sendable {
        /// The place in the feed up to which the cache was in sync; `nil` before a first sync.
        public var cursor: String?
        /// The exchanges of the case's accounts in the cache, of which the bundle holds ``BundleContents/exchanges``.
        public var exchanges: Int
        /// The members of the case's clusters, of which the bundle holds ``BundleContents/memberships``.
        public var members: Int
        /// The links between the case's accounts, of which the bundle holds ``BundleContents/edges``.
        public var edges: Int

        /// Makes the scope of a bundle.
        public init(cursor: String? = nil, exchanges: Int = 0, members: Int = 0, edges: Int = 0) {
            self.cursor = cursor
            self.exchanges = exchanges
            self.members = members
            self.edges = edges
        }
    }
}

/// One exchange as evidence: what was logged, and what the detector made of it.
public struct EvidenceExchange: Hashable, Codable, Sendable {
    /// What was logged.
    public var exchange: Exchange
    /// What it extracts, as the detector infers.
    public var target: CapabilityTarget
    /// The template that it was made from.
    public var template: TemplateID?
    /// The places in its text that a signal matched.
    public var matches: [TextMatch]
    /// The SHA-256 of the document as it came from the detector; `nil` without text, and where redaction changed it.
    public var source: String?

    /// Makes evidence of an exchange.
    public init(exchange: Exchange, target: CapabilityTarget, template: TemplateID? = nil, matches: [TextMatch] = []) {
        self.exchange = exchange
        self.target = target
        self.template = template
        self.matches = matches
    }
}
