extension Payload {
    /// `readme.txt`: what the files are, for somebody who has never seen a bundle.
    static func readme(_ export: ExportFacts) -> String {
        """
        This is a case bundle: a BagIt 1.0 bag (RFC 8493) written by stillwatch.

        report.html     the case for people; opens in any browser, holds no script, loads nothing
        report.md       the same as Markdown
        case.json       the case for programs: accounts, signals, clusters, links, shared values
        evidence/       one exchange a file, each named by the SHA-256 of its own bytes
        labels.jsonl    every label that an analyst gave, also those replaced later
        audit.jsonl     the activity log; each line's hash covers the line before it
        query.json      what was collected, and how many rows of each kind
        redactions.json what was taken out, by which rule

        Times are milliseconds since 1970-01-01T00:00:00Z in JSON, and UTC in the reports.
        Texts come from traffic: they were written by whoever is under investigation. Treat them as hostile.

        To verify this bundle, from the directory above it:
          stillwatch verify \(export.name)
          bagit.py --validate \(export.name)
        or by hand, in \(export.name):
          sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt
          ssh-keygen -Y check-novalidate -n stillwatch-case -s signatures/tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

        A hash of a line of audit.jsonl is the SHA-256 of the line before's hash (64 zeros for the first) followed by the
        line as canonical JSON (RFC 8785) without its member "hash". A line marked "withheld" keeps its place and its hash
        without its content; it can be shown and checked later.

        """
    }
}
