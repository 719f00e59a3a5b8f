/// The names of what a case bundle holds.
enum BagLayout {
    static let declaration = "bagit.txt"
    static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    static let info = "bag-info.txt"
    static let fetch = "fetch.txt"
    static let payload = "data"
    static let signatures = "signatures"
    static let signed = "tagmanifest-sha256.txt"
    static let signature = "signatures/tagmanifest-sha256.txt.sig"
    /// What an SSH signature of a bundle says it is for.
    static let signatureNamespace = "stillwatch-case"

    static let caseFile = "data/case.json"
    static let query = "data/query.json"
    static let labels = "data/labels.jsonl"
    static let audit = "data/audit.jsonl"
    static let redactions = "data/redactions.json"
    static let reportMarkdown = "data/report.md"
    static let reportHTML = "data/report.html"
    static let readme = "data/readme.txt"
    static let evidence = "data/evidence"
    static let stix = "data/stix"
}

/// The labels of bag-info.txt that a bundle uses.
enum BagInfoLabel {
    static let auditHead = "Case-Audit-Head"
    static let identifier = "External-Identifier"
    static let oxum = "Payload-Oxum"
    static let cursor = "Evidence-Cursor"
    static let redaction = "Redaction-Policy"
    static let redactionReason = "Redaction-Reason"
}
