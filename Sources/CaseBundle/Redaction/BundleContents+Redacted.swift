import Digests
import Evidence
import EvidenceCache
import Foundation
import HostileText

/// Contents after redaction, and what was done to them.
struct RedactedContents {
    var contents: BundleContents
    /// The activity log as it goes into the bundle.
    var audit: [AuditLine]
    /// How often each rule replaced something.
    var counts: [RedactionRule: Int]

    /// The rows of the log that are withheld.
    var withheld: Int {
        audit.count { if case .withheld = $0 { true } else { false } }
    }
}

extension BundleContents {
    /// Applies a policy.
    ///
    /// - Parameter key: names what is replaced; with another key the names are others.
    /// - Throws: `RedactionProblem.remains` if a rule still finds something afterwards.
    func redacted(by policy: RedactionPolicy, key: [UInt8]) throws -> RedactedContents {
        switch policy {
        case .none:
            return RedactedContents(contents: self, audit: audit.map(AuditLine.full), counts: [:])
        case .standard:
            var redactor = Redactor(key: key)
            var contents = self
            let audit = auditLines()
            contents.audit = []
            contents.redactTexts(by: &redactor)
            let plain = try CanonicalJSON(encoding: contents)
            let json = plain.mapStrings { redactor.redacted($0, rules: RedactionRule.forMetadata).text }
            try json.forEachString {
                if let find = Redactor.finds(in: Array($0.utf8), rules: RedactionRule.forMetadata).first {
                    throw RedactionProblem.remains(rule: find.rule.rawValue)
                }
            }
            contents = try JSONDecoder().decode(BundleContents.self, from: Data(json.bytes))
            contents.audit = self.audit
            // Whoever knows all of a document but a short value could find that by trying, given the document's digest.
            for (index, original) in exchanges.enumerated() where contents.exchanges[index] != original {
                contents.exchanges[index].source = nil
            }
            return RedactedContents(contents: contents, audit: audit, counts: redactor.counts)
        }
    }

    /// The rows about this case in full; those about other matters, and those a rule finds something in, withheld.
    private func auditLines() -> [AuditLine] {
        let own = Set(subjectTexts)
        return audit.map { row in
            guard row.subject.map(own.contains) ?? true else { return .withheld(row) }
            var isClean = true
            row.chainRow.forEachString {
                isClean = isClean && Redactor.finds(in: Array($0.utf8), rules: RedactionRule.forMetadata).isEmpty
            }
            return isClean ? .full(row) : .withheld(row)
        }
    }

    /// Every id that a row of the log can name and that belongs to the case.
    private var subjectTexts: [UntrustedText] {
        var texts = [matter.id.text]
        texts += accounts.map(\.id.text)
        texts += clusters.map(\.id.text)
        texts += exchanges.map(\.exchange.id.text)
        texts += exchanges.compactMap(\.exchange.conversation?.text)
        texts += flags.map(\.id.text)
        texts += labels.map { UntrustedText($0.id) }
        return texts
    }
}
