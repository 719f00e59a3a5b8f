import HostileText

/// What is told apart in an e-mail address.
enum EmailAddress {
    /// The domain of an address in lower case; `nil` if it has none.
    static func domain(of address: UntrustedText?) -> UntrustedText? {
        guard let address, let at = address.verbatim.lastIndex(of: "@") else { return nil }
        let domain = address.verbatim[address.verbatim.index(after: at)...].lowercased()
        return domain.isEmpty ? nil : UntrustedText(domain)
    }
}
