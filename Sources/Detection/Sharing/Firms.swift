/// Accounts that are one firm's, though the log names no organisation: they pay alike, and nobody else has their e-mail domain.
enum Firms {
    /// Of those who pay together most must have the domain, and of those who have it at least two thirds must pay with them: some of a
    /// firm's people sign up with an address of their own.
    static func isOne(paying: Int, ofDomain: Int, both: Int) -> Bool {
        both >= 2 && 2 * both > paying && 3 * both >= 2 * ofDomain
    }

    /// The accounts of each firm: those who pay with a payment that is mostly a domain's, where the domain mostly pays with it.
    ///
    /// - Parameters:
    ///   - payments: the accounts of each payment.
    ///   - domainsOf: the e-mail domains of each account, by number.
    ///   - sizes: the accounts of each domain.
    /// - Complexity: O(accounts of payments).
    static func found(payments: [[Int]], domainsOf: [[Int]], sizes: [Int]) -> [[Int]] {
        payments.filter { accounts in
            guard accounts.count >= 2 else { return false }
            var both: [Int: Int] = [:]
            for account in accounts { for domain in domainsOf[account] { both[domain, default: 0] += 1 } }
            return both.contains { isOne(paying: accounts.count, ofDomain: sizes[$0.key], both: $0.value) }
        }
    }
}
