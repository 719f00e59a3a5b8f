import Digests
import Evidence
import Foundation
import HostileText

/// What private values are called, with those that came lately at hand.
struct PseudonymBook: Sendable {
    private let hash: KeyedHash
    private let keepsAddresses: Bool
    private var addresses: [UntrustedText: Address] = [:]
    private var emails: [UntrustedText: Email] = [:]
    private var names: [Role: [UntrustedText: String]] = [:]
    /// The most values of a role at hand; then the page is begun anew.
    private static let limit = 1 << 18

    private struct Address: Sendable {
        var plain: UntrustedText
        var hash: String
        var range: String?
    }

    private struct Email: Sendable {
        var hash: String
        var domain: UntrustedText?
    }

    private enum Role {
        case key, endUser, payment

        var domain: StaticString {
            switch self {
            case .key: "key"
            case .endUser: "endUser"
            case .payment: "payment"
            }
        }
    }

    init(hash: KeyedHash, keepsAddresses: Bool) {
        self.hash = hash
        self.keepsAddresses = keepsAddresses
    }

    /// The exchange as it may be stored.
    mutating func exchange(from logged: consuming LoggedExchange) -> Exchange {
        if logged.isHidden { return logged.exchange }
        let secrets = logged.secrets
        var exchange = logged.exchange
        if exchange.origin.address != nil { exchange.origin.address = nil }
        if let text = present(secrets.address) {
            let address = address(text)
            exchange.origin.addressHash = address.hash
            exchange.origin.addressRange = address.range
            if keepsAddresses { exchange.origin.address = address.plain }
        }
        if let key = present(secrets.apiKey) { exchange.keyHash = name(of: key, as: .key) }
        if let user = present(secrets.endUser) { exchange.endUserHash = name(of: user, as: .endUser) }
        if let payment = present(secrets.payment) { exchange.standing.paymentHash = name(of: payment, as: .payment) }
        if let text = present(secrets.email) {
            let email = email(text)
            exchange.standing.emailHash = email.hash
            if exchange.standing.emailDomain == nil { exchange.standing.emailDomain = email.domain }
        }
        return exchange
    }

    private func present(_ text: UntrustedText?) -> UntrustedText? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }

    private mutating func name(of value: UntrustedText, as role: Role) -> String {
        if let known = names[role]?[value] { return known }
        let name = hash.token(for: value.verbatim, in: role.domain)
        if names[role, default: [:]].count >= PseudonymBook.limit { names[role] = [:] }
        names[role, default: [:]][value] = name
        return name
    }

    private mutating func address(_ text: UntrustedText) -> Address {
        if let known = addresses[text] { return known }
        let plain = AddressRange.address(in: text.verbatim)
        let address = Address(
            plain: UntrustedText(plain), hash: hash.token(for: plain, in: "address"), range: AddressRange.around(plain))
        if addresses.count >= PseudonymBook.limit { addresses = [:] }
        addresses[text] = address
        return address
    }

    private mutating func email(_ text: UntrustedText) -> Email {
        if let known = emails[text] { return known }
        let plain = text.verbatim.trimmingCharacters(in: .whitespaces).lowercased()
        let domain = plain.lastIndex(of: "@").map { UntrustedText(String(plain[plain.index(after: $0)...])) }
        let email = Email(hash: hash.token(for: plain, in: "email"), domain: domain)
        if emails.count >= PseudonymBook.limit { emails = [:] }
        emails[text] = email
        return email
    }
}
