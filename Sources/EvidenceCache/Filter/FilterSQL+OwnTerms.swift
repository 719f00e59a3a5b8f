import Evidence
import HostileText

extension FilterSQL {
    /// The subject of a row, as labels and cases name it.
    var subject: (kind: String, id: String) {
        switch view {
        case .flags: ("f.kind", "f.subject")
        case .accounts, .conversations: ("'account'", "a.id")
        case .clusters: ("'cluster'", "k.id")
        case .labels: ("l.kind", "l.subject")
        }
    }

    /// The condition on a field that the row itself has; `nil` for those that only its account has.
    func ownTerm(_ term: FilterTerm) -> SQLCondition? {
        switch term.field {
        case .label: view == .labels ? LabelSQL.label(term.test) : label(term.test)
        case .analyst: view == .labels ? LabelSQL.analyst(term.test) : analyst(term.test)
        case .labelled: labelled(term.test)
        case .disputes: disputes(term.test)
        case .signal:
            words(term.test) { word in
                SQLCondition(
                    "EXISTS (SELECT 1 FROM signal s WHERE s.subject = \(subject.id) AND s.kind = \(subject.kind) "
                        + "AND s.name = ? AND s.contribution > 0)", [SQLValue(word)])
            }
        case .indicator:
            matching(
                term.test, "u.indicator",
                in: "indicatorUse u WHERE u.subject = \(subject.id) AND u.kind = \(subject.kind)")
        case .case: caseTerm(term.test)
        case .status: status(term.test)
        case .cluster: cluster(term.test)
        case .score: number(term.test, score)
        case .exchanges: number(term.test, exchanges)
        case .seen: time(term.test, seen)
        case .target: target(term.test)
        case .model where view == .conversations:
            words(term.test) {
                .contains("n.name", $0).inside(inConversation("JOIN modelName n ON n.key = e.model"), "))")
            }
        case .template where view == .conversations:
            words(term.test) {
                .contains("p.id", $0).inside(inConversation("JOIN templateFact p ON p.key = e.template"), "))")
            }
        case .hidden where view == .conversations:
            number(
                term.test,
                "(SELECT total(x.hidden) FROM exchangeFact e JOIN exchangeText x ON x.exchange = e.key "
                    + "WHERE e.account = c.account AND e.at BETWEEN c.firstAt AND c.lastAt AND e.conversation = c.key)")
        default: nil
        }
    }

    private func inConversation(_ join: String) -> String {
        "EXISTS (SELECT 1 FROM exchangeFact e \(join) WHERE e.account = c.account "
            + "AND e.at BETWEEN c.firstAt AND c.lastAt AND e.conversation = c.key AND ("
    }

    private var score: String {
        switch view {
        case .flags: "f.score"
        case .accounts, .conversations: "a.score"
        case .clusters: "k.score"
        case .labels: LabelSQL.fact("score", "score")
        }
    }

    private var exchanges: String {
        switch view {
        case .flags: "f.exchanges"
        case .accounts: "a.exchanges"
        case .conversations: "c.turns"
        case .clusters: "k.exchanges"
        case .labels: LabelSQL.fact("exchanges", "exchanges")
        }
    }

    private var seen: String {
        switch view {
        case .flags: "coalesce(a.lastAt, (SELECT s.lastAt FROM cluster s WHERE s.id = f.subject))"
        case .accounts: "a.lastAt"
        case .conversations: "c.lastAt"
        case .clusters: "k.lastAt"
        case .labels: LabelSQL.fact("lastAt", "lastAt")
        }
    }

    private var mine: String {
        "EXISTS (SELECT 1 FROM labelHead h WHERE h.subject = \(subject.id) AND h.kind = \(subject.kind) "
            + "AND h.label IS NOT NULL AND h.analyst = ?"
    }

    /// `label:none` asks for this analyst's label whoever else's can be seen.
    private func label(_ test: FilterTest) -> SQLCondition? {
        if test == .isAbsent { return SQLCondition("NOT \(mine))", [.text(viewer.analyst)]) }
        return words(test) { word in
            let seen = viewer.sight.condition(on: "h", analyst: viewer.analyst)
            return SQLCondition(
                "EXISTS (SELECT 1 FROM labelHead h WHERE h.subject = \(subject.id) AND h.kind = \(subject.kind) "
                    + "AND h.label = ? AND \(seen.sql))", [SQLValue(word)] + seen.values)
        }
    }

    private func analyst(_ test: FilterTest) -> SQLCondition? {
        if test == .isAbsent { return label(.isAbsent) }
        return words(test) { word in
            let seen = viewer.sight.condition(on: "h", analyst: viewer.analyst)
            return SQLCondition(
                "EXISTS (SELECT 1 FROM labelHead h WHERE h.subject = \(subject.id) AND h.kind = \(subject.kind) "
                    + "AND h.label IS NOT NULL AND instr(lower(h.analyst), lower(?)) > 0 AND \(seen.sql))",
                [SQLValue(UntrustedText(word))] + seen.values)
        }
    }

