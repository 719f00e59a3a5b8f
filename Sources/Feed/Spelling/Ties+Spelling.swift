import Evidence
import HostileText

// Accounts, and what ties them together: a score makes thousands of each.

extension DocumentWriter {
    /// Spells an account.
    mutating func value(_ account: Account) throws {
        try object { writer in
            writer.member("asn", account.asn)
            writer.member("cluster", account.cluster?.text)
            writer.member("conversations", account.conversations)
            writer.member("country", account.country)
            writer.member("createdAt", account.createdAt)
            writer.member("exchanges", account.exchanges)
            writer.member("firstAt", account.firstAt)
            writer.member("id", account.id.text)
            writer.member("inputTokens", account.inputTokens)
            writer.member("isFlagged", account.isFlagged)
            writer.member("keys", account.keys)
            writer.member("lastAt", account.lastAt)
            writer.member("organisation", account.organisation?.text)
            writer.member("outputTokens", account.outputTokens)
            writer.member("pathway", account.pathway?.rawValue)
            writer.member("plan", account.plan)
            try writer.member("score", account.score)
        }
    }

    /// Spells a membership.
    mutating func value(_ membership: Membership) throws {
        try object { writer in
            writer.member("account", membership.account.text)
            writer.member("cluster", membership.cluster.text)
            writer.name("indicators")
            writer.list(membership.indicators) { $0.value($1.text.verbatim) }
            writer.name("kinds")
            writer.list(membership.kinds) { $0.value($1.rawValue) }
            try writer.member("weight", membership.weight)
        }
    }

    /// Spells a link.
    mutating func value(_ edge: Edge) throws {
        try object { writer in
            writer.member("a", edge.a.text)
            writer.member("b", edge.b.text)
            writer.name("reasons")
            try writer.list(edge.reasons) { try $0.value($1) }
            try writer.member("weight", edge.weight)
        }
    }

    private mutating func value(_ reason: Edge.Reason) throws {
        try object { writer in
            writer.member("indicator", reason.indicator?.text)
            writer.member("kind", reason.kind.rawValue)
            writer.member("signal", reason.signal.rawValue)
            try writer.member("value", reason.value)
            try writer.member("weight", reason.weight)
        }
    }
}
