public import Evidence
public import HostileText

/// What a platform permits and says so: public clients and their system prompts, known ranges, and customers who may do what
/// a harvester does.
///
/// A client, a system prompt or a range that is listed ties nobody, as if an analyst had muted it. A customer that is listed is
/// not flagged; the findings say why.
public struct AllowList: Hashable, Sendable {
    /// What an entry names.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A client: the beginning of a user agent, or a whole TLS fingerprint.
        case client
        /// A system prompt: the whole text, or the part of it that is fixed.
        case systemPrompt = "system_prompt"
        /// An address range, such as `203.0.113.0/24`.
        case range
        /// An organisation, by id.
        case organisation
        /// An account, by id.
        case account
        /// Everybody on an access pathway or a plan of that name.
        case programme
    }

    /// One entry.
    public struct Entry: Hashable, Sendable {
        /// What it names.
        public var kind: Kind
        /// The value.
        public var value: UntrustedText
        /// Why it is permitted.
        public var reason: String
        /// Who permitted it.
        public var who: String
        /// From when on it no longer counts.
        public var until: Instant?

        /// Makes an entry.
        public init(kind: Kind, value: UntrustedText, reason: String, who: String, until: Instant? = nil) {
            self.kind = kind
            self.value = value
            self.reason = reason
            self.who = who
            self.until = until
        }

        /// The entry as notes cite it.
        var citation: String {
            "allow-list: \(reason) (\(who)\(until.map { ", until \($0.text.prefix(10))" } ?? ""))"
        }
    }

    /// The entries.
    public var entries: [Entry]

    /// Makes a list.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }
}
