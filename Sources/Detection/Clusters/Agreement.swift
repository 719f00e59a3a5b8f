import Evidence

/// How far the members of a group say the same, and whether it is theirs.
///
/// In a campaign nearly each member says what nearly each other says, and few others do. Customers who took texts from one public set say
/// many things alike by twos and threes, and none of them is theirs.
enum Agreement {
    /// The part of the others with whom a member must say the same.
    static let leastAlike = 0.6
    /// How far one text must be the group's own: the part of the members who have it, times its rarity whatever its length; or how rare
    /// what two of them say alike is on average.
    static let leastOwn = 0.5
    /// The most members that are compared pair by pair.
    static let most = 256

    /// The members who say the same as most others, in rising order: whoever says the same as the fewest is left out, one after the other.
    /// Accounts of one customer are not asked about each other. Of more than 256, those to whom something is dealt out, where they are half.
    /// O(members² · values of each), of 256 members at most.
    static func alike(_ members: [Int], _ ties: Ties) -> [Int] {
        guard members.count <= most else {
            let dealt = members.filter { account in
                ties.shared.ofAccount[account].contains {
                    ties.weights[$0] > 0 && ties.shared.values[$0].isDealt(to: account)
                }
            }
            return 2 * dealt.count >= members.count ? dealt : members
        }
        var agreement = PairwiseAgreement(members, ties)
        while let least = agreement.least, least.share < leastAlike, agreement.count >= ClusterFinder.fewestMembers {
            agreement.leaveOut(least.place)
        }
        return agreement.left.map { members[$0] }
    }

    /// Whether what members say alike is their own and nobody else's, given who of them has which value. O(values).
    static func isTheirs(_ holders: [Int: [Int]], of members: Int, _ ties: Ties) -> Bool {
        guard members <= most else { return true }
        var (sum, pairs, closest) = (0.0, 0.0, 0.0)
        for (number, holders) in holders.sorted(by: { $0.key < $1.key }) {
            let value = ties.shared.values[number]
            guard value.evidence == .content, !value.isSoftware, value.substance > 0 else { continue }
            let count = Double(holders.count)
            let rarity = min(1, value.rarity / value.substance)
            closest = max(closest, count / Double(members) * rarity)
            pairs += count * (count - 1)
            sum += count * (count - 1) * rarity
        }
        return closest >= leastOwn || pairs > 0 && sum / pairs >= leastOwn
    }
}
