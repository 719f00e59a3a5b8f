import Evidence
import Foundation

/// What else than a campaign may bring accounts together that say the same, sit together or pay together.
struct OtherReasons {
    /// So many members with named organisations, nearly all of them, of whom one payment pays for nearly all who pay together; and how
    /// probable it may be that so many are named by chance: where the log names everybody's, that says nothing of them.
    private static let agency = (members: 8, named: 0.95, ofOnePayment: 0.8, byChance: 0.1)
    /// The most members that are of organisations with other accounts elsewhere, where only words, or words and time, tie them.
    private static let mostElsewhere = (whoSpeak: 1.0 / 6, whoKeepTime: 0.4)

    /// Whether an agency bills for its customers.
    let isAgency: Bool
    /// Whether more than three in five members are in one address range: a place of work or of learning keeps its hours.
    let sitsTogether: Bool
    /// Whether fewer than half of those who meet on address ranges do so in several networks: who sits in a class or at an event sits in no
    /// other room, or in one of the same campus.
    let isRooms: Bool
    /// Whether they sit together, and half of them have one e-mail domain.
    let isSchool: Bool
    /// Whether one payment ties most members, more than three in five of these are in one address range, and fewer than half meet in another
    /// network too: whoever rents one place and pays for all is one customer with several accounts.
    let paysFromOnePlace: Bool
    /// The share of the members whose organisation has accounts that are no members.
    private let elsewhere: Double

    /// Looks at members, given who of them has each value that ties some. O(members and values).
    init(_ members: [Int], _ holders: [Int: [Int]], _ shared: SharedValues) {
        func groups(_ kind: Indicator.Kind) -> [[Int]] {
            holders.filter { shared.values[$0.key].kind == kind }.map(\.value)
        }
        let ranges = groups(.addressRange)
        sitsTogether = 5 * (ranges.map(\.count).max() ?? 0) > 3 * members.count
        let visits = NetworkVisits(holders, inOnePlace: sitsTogether, shared)
        isRooms = !visits.areOfMovers
        isSchool = sitsTogether && 2 * (groups(.emailDomain).map(\.count).max() ?? 0) >= members.count
        let payers = groups(.payment)
        // Of several that tie as many the one with the first members, in whatever order they come.
        let commonest = payers.max {
            $0.count != $1.count ? $0.count < $1.count : $1.lexicographicallyPrecedes($0)
        }
        let together = Set(commonest ?? [])
        paysFromOnePlace =
            2 * together.count > members.count
            && ranges.contains { 5 * $0.count(where: together.contains) > 3 * together.count }
            && 2 * together.count(where: visits.isInSeveral) < together.count
        let named = members.count { shared.hasOrganisation[$0] }
        isAgency =
            members.count >= Self.agency.members && Double(named) >= Self.agency.named * Double(members.count)
            && pow(shared.shareNamed, Double(members.count)) <= Self.agency.byChance
            && !payers.isEmpty
            && Double(payers.map(\.count).max() ?? 0) >= Self.agency.ofOnePayment * Double(Set(payers.joined()).count)
        elsewhere = Self.elsewhere(members, shared)
    }

    /// The share of members whose organisation has accounts that are no members. O(members).
    static func elsewhere(_ members: [Int], _ shared: SharedValues) -> Double {
        let inside = Dictionary(members.map { (shared.ownerOf[$0], 1) }, uniquingKeysWith: +)
        let others = members.count {
            let owner = shared.ownerOf[$0]
            return shared.isEstablished[$0] && (shared.accountsOf[owner] ?? 0) > (inside[owner] ?? 0)
        }
        return Double(others) / Double(max(1, members.count))
    }

    /// What may explain accounts that are therefore a candidate at most.
    enum Doubt: Hashable, Sendable {
        case sameRoom
        case oneAgency
        case oneCustomer

        /// The doubt in words that the queue has room for.
        var words: String {
            switch self {
            case .sameRoom: "perhaps a class or an event"
            case .oneAgency: "perhaps an agency's customers"
            case .oneCustomer: "perhaps one customer"
            }
        }
    }

    /// What else may explain accounts that these kinds of evidence tie. It is asked where content is one of them: who pays together and
    /// keeps one time is not explained by a room.
    func doubt(ofThoseTiedBy kinds: [EvidenceKind]) -> Doubt? {
        switch kinds {
        case [.content]: isAgency ? .oneAgency : nil
        case [.content, .infrastructure]: isAgency ? .oneAgency : isRooms || isSchool ? .sameRoom : nil
        case [.content, .infrastructure, .payment]: paysFromOnePlace ? .oneCustomer : nil
        default: nil
        }
    }

    /// Whether these kinds of evidence are what a trade has in common: its wordings, and its hours. Too many members are of organisations
    /// that have other accounts elsewhere: one made up for a campaign has none.
    func isTrade(tiedBy kinds: [EvidenceKind]) -> Bool {
        switch kinds {
        case [.content]: elsewhere > Self.mostElsewhere.whoSpeak
        case [.content, .timing]: elsewhere > Self.mostElsewhere.whoKeepTime
        default: false
        }
    }
}
