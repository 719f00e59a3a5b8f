/// Accounts that are one firm's, though the log names no organisation that they have in common: they pay alike, and nobody else has their
/// e-mail domain.
enum Firms {
    /// How nearly those who pay together and those who have a domain must be the same.
    enum Rule {
        /// Where the log names no organisation: of those who pay together most must have the domain, and of those who have it at least two
        /// thirds must pay with them. Some of a firm's people sign up with an address of their own.
        case ofUnnamed
        /// Where each has an organisation of its own, as each account of some platforms has: nine in ten both ways.
        case ofNamed

        func makesOne(paying: Int, ofDomain: Int, both: Int) -> Bool {
            switch self {
            case .ofUnnamed: both >= 2 && 2 * both > paying && 3 * both >= 2 * ofDomain
            case .ofNamed: both >= 3 && 10 * both >= 9 * paying && 10 * both >= 9 * ofDomain
            }
        }
    }

    /// The accounts of each firm: those who pay with a payment that is mostly a domain's, where the domain mostly pays with it. Whoever
    /// has no known domain, or pays with nothing known, says nothing.
    ///
    /// - Parameters:
    ///   - payments: the accounts of each payment.
    ///   - domainsOf: the e-mail domains of each account, by number.
    ///   - sizes: the accounts of each domain that pay with anything.
    /// - Complexity: O(accounts of payments).
    static func found(payments: [[Int]], domainsOf: [[Int]], sizes: [Int], by rule: Rule) -> [[Int]] {
        payments.filter { accounts in
            guard accounts.count >= 2 else { return false }
            let paying = accounts.count { !domainsOf[$0].isEmpty }
            var both: [Int: Int] = [:]
            for account in accounts { for domain in domainsOf[account] { both[domain, default: 0] += 1 } }
            return both.contains { rule.makesOne(paying: paying, ofDomain: sizes[$0.key], both: $0.value) }
        }
    }
}
