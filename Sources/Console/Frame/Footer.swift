import Evidence
import HostileText
import TextUI

/// The keys of a screen as its last line: the label digits first, each with its word, as far as there is room.
struct Footer {
    /// The rows that count here and now, in the order of the footer.
    let rows: [KeyTable.Row]
    /// The rows of keys that are the other half of a pair, such as `[` beside `]`.
    let others: [KeyTable.Row]
    /// Whether giving labels is what the screen is for: their words then go before other keys.
    let isForDeciding: Bool

    /// How the label digits are written.
    private enum Labels: CaseIterable {
        /// `1 distillation  2 relay` …
        case words
        /// `1 distil  2 relay` …
        case shortWords
        /// `1-7 label`
        case folded
    }

    /// What is in the footer from this place on can be found elsewhere, and is the first to be left out.
    private static let lastPlace = 50

    init(_ rows: [KeyTable.Row], isForDeciding: Bool) {
        self.rows = rows.filter { $0.footer != nil && $0.action != .help }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
        others = rows.filter { $0.footer == nil }
        self.isForDeciding = isForDeciding
    }

    /// The hints for so many columns, with one that is never left out.
    func hints(width: Int, last: KeyHints.Hint?) -> KeyHints {
        let room = width - 2 - (last.map { $0.width + 2 } ?? 0)
        let needed = rows.filter { ($0.footer ?? 0) < Self.lastPlace }
        var style = Labels.allCases.first { self.width(of: hints(needed, $0)) <= room } ?? .folded
        if isForDeciding {
            if width >= 140 { style = .words } else if style == .folded, width >= 78 { style = .shortWords }
        }
        return KeyHints(hints(rows, style), last: last)
    }

    private func width(of hints: [KeyHints.Hint]) -> Int {
        hints.reduce(0) { $0 + $1.width + 2 } - 2
    }

    private func hints(_ rows: [KeyTable.Row], _ style: Labels) -> [KeyHints.Hint] {
        let labels = rows.filter { $0.action.label != nil }
        var hints: [KeyHints.Hint] = []
        if style == .folded, let first = labels.first?.chords.first, let last = labels.last?.chords.first {
            hints.append(KeyHints.Hint(SafeText(ours: "\(first.text)-\(last.text)"), "label"))
        }
        for row in rows where style != .folded || row.action.label == nil {
            guard let chord = row.chords.first else { continue }
            let short = style == .shortWords ? row.action.label.flatMap { Label(digit: $0)?.shortestName } : nil
            hints.append(KeyHints.Hint(SafeText(ours: keys(of: row, chord)), SafeText(ours: short ?? row.caption)))
        }
        return hints
    }

    /// The key, and before or after it the one that does the opposite under the same word.
    private func keys(of row: KeyTable.Row, _ chord: KeyChord) -> String {
        guard let other = others.first(where: { $0.caption == row.caption })?.chords.first, other.keys.count == 1,
            chord.text.count == 1, other.text.count == 1
        else { return chord.text }
        return ["]", "}"].contains(chord.text) ? "\(other.text) \(chord.text)" : "\(chord.text) \(other.text)"
    }
}

extension Label {
    /// The label in at most six columns, for a footer of eighty.
    fileprivate var shortestName: String {
        switch self {
        case .distillation: "distil"
        case .researchEval: "eval"
        case .compromisedKey: "key"
        case .relay, .mixed, .benign, .unsure: rawValue
        }
    }
}

extension ScreenKind {
    /// Whether giving labels is what one comes here for.
    var isForDeciding: Bool {
        switch self {
        case .queue, .clusters: true
        default: false
        }
    }
}
