import Evidence
import EvidenceCache
import HostileText
import TextUI

// What is drawn by name, what in groups, and what stays whatever changes.

extension ClusterScreen {
    private static let step = 8

    /// Takes more members out of the group, or of the value's groups, under the cursor.
    mutating func expand(_ context: ScreenContext) -> Response {
        guard let sheet = sheet.value, let picture, picture.sketch.style != .dots else {
            return problem("only a web or columns have groups to expand; M draws the cluster another way")
        }
        let choice = picture.sketch.choice
        let bits: UInt64
        switch cursor {
        case .group(let held): bits = held
        case .value(let indicator):
            let pick = choice.picks.firstIndex { sheet.values[$0.places[0]].indicator.id == indicator }
            let groups = picture.sketch.items.compactMap { item -> (bits: UInt64, count: Int)? in
                guard case .group(let held) = item.node, let pick, held >> pick & 1 == 1 else { return nil }
                return (held, item.count)
            }
            guard let largest = groups.max(by: { $0.count < $1.count }) else {
                return problem("all who have this are drawn by name")
            }
            bits = largest.bits
        case .others: return problem("these share nothing that is drawn; tab lists all members")
        default: return problem("the cursor is on no group; ◇ are groups")
        }
        let values = choice.picks.map { sheet.values[$0.places[0]].indicator.id }
        let named = picture.sketch.items.count { $0.node.account != nil }
        // Those of the group that are drawn already come first, so that so many more are asked for.
        return .ask(
            GroupMembers(
                cluster: id, holding: bits, values: values, limit: min(ClusterSheet.mostNamed, named + Self.step),
                analyst: context.analyst), slot: "group")
    }

    /// Draws members of a group by name.
    mutating func unfold(_ members: [MemberRow], _ context: ScreenContext) -> Response {
        let drawn = Set(picture?.sketch.items.compactMap(\.node.account) ?? [])
        let fresh = members.filter { !drawn.contains($0.membership.account) }.prefix(Self.step)
        guard let first = fresh.first else { return problem("no more of these can be drawn; tab lists all members") }
        wishes.folded.subtract(fresh.map(\.membership.account))
        // The newest come first, so that they are drawn where there is not room for all.
        wishes.unfolded = fresh + wishes.unfolded
        cursor = .member(first.membership.account)
        return sketch(context) + followFocus(context)
    }

    /// Puts the members that have the same as the one under the cursor, or that have the value, back into a group.
    mutating func fold(_ context: ScreenContext) -> Response {
        guard let picture, let cursor, picture.sketch.style != .dots else {
            return problem("only a web or columns can be folded; M draws the cluster another way")
        }
        let sketch = picture.sketch
        guard let place = sketch.place(of: cursor) else { return Response() }
        let ties = { (node: Int) -> Set<Int> in
            let end = sketch.items[node].parent ?? node
            return Set(sketch.links.filter { $0.from == end }.map(\.to))
        }
        let folding = sketch.items.indices.filter { index in
            guard sketch.items[index].node.account != nil, !wishes.pinned.contains(sketch.items[index].node) else {
                return false
            }
            return cursor.account != nil ? ties(index) == ties(place) : ties(index).contains(place)
        }
        guard !folding.isEmpty else { return problem("there is nothing by name here to fold; pinned accounts stay") }
        wishes.folded.formUnion(folding.compactMap { sketch.items[$0].node.account })
        wishes.unfolded.removeAll { wishes.folded.contains($0.membership.account) }
        if let account = cursor.account, let row = row(of: account), let sheet = sheet.value {
            self.cursor = .group(sketch.choice.bits(of: sheet.holding(of: row.membership)))
        }
        let count = SafeText(ours: Count.text(folding.count, "account"))
        return self.sketch(context) + Response(notice: Notice("folded \(count); E on the group draws them again"))
    }

    /// Keeps what the cursor is on in the drawing, or lets it go.
    mutating func pin(_ context: ScreenContext) -> Response {
        guard let focus, focus.account != nil || focus.indicator != nil else {
            return problem("accounts and values can be pinned, groups cannot")
        }
        guard wishes.pinned.remove(focus) == nil else {
            return sketch(context) + Response(notice: Notice("let go"))
        }
        wishes.pinned.insert(focus)
        if let account = focus.account, picture?.sketch.place(of: focus) == nil, let row = row(of: account) {
            wishes.folded.remove(account)
            wishes.unfolded.insert(row, at: 0)
        }
        return sketch(context) + Response(notice: Notice("pinned: it stays drawn; e lets it go"))
    }

    /// A member's row, wherever it is held.
    func row(of account: AccountID) -> MemberRow? {
        let isIt = { (row: MemberRow) in row.membership.account == account }
        return list.rows.first(where: isIt) ?? sheet.value?.strongest.first(where: isIt)
            ?? wishes.unfolded.first(where: isIt) ?? (detail.map { isIt($0.row) ? $0.row : nil } ?? nil)
    }

    /// Says of a shared value that it is not related, or hears it again.
    func mute() -> Response {
        guard let indicator = focus?.indicator,
            let value = sheet.value?.values.first(where: { $0.indicator.id == indicator })
        else { return Response() }
        return Response([.decide(.mute(indicator, isMuted: !value.isMuted))])
    }

    func problem(_ sentence: SafeText) -> Response {
        Response(notice: Notice(StyledText(sentence), isProblem: true))
    }
}
