import Evidence
import HostileText

/// What a filter is asked of: each has its own rows and the names that its SQL gives them.
enum FilterView {
    /// `flagFact f LEFT JOIN accountFact a`.
    case flags
    /// `accountFact a`.
    case accounts
    /// `conversationFact c JOIN accountFact a`.
    case conversations
    /// `cluster k`.
    case clusters
    /// `labelEvent l LEFT JOIN accountFact a`.
    case labels
}

/// Turns the tree of a filter into SQL for one view. Every value is bound, none is written into the SQL.
struct FilterSQL {
    let view: FilterView
    let viewer: Viewer

    func condition(_ filter: Filter) -> SQLCondition {
        switch filter {
        case .everything: .always
        case .all(let parts): .all(parts.map(condition))
        case .any(let parts): .any(parts.map(condition))
        case .not(let part): .not(condition(part))
        case .word(let word): self.word(word)
        case .fullText(let text): fullText(text)
        case .term(let term): self.term(term)
        }
    }

    /// A bare word is looked for in ids and reasons.
    private func word(_ word: String) -> SQLCondition {
        let columns: [String] =
            switch view {
            case .flags: ["f.subject", "f.reasons", "ifnull(f.cluster, '')"]
            case .accounts: ["a.id", "ifnull(a.organisation, '')"]
            case .conversations: ["c.id", "a.id"]
            case .clusters: ["k.id", "CAST(k.document AS TEXT)"]
            case .labels: ["l.subject", LabelSQL.note, "ifnull(a.organisation, '')"]
            }
        return .any(columns.map { .contains($0, word) })
    }

    private func fullText(_ text: String) -> SQLCondition {
        if view == .labels { return .contains(LabelSQL.note, text) }
        let found = TextSearch.exchanges(saying: text)
        if view == .conversations {
            return found.inside("c.key IN (SELECT e.conversation FROM exchangeFact e WHERE e.key IN (", "))")
        }
        return ofAccount { alias in
            found.inside("\(alias).key IN (SELECT e.account FROM exchangeFact e WHERE e.key IN (", "))")
        }
    }

    private func term(_ term: FilterTerm) -> SQLCondition {
        if let own = ownTerm(term) { return own }
        let account = AccountTerm(term, now: viewer.now)
        return ofAccount { account.condition(on: $0) }
    }

    /// A condition on an account, asked of the account itself, or of any member of a cluster.
    private func ofAccount(_ condition: (String) -> SQLCondition) -> SQLCondition {
        func ofMember(_ cluster: String) -> SQLCondition {
            condition("member").inside(
                "EXISTS (SELECT 1 FROM membership link JOIN accountFact member ON member.id = link.account "
                    + "WHERE link.cluster = \(cluster) AND (", "))")
        }
        switch view {
        case .accounts, .conversations: return condition("a")
        case .clusters: return ofMember("k.id")
        case .flags:
            return .any([
                condition("a").inside("f.kind = 'account' AND (", ")"),
                .all([SQLCondition("f.kind = 'cluster'"), ofMember("f.subject")]),
            ])
        case .labels:
            return .any([
                condition("a").inside("l.kind = 'account' AND (", ")"),
                .all([SQLCondition("l.kind = 'cluster'"), ofMember("l.subject")]),
            ])
        }
    }
}

/// Finds exchanges by what was said in them.
enum TextSearch {
    /// Words that the index cannot find, since it knows nothing shorter than three characters.
    static func needsScan(_ text: String) -> Bool { text.unicodeScalars.count < 3 }

    /// SQL that yields the keys of the exchanges.
    static func exchanges(saying text: String) -> SQLCondition {
        guard !needsScan(text) else {
            return SQLCondition(
                "SELECT s.exchange FROM exchangeText s WHERE saysText(s.document, s.bytes, ?)",
                [SQLValue(UntrustedText(text))])
        }
        let phrase = "\"" + text.replacing("\"", with: "\"\"") + "\""
        return SQLCondition("SELECT x.rowid FROM textIndex x WHERE x.words MATCH ?", [SQLValue(UntrustedText(phrase))])
    }
}
