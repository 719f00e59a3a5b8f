import Evidence
import Foundation

extension SharedValues {
    /// So many parties make a crowd. What a few customers say alike, such as a public benchmark's wording, is left to rarity.
    static let fewestOfCrowd = 80

    /// Marks fixed instructions, and long texts that come with many requests, which go together with a client, where most
    /// who have them are ordinary: whoever has one has the other, as with any piece of software. Call it once rarity is
    /// measured.
    mutating func markSoftware() {
        let clients = values.indices.filter { values[$0].kind == .client }
        for number in values.indices { values[number].isSoftware = false }
        for span in values.indices where mayBeSoftware(values[span]) && isMostlyOrdinary(values[span]) {
            let users = Set(values[span].members)
            for client in clients where Self.mayAgree(users.count, values[client].members.count) {
                let both = values[client].members.count { users.contains($0) }
                let either = users.count + values[client].members.count - both
                if Double(both) >= Self.sameUsers * Double(either) {
                    values[span].isSoftware = true
                    values[client].isSoftware = true
                }
            }
        }
    }

    /// The part of all who have an instruction or a client that must have both.
    private static let sameUsers = 0.6

    /// Whether two sets of these sizes can have so many in common.
    private static func mayAgree(_ one: Int, _ other: Int) -> Bool {
        Double(min(one, other)) >= sameUsers * Double(max(one, other))
    }

    private func mayBeSoftware(_ value: SharedValue) -> Bool {
        value.kind == .span || value.kind == .template && value.habit != nil && value.owners >= Self.fewestOfCrowd
    }

    private func isMostlyOrdinary(_ value: SharedValue) -> Bool {
        2 * value.ordinaryOwners > value.owners
    }

    /// So many organisations with several accounts each, which use one text, use a public one.
    static let fewestEstablished = 5

    /// Whether most who have a text are of established organisations, and those are several.
    private func isPublic(_ value: SharedValue) -> Bool {
        guard value.evidence == .content else { return false }
        let established = value.members.filter { isEstablished[$0] }
        return 2 * established.count > value.members.count
            && Set(established.map { ownerOf[$0] }).count >= Self.fewestEstablished
    }

    /// The least part of its rarity that a value keeps, however many of those who have it are ordinary. Payments,
    /// ranges and clients keep all, since they are as rare among strangers whoever has them. Content keeps 0.4 where
    /// one in a hundred ordinary parties has it, falling with the logarithm of the share to 0.04 where one in ten
    /// has.
    private static func floor(_ value: SharedValue, of ordinary: Int) -> Double {
        switch value.kind {
        case .payment, .addressRange, .client: return 1
        case .template, .span:
            let share = Double(max(1, value.ordinaryOwners)) / Double(max(1, ordinary))
            return 0.4 * max(0.1, min(1, -log10(share) - 1))
        case .emailDomain, .autonomousSystem, .rhythm: return 0.2
        }
    }

    /// 1 for what at most one in fifty has, falling with the logarithm of the share to 0 for what two in five have:
    /// before it is known who is ordinary, a large campaign must not make its own values common.
    static func uncommonness(having count: Int, of all: Int) -> Double {
        let share = Double(count) / Double(max(all, 1))
        return max(0, min(1, log(0.4 / share) / log(20)))
    }

    /// `ln(N / (1 + n)) / ln N`: 1 for what nobody has, 0 for what everybody has. Few are taken for twenty.
    static func idf(having count: Double, of all: Int) -> Double {
        let all = Double(max(all, 20))
        return max(0, min(1, log(all / (1 + count)) / log(all)))
    }

    /// What a text says that is most of what most of a crowd who have it ask, however large: people do not all begin
    /// to say the same. Where a client goes together with it, software does, and ``markSoftware()`` sees to that.
    static let ofHabit = 0.36

    /// What a text says at least whose holders keep one time when they say it, however many they are.
    static let ofTimed = 0.8

    /// Whether no more customers have a fixed instruction than may be in one campaign's pool; more have a public program's.
    private func isOfFew(_ value: SharedValue) -> Bool {
        value.owners <= max(8, customers / 50)
    }

    /// Measures how much sharing each value says: `ln(N / (1 + n)) / ln N`, where `n` of `N` ordinary parties have
    /// it, times the share of those who have it that are not ordinary (but at least a floor for each kind), times its
    /// substance. For content the share is squared, since popular software and popular phrases have many users.
    ///
    /// What several established organisations use counts as what ordinary accounts use.
    ///
    /// In a wide search a long text that is in many requests of most who have it is as rare as they are few: nobody knows yet
    /// whether they belong together.
    mutating func measureRarity(against ordinary: OrdinaryReference, focus: Ties.Focus) {
        for number in values.indices {
            let parties = parties(to: values[number].kind)
            let concentration = Concentration(
                of: values[number], clusterOf: ordinary.clusterOf, isCoordinated: ordinary.isCoordinated)
            let isPublic = isPublic(values[number])
            var having: [Int: Double] = [:]
            for member in values[number].members {
                let own =
                    isPublic && isEstablished[member]
                    ? 1 : ordinary.ordinariness(of: member, having: values[number], concentration)
                having[parties[member]] = max(having[parties[member]] ?? 0, own)
            }
            let count = having.values.sorted().reduce(0, +)
            values[number].ordinaryOwners = having.values.count { $0 >= 0.5 }
            var unusual = 1 - count / Double(values[number].owners)
            if values[number].evidence == .content { unusual *= unusual }
            values[number].rarity =
                Self.idf(having: count, of: ordinary.owners) * values[number].substance * telling(values[number])
                * max(Self.floor(values[number], of: ordinary.owners), unusual)
            if values[number].isTimed || values[number].isDealt, !isPublic {
                values[number].rarity = max(values[number].rarity, Self.ofTimed)
            }
            guard let habit = values[number].habit, !isPublic else { continue }
            if values[number].owners >= Self.fewestOfCrowd {
                if values[number].kind == .template, habit.tellsInACrowd {
                    values[number].rarity = max(values[number].rarity, Self.ofHabit)
                }
            } else if focus == .wide, values[number].kind == .template || isOfFew(values[number]) {
                let few = Self.idf(having: Double(values[number].owners), of: customers)
                values[number].rarity = max(values[number].rarity, few)
            }
        }
    }
}
