extension Schema {
    /// The documented names, and the views named for questions.
    static let views = """
        CREATE VIEW account AS SELECT
            id, organisation, pathway, score, isFlagged AS flagged, exchanges, firstAt, lastAt, plan, createdAt, country, asn,
            cluster, conversations, keys, inputTokens, outputTokens
            FROM accountFact WHERE revision > 0;
        CREATE VIEW conversation AS SELECT
            c.id, a.id AS account, c.firstAt, c.lastAt, c.turns, c.isInferred
            FROM conversationFact c JOIN accountFact a ON a.key = c.account WHERE c.revision > 0;
        CREATE VIEW exchange AS SELECT
            e.id, a.id AS account, c.id AS conversation, e.at, m.name AS model, e.inputTokens, e.outputTokens,
            CASE e.status WHEN 0 THEN 'ok' WHEN 1 THEN 'error' WHEN 2 THEN 'refused' END AS status,
            t.name AS target, p.id AS template
            FROM exchangeFact e JOIN accountFact a ON a.key = e.account JOIN targetName t ON t.code = e.target
            LEFT JOIN conversationFact c ON c.key = e.conversation LEFT JOIN modelName m ON m.key = e.model
            LEFT JOIN templateFact p ON p.key = e.template;
        -- The status is the detector's, with what was decided and claimed in this cache folded in.
        CREATE VIEW flag AS SELECT
            f.id, f.subject, f.kind, f.score,
            CASE WHEN f.status = 'stale' THEN 'stale'
                WHEN EXISTS (SELECT 1 FROM labelHead h WHERE h.subject = f.subject AND h.kind = f.kind AND h.isLocal
                    AND h.label IS NOT NULL AND (f.status <> 'reopened' OR h.at >= f.confirmedAt)) THEN 'decided'
                WHEN f.status = 'open' AND EXISTS (SELECT 1 FROM claim c WHERE c.flag = f.id) THEN 'claimed'
                ELSE f.status END AS status,
            f.version, f.at, f.confirmedAt, f.exchanges, f.cluster, f.urgency, f.reasons
            FROM flagFact f;
        CREATE VIEW template AS SELECT id, target, accounts, exchanges FROM templateFact WHERE revision > 0;
        CREATE VIEW flagQueue AS SELECT
            f.id, f.subject, f.kind, f.score, f.urgency, f.status, f.reasons, f.exchanges, f.cluster, f.at,
            a.organisation, a.pathway, a.plan, a.country, a.asn, a.createdAt, a.lastAt
            FROM flag f LEFT JOIN accountFact a ON a.id = f.subject AND f.kind = 'account'
            ORDER BY f.urgency DESC, f.id;
        CREATE VIEW accountDossier AS SELECT
            a.*, s.name AS signal, s.value, s.unit, s.ordinary, s.percentile, s.contribution
            FROM account a LEFT JOIN signal s ON s.subject = a.id AND s.kind = 'account'
            ORDER BY a.id, abs(s.contribution) DESC;
        CREATE VIEW clusterEdges AS SELECT
            m.cluster, e.a, e.b, e.kinds, e.weight
            FROM membership m JOIN edge e ON e.a = m.account
            JOIN membership n ON n.cluster = m.cluster AND n.account = e.b;
        """
}
