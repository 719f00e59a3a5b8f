import Evidence
import EvidenceCache
import HostileText
import TextUI

/// What of a cluster is drawn: nodes by name and the lines between them, before anybody knows where they stand.
struct ClusterSketch: Hashable, Sendable {
    /// A node and what it is called.
    struct Item: Hashable, Sendable {
        var node: ClusterNode
        var label: SafeText
        /// The hue of a value.
        var kind: EvidenceKind?
        /// Greater ones keep their name where two collide.
        var weight: Double
        /// The members that it stands for, or that have it.
        var count: Int
        /// How many drawn values a member has.
        var degree = 0
        /// The group that it stands under, by place, where names stand below their group.
        var parent: Int?
    }

    /// A line.
    struct Link: Hashable, Sendable {
        var from: Int
        var to: Int
        var kind: EvidenceKind
        /// 1 to 3, by the logarithm of the members it stands for.
        var weight = 1
    }

    var style: ClusterStyle
    var items: [Item] = []
    var links: [Link] = []
    var choice: ValueChoice
    /// The members drawn by name or as a dot.
    var drawnMembers = 0
    /// The values drawn, those that are drawn as one counted each.
    var drawnValues: Int { choice.picks.reduce(0) { $0 + $1.places.count } }

    /// The place of a node.
    func place(of node: ClusterNode) -> Int? { items.firstIndex { $0.node == node } }

    /// Which members are drawn by name: what the analyst asked for, and how much room there is.
    struct Wishes: Hashable, Sendable {
        /// Members that were taken out of groups.
        var unfolded: [MemberRow] = []
        /// Members that were put back into groups.
        var folded: Set<AccountID> = []
        /// Members and values that stay drawn whatever else changes.
        var pinned: Set<ClusterNode> = []
        /// The rows of the drawing.
        var rows = 40
    }

    /// Chooses. The same sheet and wishes give the same sketch.
    init(_ sheet: ClusterSheet, _ style: ClusterStyle, _ wishes: Wishes, _ context: ScreenContext) {
        self.style = style
        let isLarge = sheet.members > ClusterSheet.mostDots
        let pinned = Set(sheet.values.indices.filter { wishes.pinned.contains(.value(sheet.values[$0].indicator.id)) })
        // More than one and a half lines an account are a tangle.
        let lines = style == .columns ? sheet.members * 2 : isLarge ? sheet.members * 5 / 4 : sheet.members * 3 / 2
        choice = ValueChoice(
            values: sheet.values, groups: sheet.groups, most: isLarge ? 12 : style == .web ? 7 : 9,
            lines: max(4, lines), least: isLarge ? 0.002 : 0.06, pinned: pinned)
        for pick in choice.picks { items.append(Self.item(pick, sheet, context)) }
        switch style {
        case .dots: addDots(sheet, context)
        case .columns: addColumns(sheet, wishes, context)
        default: addNamed(sheet, wishes, context)
        }
        if style != .columns {
            for (from, to) in choice.implications {
                let kind = sheet.values[choice.picks[to].places[0]].indicator.kind.evidence
                links.append(Link(from: from, to: to, kind: kind, weight: weight(choice.picks[from].members, sheet)))
            }
        }
    }

    private static func item(_ pick: ValueChoice.Pick, _ sheet: ClusterSheet, _ context: ScreenContext) -> Item {
        let value = sheet.values[pick.places[0]]
        let more: SafeText = pick.places.count > 1 ? " +\(pick.places.count - 1)" : ""
        let count = SafeText(ours: Count.text(pick.members))
        return Item(
            node: .value(value.indicator.id), label: "\(value.indicator.name(context, limit: 14))\(more) · \(count)",
            kind: value.indicator.kind.evidence, weight: 1_000_000 + Double(pick.members), count: pick.members)
    }

    private static func item(_ member: MemberRow, _ context: ScreenContext) -> Item {
        let account = member.membership.account
        return Item(
            node: .member(account), label: context.safe(account.text, columns: 14), weight: member.membership.weight,
            count: 1)
    }

    private func weight(_ members: Int, _ sheet: ClusterSheet) -> Int {
        guard sheet.members > 15 else { return 1 }
        return members < 100 ? 1 : members < 1_000 ? 2 : 3
    }

    private mutating func add(_ item: Item, holding bits: UInt64, _ sheet: ClusterSheet) {
        let place = items.count
        items.append(item)
        let held = style == .columns ? choice.picks.indices.filter { bits >> $0 & 1 == 1 } : choice.telling(bits)
        for pick in held {
            let kind = sheet.values[choice.picks[pick].places[0]].indicator.kind.evidence
            links.append(
                Link(
                    from: place, to: pick, kind: kind, weight: item.node.account == nil ? weight(item.count, sheet) : 1)
            )
        }
    }
}

extension ClusterSketch {
    private mutating func addDots(_ sheet: ClusterSheet, _ context: ScreenContext) {
        for (rank, holding) in sheet.holdings.enumerated() {
            let label: SafeText = rank < 12 ? context.safe(holding.account.text, columns: 14) : ""
            let bits = choice.bits(of: holding.holding)
            let item = Item(
                node: .member(holding.account), label: label, weight: Double(sheet.members - rank), count: 1,
                degree: bits.nonzeroBitCount)
            add(item, holding: bits, sheet)
        }
        drawnMembers = sheet.holdings.count
    }

