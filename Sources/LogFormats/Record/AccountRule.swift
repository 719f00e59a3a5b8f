import Digests
import Evidence
import HostileText

/// Whose an exchange is, where the log does not say it in one field.
enum AccountRule {
    /// The account of exchanges in whose record nobody is named, not even a key.
    static let unidentified = AccountID("unidentified")

    /// The fields that may name the account, in order; the first that is not empty does.
    static let fields = [
        "user.id", "enduser.id", "llm.user",
        "metadata.user_api_key_user_id", "end_user", "metadata.user_api_key_end_user_id", "model_parameters.user",
        "user",
    ]

    /// The first field of a record that names an account; JSON inside strings is entered.
    static func named(in record: JSONValue, override: String?) -> UntrustedText? {
        for path in (override.map { [$0] } ?? []) + fields {
            if let text = record.at(path: path)?.nonEmptyLabel, text != "None" { return UntrustedText(text) }
        }
        return nil
    }

    /// The account that was named; else the one that the key stands for; else ``unidentified``.
    ///
    /// The hash of a key is its own name; a key that a log carries in the clear is hashed before it names anything.
    static func account(named: UntrustedText?, key: UntrustedText?) -> AccountID {
        if let named { return AccountID(named) }
        guard let key else { return unidentified }
        guard key.verbatim.hasPrefix("sk-") else { return AccountID(key) }
        return AccountID("key:" + SHA256Digest.of(key.verbatim).hex.prefix(32))
    }
}
