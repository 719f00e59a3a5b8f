import Evidence
import HostileText
import TextUI

extension CapabilityTarget {
    /// The hue of the target, the same on every screen; the rest is drawn as track.
    var style: Style {
        guard self != .general, let index = CapabilityTarget.allCases.firstIndex(of: self) else { return .track }
        return .series(index + 1)
    }

    /// The name as it is shown beside the hue.
    var name: SafeText { SafeText(ours: rawValue) }
}

extension EvidenceKind {
    /// The hue of the kind.
    var style: Style {
        switch self {
        case .content: .edge(1)
        case .timing: .edge(2)
        case .infrastructure: .edge(3)
        case .payment: .edge(4)
        }
    }

    /// One letter for a table, since colour alone says nothing.
    var letter: SafeText {
        switch self {
        case .content: "C"
        case .timing: "T"
        case .infrastructure: "I"
        case .payment: "P"
        }
    }
}

extension Sequence<EvidenceKind> {
    /// The kinds as letters in their hues, those that are missing as dots: `C·IP`.
    var letters: StyledText {
        let held = Set(self)
        return EvidenceKind.allCases.map { kind in
            held.contains(kind) ? StyledText(kind.letter, kind.style.bold) : StyledText("·", .faint)
        }.joined(separator: "")
    }
}

extension ShareBar {
    /// The shares of targets as blocks.
    init(_ targets: [TargetShare], count: Int, most: Int = .max, showsRest: Bool = true) {
        let shown = targets.filter { $0.target != .general }.prefix(most)
        self.init(shown.map { ($0.share, $0.target.style) }, count: count, showsRest: showsRest)
    }
}

extension Indicator {
    /// What it is called on screen: its kind and its value. Of a hash the first eight signs tell it from the others.
    func name(_ context: ScreenContext, limit: Int = 40) -> SafeText {
        let room = kind == .payment ? min(limit, 9) : kind == .addressRange ? max(limit, 24) : limit
        return "\(SafeText(ours: kind.word)) \(context.safe(value, columns: room))"
    }
}

extension Indicator.Kind {
    /// The kind as a word before the value.
    var word: String {
        switch self {
        case .payment: "payment"
        case .addressRange: "range"
        case .autonomousSystem: "AS"
        case .client: "client"
        case .template: "template"
        case .span: "span"
        case .rhythm: "in step"
        case .emailDomain: "e-mail at"
        }
    }
}