    private mutating func addNamed(_ sheet: ClusterSheet, _ wishes: Wishes, _ context: ScreenContext) {
        let named = self.named(sheet, wishes)
        var counts: [UInt64: Int] = [:]
        for group in sheet.groups { counts[choice.bits(of: group.holding), default: 0] += group.count }
        for member in named {
            let bits = choice.bits(of: sheet.holding(of: member.membership))
            counts[bits, default: 1] -= 1
            add(Self.item(member, context), holding: bits, sheet)
        }
        drawnMembers = named.count
        let isNamed = Set(named.map { choice.bits(of: sheet.holding(of: $0.membership)) })
        let groups = counts.filter { $0.key != 0 && $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let most = sheet.members > ClusterSheet.mostDots ? 10 : 6
        for (bits, count) in groups.prefix(most) {
            let sign: SafeText = isNamed.contains(bits) ? "+ " : ""
            let label: SafeText = "\(sign)\(SafeText(ours: Count.text(count, "account")))"
            add(
                Item(node: .group(bits), label: label, weight: 1_000 + Double(count), count: count), holding: bits,
                sheet)
        }
        let rest = sheet.members - named.count - groups.prefix(most).reduce(0) { $0 + $1.value }
        guard rest > 0 else { return }
        let label: SafeText = "+ \(SafeText(ours: Count.text(rest, "other")))"
        add(Item(node: .others, label: label, weight: 500, count: rest), holding: 0, sheet)
    }

    /// Groups at the left with some of their names below them, values at the right.
    private mutating func addColumns(_ sheet: ClusterSheet, _ wishes: Wishes, _ context: ScreenContext) {
        var counts: [UInt64: Int] = [:]
        for group in sheet.groups { counts[choice.bits(of: group.holding), default: 0] += group.count }
        let groups = counts.filter { $0.key != 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = groups.prefix(max(4, wishes.rows * 2 / 3))
        var places: [UInt64: Int] = [:]
        for (bits, count) in shown {
            if count == 1,
                let only = sheet.strongest.first(where: { choice.bits(of: sheet.holding(of: $0.membership)) == bits })
            {
                add(Self.item(only, context), holding: bits, sheet)
                drawnMembers += 1
                continue
            }
            places[bits] = items.count
            let label = SafeText(ours: Count.text(count, "account"))
            add(
                Item(node: .group(bits), label: label, weight: 1_000 + Double(count), count: count), holding: bits,
                sheet)
        }
        let usual = min(4, max(0, (wishes.rows - shown.count) / max(1, shown.count) - 1))
        var room = wishes.rows - shown.count - 1
        var named: [UInt64: Int] = [:]
        var known = wishes.folded
        let asked = Set(wishes.unfolded.map(\.membership.account))
        for member in wishes.unfolded + sheet.strongest where known.insert(member.membership.account).inserted {
            let bits = choice.bits(of: sheet.holding(of: member.membership))
            let isWanted = asked.contains(member.membership.account) || isPinned(member, wishes)
            guard room > 0, let parent = places[bits], isWanted || named[bits, default: 0] < usual else { continue }
            room -= 1
            named[bits, default: 0] += 1
            var item = Self.item(member, context)
            item.parent = parent
            items.append(item)
            drawnMembers += 1
        }
        let rest = sheet.members - shown.reduce(0) { $0 + $1.value }
        guard rest > 0 else { return }
        let label: SafeText = "+ \(SafeText(ours: Count.text(rest, "other")))"
        add(Item(node: .others, label: label, weight: 500, count: rest), holding: 0, sheet)
    }

    /// The members drawn by name, the firmest first, not too many of those that have the same values.
    private func named(_ sheet: ClusterSheet, _ wishes: Wishes) -> [MemberRow] {
        var known = Set<AccountID>()
        let asked = wishes.unfolded.filter { known.insert($0.membership.account).inserted }
        let others = sheet.strongest.filter { known.insert($0.membership.account).inserted }
        let room = 34 - choice.picks.count
        var chosen = asked.filter { !wishes.folded.contains($0.membership.account) }
        var perGroup: [UInt64: Int] = [:]
        let most = sheet.members <= 15 ? 15 : sheet.members <= ClusterSheet.mostDots ? 11 : 0
        for member in others where !wishes.folded.contains(member.membership.account) {
            let bits = choice.bits(of: sheet.holding(of: member.membership))
            let isFew = sheet.members <= 15 || perGroup[bits, default: 0] < 3
            guard isPinned(member, wishes) || chosen.count < most && isFew else { continue }
            perGroup[bits, default: 0] += 1
            chosen.append(member)
        }
        return Array(chosen.prefix(room))
    }

    private func isPinned(_ member: MemberRow, _ wishes: Wishes) -> Bool {
        wishes.pinned.contains(.member(member.membership.account))
    }
}
