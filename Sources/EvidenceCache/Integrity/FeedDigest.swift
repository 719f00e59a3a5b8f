import Digests
import GRDB

/// One hash over everything that came from the feed, in order of kind and id, without the times at which it came.
///
/// Two caches that read the same feed as far have the same digest, however the pages were cut and in whatever order they came.
struct FeedDigest {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func compute() throws -> String {
        var hasher = RowHasher()
        for (kind, sql) in FeedDigest.queries {
            hasher.add(SQLValue(kind))
            try db.step(sql, []) { row in
                for column in 0..<row.columnCount { hasher.add(row.value(column)) }
                return true
            }
        }
        return hasher.digest.hex
    }

    private static func documents(_ table: String, by key: String = "id") -> String {
        "SELECT \(key), revision, document FROM \(table) ORDER BY \(key)"
    }

    private static let queries: [(String, String)] = [
        ("account", "SELECT id, revision, document FROM accountFact WHERE revision > 0 ORDER BY id"),
        ("cluster", documents("cluster")),
        (
            "conversation",
            """
            SELECT c.id, c.revision, a.id, c.firstAt, c.lastAt, c.turns, c.isInferred FROM conversationFact c
            JOIN accountFact a ON a.key = c.account WHERE c.revision > 0 ORDER BY c.id
            """
        ),
        ("edge", documents("edge", by: "a, b")),
        (
            "exchange",
            """
            SELECT e.id, e.revision, a.id, c.id, e.at, n.name, e.inputTokens, e.outputTokens, e.status, t.name, p.id,
                o.digest, g.document, x.hash
            FROM exchangeFact e JOIN accountFact a ON a.key = e.account JOIN targetName t ON t.code = e.target
            JOIN origin o ON o.key = e.origin JOIN manner g ON g.key = e.manner
            LEFT JOIN conversationFact c ON c.key = e.conversation LEFT JOIN modelName n ON n.key = e.model
            LEFT JOIN templateFact p ON p.key = e.template LEFT JOIN exchangeText x ON x.exchange = e.key ORDER BY e.id
            """
        ),
        ("flag", documents("flagFact")),
        ("indicator", documents("indicator")),
        ("label", "SELECT id, revision, hash FROM eventArrival WHERE kind = 'label' ORDER BY id"),
        ("membership", documents("membership", by: "cluster, account")),
        ("mute", "SELECT id, revision, hash FROM eventArrival WHERE kind = 'mute' ORDER BY id"),
        ("organisation", documents("organisation")),
        ("outcome", "SELECT id, revision, hash FROM eventArrival WHERE kind = 'outcome' ORDER BY id"),
        ("release", documents("release")),
        ("signal", documents("signal", by: "kind, subject, name")),
        ("template", "SELECT id, revision, document FROM templateFact WHERE revision > 0 ORDER BY id"),
        ("unknown", documents("unknownRecord", by: "kind, id")),
    ]
}
