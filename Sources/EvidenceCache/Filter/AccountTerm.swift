import Evidence

/// A condition on an account, for any name that the account has in a query.
struct AccountTerm {
    let term: FilterTerm
    let now: Instant

    init(_ term: FilterTerm, now: Instant) {
        self.term = term
        self.now = now
    }

    func condition(on account: String) -> SQLCondition {
        switch term.field {
        case .account: text("\(account).id")
        case .org: text("\(account).organisation")
        case .pathway: text("\(account).pathway")
        case .created: time("\(account).createdAt")
        case .model:
            among(account, "modelCount r JOIN modelName n ON n.key = r.model", text("n.name"))
        case .template:
            among(account, "templateCount r JOIN templateFact p ON p.key = r.template", text("p.id"))
        case .asn: origins(account, number("o.asn"))
        case .country: origins(account, text("o.country"))
        case .range: origins(account, text("o.range"))
        case .payment: origins(account, text("o.payment"))
        case .client: origins(account, .any([text("o.userAgent"), text("o.tlsFingerprint")]))
        case .key: origins(account, text("o.keyHash"))
        case .domain: origins(account, text("o.emailDomain"))
        case .hidden: number("ifnull((SELECT r.hidden FROM textCount r WHERE r.account = \(account).key), 0)")
        // Fields that each view answers itself; see FilterSQL.ownTerm.
        case .score, .label, .target, .cluster, .signal, .indicator, .case, .status, .analyst, .seen, .exchanges,
            .labelled, .disputes:
            .never
        }
    }

    private func origins(_ account: String, _ condition: SQLCondition) -> SQLCondition {
        among(account, "originCount r JOIN origin o ON o.key = r.origin", condition)
    }

    /// Accounts that have a row for which the condition holds; for an absent value, accounts that have none with a value.
    private func among(_ account: String, _ rows: String, _ condition: SQLCondition) -> SQLCondition {
        let found = condition.inside("\(account).key IN (SELECT r.account FROM \(rows) WHERE ", ")")
        guard term.test == .isAbsent else { return found }
        return .not(condition.inside("\(account).key IN (SELECT r.account FROM \(rows) WHERE NOT (", "))"))
    }

    private func text(_ expression: String) -> SQLCondition {
        switch term.test {
        case .equals(let word): SQLCondition("\(expression) = ?", [SQLValue(word)])
        case .matches(let text): .contains(expression, text)
        case .isAbsent, .within, .during: SQLCondition("\(expression) IS NULL")
        }
    }

    private func number(_ expression: String) -> SQLCondition {
        if case .within(let interval) = term.test { interval.condition(on: expression, SQLValue.real) } else { .never }
    }

    private func time(_ expression: String) -> SQLCondition {
        switch term.test {
        case .during(let interval): interval.condition(on: expression) { SQLValue($0.resolved(now: now)) }
        default: SQLCondition("\(expression) IS NULL")
        }
    }
}
