import Evidence
import HostileText

/// Something that stands in the drawing of a cluster, or in its list.
enum ClusterNode: Hashable, Sendable {
    /// A shared value, or several that just the same members have, by the first of them.
    case value(IndicatorID)
    /// A member by name.
    case member(AccountID)
    /// Members that are not drawn by name and have the same of the drawn values: bit n stands for the n-th.
    case group(UInt64)
    /// Members of groups too small to be drawn.
    case others

    /// The member, if it is one.
    var account: AccountID? {
        if case .member(let account) = self { return account }
        return nil
    }

    /// The value, if it is one.
    var indicator: IndicatorID? {
        if case .value(let indicator) = self { return indicator }
        return nil
    }
}

extension ClusterNode {
    /// The node as two words of a view's state: what it is, and which.
    var words: [UntrustedText] {
        switch self {
        case .value(let id): [UntrustedText("value"), id.text]
        case .member(let id): [UntrustedText("member"), id.text]
        case .group(let bits): [UntrustedText("group"), UntrustedText(String(bits))]
        case .others: [UntrustedText("others"), UntrustedText("0")]
        }
    }

    /// Reads pairs of such words.
    static func nodes(in words: [UntrustedText]) -> [ClusterNode] {
        stride(from: 0, to: words.count - 1, by: 2).compactMap { place in
            let which = words[place + 1]
            switch words[place] {
            case UntrustedText("value"): return .value(IndicatorID(which))
            case UntrustedText("member"): return .member(AccountID(which))
            case UntrustedText("group"):
                return UInt64(SafeText(which, limit: 20).description).map { .group($0) }
            case UntrustedText("others"): return .others
            default: return nil
            }
        }
    }
}

/// The ways to draw a cluster.
enum ClusterStyle: String, CaseIterable, Hashable, Sendable {
    /// Values, members and groups by name, each line the shortest that says it.
    case web
    /// Members at the left, values at the right.
    case columns
    /// Every member a dot.
    case dots
    /// Who is linked to whom, as a square.
    case matrix
    /// The shared values as a list.
    case list

    /// The way that suits a number of members on a screen of some width.
    static func standard(members: Int, isWide: Bool) -> ClusterStyle {
        guard isWide else { return .list }
        switch members {
        case ...15: return .web
        case ...60: return .columns
        case ...ClusterSheet.mostDots: return .dots
        default: return .web
        }
    }

    /// The way after this one; dots only where there are few enough.
    func next(members: Int) -> ClusterStyle {
        let known = ClusterStyle.allCases.filter { $0 != .dots || members <= ClusterSheet.mostDots }
        let place = known.firstIndex(of: self) ?? 0
        return known[(place + 1) % known.count]
    }

    /// What it is called in the line below the drawing.
    var word: SafeText {
        switch self {
        case .web: "web"
        case .columns: "columns"
        case .dots: "dots"
        case .matrix: "matrix"
        case .list: "list"
        }
    }
}
