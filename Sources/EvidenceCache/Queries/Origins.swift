import Evidence
import GRDB
public import HostileText

/// A value that an account's exchanges bear, how many of them, and how many accounts share it.
public struct FacetCount: Hashable, Sendable {
    /// The value.
    public var value: UntrustedText
    /// The account's exchanges with it.
    public var exchanges: Int
    /// All accounts with it.
    public var accounts: Int
    /// How many of those have no open flag.
    public var ordinaryAccounts: Int
    /// Whether there are more accounts: counting ends at ``Origins/most``, where a value is anything but rare.
    public var isAtLeast = false
}

/// The kinds of value that exchanges bear, and that one can pivot on.
public enum Facet: String, CaseIterable, Hashable, Sendable {
    /// The address range.
    case range
    /// The autonomous system's number.
    case asn
    /// The country.
    case country
    /// What the client calls itself.
    case userAgent
    /// The fingerprint of its TLS greeting.
    case tlsFingerprint
    /// The keyed hash of the API key.
    case keyHash
    /// The keyed hash of the payment.
    case payment
    /// The domain of the e-mail address.
    case emailDomain
    /// The model.
    case model

    fileprivate var column: String { self == .model ? "n.name" : "o.\(rawValue)" }
    fileprivate var rows: String {
        self == .model
            ? "modelCount r JOIN modelName n ON n.key = r.model" : "originCount r JOIN origin o ON o.key = r.origin"
    }
}

/// Where an account's requests came from, who paid, with what client and model: the most frequent values of each.
public struct Origins: Hashable, Sendable {
    /// The accounts that are counted at most for a value.
    public static let most = 2_000

    /// The most frequent values by facet, at most eight, most exchanges first. A facet without a value is absent.
    public var top: [Facet: [FacetCount]]
    /// How many different values each facet has.
    public var distinct: [Facet: Int]

    init(of account: Int64, in db: Database) throws {
        top = [:]
        distinct = [:]
        for facet in Facet.allCases {
            let sql = """
                SELECT CAST(\(facet.column) AS TEXT), sum(r.exchanges) FROM \(facet.rows)
                WHERE r.account = ? AND \(facet.column) IS NOT NULL GROUP BY \(facet.column) ORDER BY 2 DESC, 1
                """
            let values = try db.rows(sql, [.integer(account)]) { (value: $0.untrusted(0), exchanges: $0.int(1)) }
            guard !values.isEmpty else { continue }
            distinct[facet] = values.count
            top[facet] = try values.prefix(8).map { value in
                let shared = try Origins.sharing(facet, value.value, in: db)
                return FacetCount(
                    value: value.value, exchanges: value.exchanges, accounts: shared.accounts,
                    ordinaryAccounts: shared.ordinary, isAtLeast: shared.accounts >= Origins.most)
            }
        }
    }

    static func sharing(
        _ facet: Facet, _ value: UntrustedText, in db: Database
    ) throws -> (accounts: Int, ordinary: Int) {
        let bound: SQLValue = facet == .asn ? SQLValue(Int(value.verbatim)) : .text(value)
        return try db.row(
            """
            SELECT count(*), ifnull(sum(isFlagged = 0), 0) FROM accountFact
            WHERE key IN (SELECT DISTINCT r.account FROM \(facet.rows) WHERE \(facet.column) = ? LIMIT ?)
            """, [bound, SQLValue(Origins.most)]
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }
}

extension EvidenceCache {
    /// How many accounts bear a value, ``Origins/most`` at most, and how many of them have no open flag: how rare it is.
    public func accountsSharing(_ facet: Facet, _ value: UntrustedText) throws -> (accounts: Int, ordinary: Int) {
        try read { db in try Origins.sharing(facet, value, in: db) }
    }
}
