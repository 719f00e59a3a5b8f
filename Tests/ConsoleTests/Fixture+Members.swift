import Evidence
import Feed
import HostileText

extension Fixture {
    /// An account of the world and the part it plays.
    struct Member {
        var number: Int
        var role: Role

        enum Role { case injector, pivoter, grader, lookAlike, ordinary }

        static let all: [Member] = (0..<40).map { number in
            let role: Role =
                switch number {
                case ..<8: .injector
                case ..<14: .pivoter
                case ..<20: .grader
                case ..<26: .lookAlike
                default: .ordinary
                }
            return Member(number: number, role: role)
        }

        var name: String {
            let digits = String(UInt32(truncatingIfNeeded: number &* 0x9E37_79B1 &+ 0x51A7_2C0D), radix: 16)
            return "acct-" + String(repeating: "0", count: 8 - digits.count) + digits
        }

        var id: AccountID { AccountID(name) }
        var isFlagged: Bool { role != .ordinary }
        var score: Double { isFlagged ? max(0.51, 0.97 - Double(number) * 0.018) : 0.04 }

        var cluster: ClusterID? {
            switch role {
            case .injector: ClusterID("C-003")
            case .grader where number < 17: ClusterID("C-007")
            default: nil
            }
        }

        /// The share of each capability target in its traffic.
        var targets: [TargetShare] {
            switch role {
            case .injector:
                [
                    TargetShare(target: .reasoningTrace, share: 0.88, lift: 61),
                    TargetShare(target: .rewardGrading, share: 0.09, lift: 14),
                ]
            case .pivoter:
                [
                    TargetShare(target: .agenticCoding, share: 0.4, lift: 2.1),
                    TargetShare(target: .toolOrchestration, share: 0.6, lift: 9.5),
                ]
            case .grader: [TargetShare(target: .rewardGrading, share: 0.97, lift: 40)]
            case .lookAlike: [TargetShare(target: .dataAnalysis, share: 0.5, lift: 3)]
            case .ordinary: [TargetShare(target: .general, share: 0.9)]
            }
        }

        var reasons: [String] {
            switch role {
            case .injector: ["injected span", "shared payment, 3 accounts", "reasoning-trace requests"]
            case .pivoter: ["release pivot", "in step with 5"]
            case .grader: ["reward grading", "template in 6 accounts"]
            case .lookAlike: ["even load"]
            case .ordinary: []
            }
        }

        /// Exchanges on each of the fourteen days, oldest first; a few enough to be made one by one.
        var days: [Int] {
            (0..<14).map { day in
                switch role {
                case .injector: day < 3 ? 0 : 2 + (day + number) % 3
                case .pivoter: day < 9 ? 1 : 4
                case .grader: day % 2 == number % 2 ? 3 : 2
                case .lookAlike: day % 7 < 5 ? 2 : 0
                case .ordinary: (day + number) % 3 == 0 ? 1 : 0
                }
            }
        }

        var exchanges: Int { days.reduce(0, +) }
        var payment: String { number < 3 ? "pay-7c21" : number < 8 ? "pay-0f4e" : "pay-\(100 + number)" }
        var range: String { role == .injector ? "203.0.113.0/24" : "198.51.100.\(number)/32" }
        var asn: Int { role == .injector ? 64500 : 64510 + number % 5 }
    }

    /// Adds an account with its organisation and its traffic.
    mutating func add(_ member: Member) throws {
        var account = Account(
            id: member.id, exchanges: member.exchanges, conversations: (member.exchanges + 1) / 2,
            keys: 1 + member.number % 4,
            firstAt: Instant(day: Fixture.firstDay), lastAt: Fixture.now - 3 * Instant.hour)
        account.organisation = OrganisationID("org-\(member.number / 2)")
        account.pathway = member.role == .lookAlike ? .education : member.number % 5 == 4 ? .cloudReseller : .directAPI
        account.plan = UntrustedText("tier-\(1 + member.number % 3)")
        account.createdAt = Fixture.now - Int64(14 + member.number) * Instant.day
        account.country = UntrustedText(member.role == .injector ? "SG" : "FI")
        account.asn = member.asn
        account.score = member.score
        account.isFlagged = member.isFlagged
        account.cluster = member.cluster
        account.inputTokens = member.exchanges * 812
        account.outputTokens = member.exchanges * 4_096
        try addTraffic(of: member, account: &account)
        try add(.account, member.name, account)
        if member.number % 2 == 0 {
            let id = OrganisationID("org-\(member.number / 2)")
            try add(.organisation, "org-\(member.number / 2)", Organisation(id: id, accounts: 2))
        }
    }
}
