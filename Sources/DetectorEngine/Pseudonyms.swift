import Digests
import Evidence
import Foundation
import HostileText

/// Replaces what is private in a logged exchange by keyed hashes, before anything is stored.
struct Pseudonyms: Sendable {
    private let hash: KeyedHash
    private let keepsAddresses: Bool

    /// - Parameters:
    ///   - key: the key of this detector's state.
    ///   - keepsAddresses: whether the address itself stays beside its hash.
    init(key: [UInt8], keepsAddresses: Bool) {
        hash = KeyedHash(key: key)
        self.keepsAddresses = keepsAddresses
    }

    /// The exchange as it may be stored.
    func exchange(from logged: LoggedExchange) -> Exchange {
        var exchange = logged.exchange
        let secrets = logged.secrets
        exchange.origin.address = nil
        if let text = present(secrets.address) {
            let address = AddressRange.address(in: text)
            exchange.origin.addressHash = hash.token(for: address, in: "address")
            exchange.origin.addressRange = AddressRange.around(address)
            if keepsAddresses { exchange.origin.address = UntrustedText(address) }
        }
        if let key = present(secrets.apiKey) { exchange.keyHash = hash.token(for: key, in: "key") }
        if let user = present(secrets.endUser) { exchange.endUserHash = hash.token(for: user, in: "endUser") }
        if let payment = present(secrets.payment) {
            exchange.standing.paymentHash = hash.token(for: payment, in: "payment")
        }
        if let text = present(secrets.email) {
            let email = text.trimmingCharacters(in: .whitespaces).lowercased()
            exchange.standing.emailHash = hash.token(for: email, in: "email")
            if exchange.standing.emailDomain == nil, let at = email.lastIndex(of: "@") {
                exchange.standing.emailDomain = UntrustedText(String(email[email.index(after: at)...]))
            }
        }
        return exchange
    }

    private func present(_ text: UntrustedText?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text.verbatim
    }
}
