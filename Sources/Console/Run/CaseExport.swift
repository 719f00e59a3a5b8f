public import CaseBundle
import Digests
public import Evidence
public import EvidenceCache
import HostileText

/// Writes a case out as a bundle, and a line about it into the activity log. The console and `case export` share it.
public struct CaseExport: Sendable {
    /// Where bundles go.
    public var directory: String
    /// What is taken out.
    public var redaction: RedactionPolicy
    /// Who signs with what; `nil` leaves the bundle unsigned.
    public var signature: SignatureRequest?
    /// The program and its version.
    public var tool: String

    /// Makes an export.
    public init(
        directory: String, redaction: RedactionPolicy = .standard, signature: SignatureRequest?, tool: String
    ) {
        self.directory = directory
        self.redaction = redaction
        self.signature = signature
        self.tool = tool
    }

    /// Writes the bundle.
    ///
    /// - Throws: `CacheProblem`, `ExportProblem`, `RedactionProblem`, `SignatureProblem`.
    public func run(
        _ id: CaseID, in cache: EvidenceCache, for viewer: Viewer
    ) throws -> BundleWriter.Written {
        let contents = try BundleContents.collect(id, in: cache, for: viewer, tool: tool)
        let writer = BundleWriter(
            directory: directory, analyst: viewer.analyst, redaction: redaction, signature: signature)
        let written = try writer.write(contents, at: viewer.now)
        try cache.append(
            .exported, subject: id.text,
            details: ["redaction": .string(redaction.word), "tagmanifest_sha256": .string(written.digest.hex)],
            actor: viewer.analyst, at: viewer.now)
        try cache.noteExport(of: id, digest: written.digest.hex, at: written.path)
        return written
    }
}