    private func caseTerm(_ test: FilterTest) -> SQLCondition? {
        let (kind, id) = view == .conversations ? ("'conversation'", "c.id") : subject
        return matching(test, "i.caseFile", in: "caseItem i WHERE i.subject = \(id) AND i.kind = \(kind)")
    }

    private func status(_ test: FilterTest) -> SQLCondition? {
        words(test) { word in
            let known = [SQLValue(word)]
            switch view {
            case .clusters: return SQLCondition("k.status = ?", known)
            case .labels: return LabelSQL.status(word)
            case .flags:
                if ClusterStatus(rawValue: word) != nil {
                    return SQLCondition(
                        "EXISTS (SELECT 1 FROM cluster s WHERE s.id = "
                            + "CASE f.kind WHEN 'cluster' THEN f.subject ELSE f.cluster END AND s.status = ?)", known)
                }
                let status = FlagStatusSQL(viewer: viewer)
                return SQLCondition("\(status.sql) = ?", status.values + known)
            case .accounts, .conversations:
                return SQLCondition(
                    "EXISTS (SELECT 1 FROM flag s WHERE s.subject = a.id AND s.kind = 'account' AND s.status = ?1) "
                        .replacing("?1", with: "?")
                        + "OR EXISTS (SELECT 1 FROM membership m JOIN cluster s ON s.id = m.cluster "
                        + "WHERE m.account = a.id AND s.status = ?)", known + known)
            }
        }
    }

    private func cluster(_ test: FilterTest) -> SQLCondition? {
        switch view {
        case .clusters: return words(test) { .contains("k.id", $0) } ?? .never
        case .accounts, .conversations: return matching(test, "m.cluster", in: "membership m WHERE m.account = a.id")
        case .labels:
            let member = matching(test, "m.cluster", in: "membership m WHERE m.account = a.id")
            let own = words(test) { .contains("l.subject", $0).inside("l.kind = 'cluster' AND ", "") }
            return member.map { found in own.map { .any([found, $0]) } ?? found }
        case .flags:
            if test == .isAbsent { return SQLCondition("f.kind = 'account' AND f.cluster IS NULL") }
            return words(test) {
                .any([
                    .contains("ifnull(f.cluster, '')", $0),
                    .contains("f.subject", $0).inside("f.kind = 'cluster' AND ", ""),
                ])
            }
        }
    }

    /// A target counts from a twentieth of the exchanges on; a conversation has it if one of its exchanges does.
    private func target(_ test: FilterTest) -> SQLCondition? {
        words(test) { word in
            let code = CapabilityTarget(rawValue: word).map(CapabilityCode.code) ?? -1
            switch view {
            case .flags: return SQLCondition("instr(f.targets, ?) > 0", [SQLValue(" \(word) ")])
            case .clusters: return SQLCondition("instr(k.targets, ?) > 0", [SQLValue(" \(word) ")])
            case .accounts, .labels:
                return SQLCondition(
                    "EXISTS (SELECT 1 FROM targetCount t WHERE t.account = a.key AND t.target = ? "
                        + "AND t.exchanges * 20 >= a.exchanges)", [SQLValue(code)])
            case .conversations: return SQLCondition("e.target = ?", [SQLValue(code)]).inside(inConversation(""), "))")
            }
        }
    }

    // MARK: Tests in general

    func words(_ test: FilterTest, _ condition: (String) -> SQLCondition) -> SQLCondition? {
        switch test {
        case .equals(let word), .matches(let word): condition(word)
        case .isAbsent, .within, .during: nil
        }
    }

    func number(_ test: FilterTest, _ expression: String) -> SQLCondition? {
        if case .within(let interval) = test { interval.condition(on: expression, SQLValue.real) } else { nil }
    }

    func time(_ test: FilterTest, _ expression: String) -> SQLCondition? {
        switch test {
        case .during(let interval): interval.condition(on: expression) { SQLValue($0.resolved(now: viewer.now)) }
        case .isAbsent: SQLCondition("\(expression) IS NULL")
        default: nil
        }
    }

    /// A text that one of several rows holds, or that none is there.
    private func matching(_ test: FilterTest, _ column: String, in rows: String) -> SQLCondition? {
        if test == .isAbsent { return SQLCondition("NOT EXISTS (SELECT 1 FROM \(rows))") }
        return words(test) { .contains(column, $0).inside("EXISTS (SELECT 1 FROM \(rows) AND ", ")") }
    }
}

extension Interval {
    func condition(on expression: String, _ value: (Bound) -> SQLValue) -> SQLCondition {
        var parts: [SQLCondition] = []
        if let lower { parts.append(SQLCondition("\(expression) \(includesLower ? ">=" : ">") ?", [value(lower)])) }
        if let upper { parts.append(SQLCondition("\(expression) \(includesUpper ? "<=" : "<") ?", [value(upper)])) }
        return .all(parts)
    }
}
