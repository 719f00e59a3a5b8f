import Digests
public import Evidence
import Foundation
import GRDB
public import HostileText

extension EmbeddedEngine {
    /// Makes a token.
    ///
    /// - Returns: its text, which is kept nowhere and cannot be shown again.
    public func makeToken(
        name: UntrustedText, scopes: Set<AccessToken.Scope>, expiresAt: Instant?
    ) async throws -> String {
        let text = EmbeddedEngine.tokenMark + EmbeddedEngine.urlText(KeyedHash.newKey())
        let at = now().milliseconds
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO token (name, hash, scopes, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    Data(name.verbatim.utf8), Data(SHA256Digest.of(text).bytes),
                    scopes.map(\.rawValue).sorted().joined(separator: " "), at, expiresAt?.milliseconds,
                ])
        }
        return text
    }

    /// All tokens, oldest first, the ended ones too.
    public func tokens() async throws -> [AccessToken] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM token ORDER BY number").map { AccessToken($0) }
        }
    }

    /// Takes all tokens of a name back.
    ///
    /// - Returns: how many were still good.
    public func revokeTokens(name: UntrustedText) async throws -> Int {
        let at = now().milliseconds
        return try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE token SET revokedAt = ?1
                    WHERE name = ?2 AND revokedAt IS NULL AND (expiresAt IS NULL OR expiresAt > ?1)
                    """, arguments: [at, Data(name.verbatim.utf8)])
            return db.changesCount
        }
    }

    /// The token that a text is, if it is known, neither expired nor revoked.
    ///
    /// A token is 256 random bits, so one SHA-256 is a hash that nobody searches. All hashes are compared, each in constant
    /// time: the answer's time does not say which one was near.
    public func token(_ text: String) async throws -> AccessToken? {
        let hash = SHA256Digest.of(text).bytes
        let now = now()
        return try await database.read { db in
            var found: AccessToken?
            for row in try Row.fetchAll(db, sql: "SELECT * FROM token") {
                if ConstantTime.areEqual(Array(row["hash"] as Data), hash) { found = AccessToken(row) }
            }
            return found?.isValid(at: now) == true ? found : nil
        }
    }

    /// What every token begins with, so that one is recognised where it does not belong.
    private static let tokenMark = "swt_"

    private static func urlText(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension AccessToken {
    fileprivate init(_ row: Row) {
        let scopes: String = row["scopes"]
        self.init(
            name: UntrustedText(decoding: row["name"] as Data),
            scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }),
            createdAt: Instant(milliseconds: row["createdAt"]),
            expiresAt: (row["expiresAt"] as Int64?).map { Instant(milliseconds: $0) },
            revokedAt: (row["revokedAt"] as Int64?).map { Instant(milliseconds: $0) })
    }
}
