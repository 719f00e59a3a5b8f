import Evidence

/// The names that a filter on label events gives to what it asks.
enum LabelSQL {
    /// The rows.
    static let source = "labelEvent l LEFT JOIN accountFact a ON l.kind = 'account' AND a.id = l.subject"

    /// The note of an event.
    static let note = "ifnull(json_extract(CAST(l.document AS TEXT), '$.note'), '')"

    /// Whether the event still holds.
    static let holds = """
        EXISTS (SELECT 1 FROM labelHead h WHERE h.event = l.id AND h.subject = l.subject AND h.kind = l.kind
        AND h.analyst = l.analyst)
        """

    /// How many other analysts' labels hold on the same subject, `AND` what more is asked of them.
    static func others(and more: String = "") -> String {
        """
        (SELECT count(*) FROM labelHead o WHERE o.subject = l.subject AND o.kind = l.kind AND o.analyst <> l.analyst
        AND o.label IS NOT NULL \(more))
        """
    }

    /// How many others say something else than an event that holds.
    static let disputes =
        "(CASE WHEN l.label IS NOT NULL AND \(holds) THEN \(others(and: "AND o.label <> l.label")) ELSE 0 END)"

    /// How many labels a subject bears, then the subject: so that what differs on one subject stands together.
    static let disputeOrder = """
        printf('%04d ', CASE WHEN l.label IS NOT NULL AND \(holds) THEN (SELECT count(DISTINCT o.label) FROM labelHead o
        WHERE o.subject = l.subject AND o.kind = l.kind AND o.label IS NOT NULL) ELSE 0 END) || l.subject
        """

    /// A number of the account, or the cluster, that is labelled.
    static func fact(_ account: String, _ cluster: String) -> String {
        "coalesce(a.\(account), (SELECT s.\(cluster) FROM cluster s WHERE l.kind = 'cluster' AND s.id = l.subject))"
    }

    static func label(_ test: FilterTest) -> SQLCondition? {
        switch test {
        case .isAbsent: SQLCondition("l.label IS NULL")
        case .equals(let word), .matches(let word): SQLCondition("l.label = ?", [SQLValue(word)])
        case .within, .during: nil
        }
    }

    static func analyst(_ test: FilterTest) -> SQLCondition? {
        switch test {
        case .equals(let name), .matches(let name): .contains("l.analyst", name)
        case .isAbsent, .within, .during: .never
        }
    }

    static func status(_ word: String) -> SQLCondition {
        SQLCondition(
            "EXISTS (SELECT 1 FROM flag s WHERE s.subject = l.subject AND s.kind = l.kind AND s.status = ?) "
                + "OR EXISTS (SELECT 1 FROM cluster s WHERE s.status = ? AND (l.kind = 'cluster' AND s.id = l.subject "
                + "OR s.id IN (SELECT m.cluster FROM membership m WHERE m.account = a.id)))",
            [SQLValue(word), SQLValue(word)])
    }
}

extension FilterSQL {
    /// When the viewer labelled it; among label events, when each was given.
    func labelled(_ test: FilterTest) -> SQLCondition? {
        if view == .labels { return time(test, "l.at") }
        let mine =
            "SELECT 1 FROM labelHead h WHERE h.subject = \(subject.id) AND h.kind = \(subject.kind) "
            + "AND h.label IS NOT NULL AND h.analyst = ?"
        if test == .isAbsent { return SQLCondition("NOT EXISTS (\(mine))", [.text(viewer.analyst)]) }
        guard let when = time(test, "h.at") else { return nil }
        return SQLCondition("EXISTS (\(mine) AND \(when.sql))", [.text(viewer.analyst)] + when.values)
    }

    /// How many hold another label than the viewer, or than the event. Nobody does while others' labels are absent.
    func disputes(_ test: FilterTest) -> SQLCondition? {
        guard case .all = viewer.sight else { return number(test, "0") }
        if view == .labels { return number(test, LabelSQL.disputes) }
        let place = "o.subject = \(subject.id) AND o.kind = \(subject.kind) AND o.label IS NOT NULL"
        return number(test, "max(0, (SELECT count(DISTINCT o.label) FROM labelHead o WHERE \(place)) - 1)")
    }
}
