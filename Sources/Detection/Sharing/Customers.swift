/// Accounts that are one customer's, since they pay or receive mail as one.
enum Customers {
    /// The customer of each account: the groups that have an account in common are one, if half of all that come together so are in
    /// one group. A household has one card, and a company one domain. Whoever hangs together by ever other cards and
    /// domains is no customer: batches of accounts do that somebody bought.
    ///
    /// - Parameters:
    ///   - ownerOf: the owner of each account, who stays one.
    ///   - groups: accounts that have one payment or one e-mail domain.
    /// - Complexity: O(accounts and members of groups).
    static func joined(_ ownerOf: [Int], by groups: [[Int]]) -> [Int] {
        let groups = groups + Dictionary(grouping: ownerOf.indices) { ownerOf[$0] }.values
        var sets = UnionFind(count: ownerOf.count)
        for group in groups { for account in group.dropFirst() { sets.join(group[0], account) } }
        let customerOf = ownerOf.indices.map { sets.root($0) }
        let sizes = Dictionary(customerOf.map { ($0, 1) }, uniquingKeysWith: +)
        let largest = Dictionary(
            groups.filter { !$0.isEmpty }.map { (customerOf[$0[0]], $0.count) }, uniquingKeysWith: max)
        return zip(customerOf, ownerOf).map { customer, owner in
            2 * (largest[customer] ?? 0) >= sizes[customer] ?? 0 ? customer : owner
        }
    }
}
