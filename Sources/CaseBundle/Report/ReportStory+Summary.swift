import Evidence
import HostileText

extension ReportStory {
    var summary: [Report.Block] {
        var blocks: [Report.Block] = [.figures(figures), .paragraph(sentence)]
        if !contents.notes.isEmpty {
            blocks.append(.heading("Notes"))
            blocks.append(
                .list(
                    contents.notes.map { note in
                        [.plain(line(note.text, 4_000)), .quiet(" – \(line(note.analyst)), \(time(note.at))")]
                    }))
        }
        return blocks
    }

    private var figures: [Report.Figure] {
        let flagged = contents.accounts.count(where: \.isFlagged)
        let exchanges = contents.accounts.reduce(0) { $0 + $1.exchanges }
        let coordinated = contents.clusters.count { $0.status == .coordinated }
        var figures = [
            figure(contents.accounts.count, "account", ", \(Count.text(flagged)) flagged"),
            figure(exchanges, "exchange", " by them"),
            figure(contents.clusters.count, "cluster", ", \(Count.text(coordinated)) coordinated"),
            figure(
                Count.text(contents.exchanges.count, of: max(contents.scope.exchanges, contents.exchanges.count)),
                "exchanges in this bundle"),
        ]
        if let target = targets.first {
            figures.append(
                figure(Count.percent(target.share), "aim at \(target.target.rawValue.replacing("_", with: " "))"))
        }
        return figures
    }

    /// A count with its noun, in the plural where it is not one.
    private func figure(_ number: Int, _ noun: String, _ rest: String) -> Report.Figure {
        figure(Count.text(number), noun + (number == 1 ? "" : "s") + rest)
    }

    private func figure(_ value: String, _ label: String) -> Report.Figure {
        Report.Figure(value: SafeText(ours: value), label: SafeText(ours: label))
    }

    private var sentence: [Report.Span] {
        var text: SafeText = "This case holds \(count(contents.accounts.count, "account"))"
        if let first = contents.accounts.map(\.firstAt).min(), let last = contents.accounts.map(\.lastAt).max() {
            text += ", seen from \(SafeText(ours: first.dateText)) to \(SafeText(ours: last.dateText))"
        }
        text += ". "
        for cluster in contents.clusters.prefix(5) {
            text +=
                "The detector holds cluster \(line(cluster.id.text)) of \(count(cluster.size, "account")) to be \(SafeText(ours: cluster.status.rawValue)), by \(kinds(cluster.kinds)). "
        }
        let standing = standingLabels
        if standing.isEmpty {
            text += "No analyst has labelled any of it. "
        } else {
            let words = Dictionary(grouping: standing, by: { $0.label }).compactMap { label, events in
                label.map { (word: $0.rawValue.replacing("_", with: " "), count: events.count) }
            }
            let list = words.sorted { ($0.count, $1.word) > ($1.count, $0.word) }.map {
                "\(Count.text($0.count)) × \($0.word)"
            }
            text += "Labels that stand: \(SafeText(ours: list.joined(separator: ", "))). "
        }
        text += "What was seen, what a program concludes from it and what people judge are kept apart below."
        return [.plain(text)]
    }

    /// The capability targets of the flagged accounts' exchanges, or of the clusters' where no account has a flag.
    var targets: [TargetShare] {
        var weights: [CapabilityTarget: Double] = [:]
        var total = 0.0
        let accounts = contents.flags.filter { $0.subject.kind == .account }
        let sources =
            accounts.isEmpty
            ? contents.clusters.map { (Double($0.exchanges), $0.targets) }
            : accounts.map { (Double($0.exchanges), $0.targets) }
        for (exchanges, shares) in sources {
            total += exchanges
            for share in shares { weights[share.target, default: 0] += share.share * exchanges }
        }
        guard total > 0 else { return [] }
        return weights.map { TargetShare(target: $0.key, share: $0.value / total) }
            .sorted { ($0.share, $1.target.rawValue) > ($1.share, $0.target.rawValue) }
    }

    /// The label events that no later one of the same analyst replaced, and that give a label.
    var standingLabels: [LabelEvent] {
        let superseded = Set(contents.labels.compactMap(\.supersedes))
        return contents.labels.filter { $0.label != nil && !superseded.contains($0.id) }
    }
}

extension SafeText {
    static func += (left: inout SafeText, right: SafeText) {
        left.append(right)
    }
}
