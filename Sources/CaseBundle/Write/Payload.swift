import Digests
import Evidence
import Foundation

/// The payload of a bundle: everything below `data/`, from contents that are redacted already.
struct Payload {
    let redacted: RedactedContents
    let export: ExportFacts
    var contents: BundleContents { redacted.contents }

    init(_ redacted: RedactedContents, _ export: ExportFacts) {
        self.redacted = redacted
        self.export = export
    }

    /// All files, in the order of their paths.
    func files() throws -> [PayloadFile] {
        let evidence = try contents.exchanges.map { exchange in
            let file = try Payload.evidence(exchange)
            return (exchange: exchange, file: file)
        }
        let report = Report(contents, export, redacted)
        var files = [
            PayloadFile(path: BagLayout.labels, lines: try contents.labels.map { try CanonicalJSON(encoding: $0) }),
            PayloadFile(path: BagLayout.audit, lines: redacted.audit.map(\.json)),
            PayloadFile(path: BagLayout.redactions, json: redactions),
            PayloadFile(path: BagLayout.query, json: query),
            PayloadFile(path: BagLayout.readme, text: Payload.readme(export)),
            PayloadFile(path: BagLayout.reportMarkdown, text: MarkdownRendering.text(of: report)),
            PayloadFile(path: BagLayout.reportHTML, text: HTMLRendering.text(of: report)),
        ]
        // Two exchanges that are equal to the last byte have one file.
        var evidencePaths: Set<String> = []
        files += evidence.map(\.file).filter { evidencePaths.insert($0.path).inserted }
        let index = evidence.map { (id: $0.exchange.exchange.id, path: $0.file.path) }
        let promised = (files.map(\.path) + [BagLayout.caseFile]).sorted()
        files.append(PayloadFile(path: BagLayout.caseFile, json: try caseDocument(evidence: index, promised: promised)))
        return files.sorted { $0.path < $1.path }
    }

    /// An exchange under the digest of its own bytes.
    static func evidence(_ exchange: EvidenceExchange) throws -> PayloadFile {
        var file = PayloadFile(path: "", json: try CanonicalJSON(encoding: exchange))
        let digest = SHA256Digest.of(file.data).hex
        file.path = "\(BagLayout.evidence)/\(digest.prefix(2))/\(digest).json"
        return file
    }
}
