import Digests
import Evidence
import HostileText

extension Payload {
    /// `case.json`: the case with all that is known of it but texts, labels and log, which have files of their own.
    func caseDocument(evidence: [(id: ExchangeID, path: String)], promised: [String]) throws -> CanonicalJSON {
        var plain = contents
        plain.exchanges = []
        plain.labels = []
        plain.audit = []
        var document = try CanonicalJSON(encoding: plain)
        for name in ["exchanges", "labels", "audit", "matter"] { document = document.removing(name) }
        var facts: CanonicalJSON = [
            "exportedAt": .integer(export.at.milliseconds), "exportedBy": .string(export.analyst.verbatim),
            "identifier": .string(export.identifier(contents)), "redaction": .string(export.redaction.word),
            "auditHead": .string(contents.auditHead),
        ]
        if case .none(let reason) = export.redaction { facts = facts.adding("redactionReason", .string(reason)) }
        return
            document
            .adding("format", "stillwatch-case/1")
            .adding("case", try CanonicalJSON(encoding: contents.matter))
            .adding("export", facts)
            .adding("files", .array(promised.map(CanonicalJSON.string)))
            .adding(
                "evidence",
                .array(evidence.map { ["exchange": .string($0.id.text.verbatim), "path": .string($0.path)] }))
    }

    /// `query.json`: what was asked for, and how many rows of each kind came.
    var query: CanonicalJSON {
        var rows: [String: CanonicalJSON] = [:]
        for (name, count) in contents.rowCounts { rows[name] = .integer(Int64(count)) }
        return [
            "case": .string(contents.matter.id.text.verbatim),
            "cursor": contents.scope.cursor.map(CanonicalJSON.string) ?? .null,
            "rows": .object(rows),
            "of": [
                "exchanges": .integer(Int64(contents.scope.exchanges)),
                "members": .integer(Int64(contents.scope.members)),
                "edges": .integer(Int64(contents.scope.edges)),
            ],
        ]
    }

    /// `redactions.json`: the policy, its rules, and what they did.
    var redactions: CanonicalJSON {
        var document: CanonicalJSON = [
            "policy": .string(export.redaction.word), "withheldAuditRows": .integer(Int64(redacted.withheld)),
        ]
        switch export.redaction {
        case .none(let reason):
            document = document.adding("reason", .string(reason)).adding("rules", [])
        case .standard:
            let rules = RedactionRule.allCases.map { rule -> CanonicalJSON in
                [
                    "id": .string(rule.rawValue), "version": .integer(Int64(rule.version)),
                    "finds": .string(rule.summary), "replaced": .integer(Int64(redacted.counts[rule] ?? 0)),
                ]
            }
            document = document.adding("rules", .array(rules))
        }
        return document
    }
}
