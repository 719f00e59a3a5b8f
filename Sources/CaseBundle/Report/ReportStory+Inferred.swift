import Evidence
import HostileText

extension ReportStory {
    /// What the detector concludes: scores, signals, clusters, targets.
    var inferred: [Report.Block] {
        let versions = Set(contents.flags.map(\.version)).sorted().joined(separator: ", ")
        let by: SafeText = versions.isEmpty ? "" : " Scored by \(line(UntrustedText(versions)))."
        var blocks: [Report.Block] = [
            .paragraph([
                .quiet(
                    "What the detector concludes from the above. A score is a calibrated probability; a signal is given against ordinary accounts.\(by)"
                )
            ])
        ]
        if !targets.isEmpty {
            blocks += [.heading("Capability targets"), .table(targetTable)]
        }
        for cluster in contents.clusters { blocks += self.cluster(cluster) }
        if !contents.edges.isEmpty { blocks += [.heading("Strongest links"), .table(edges)] }
        let scored = ranked.filter { $0.score != nil || $0.isFlagged }
        let shown = scored.prefix(Self.subjectsShown)
        for account in shown { blocks += self.account(account) }
        if let note = self.shown(shown.count, of: scored.count, "scored accounts") {
            blocks.append(.paragraph([.quiet(note)]))
        }
        return blocks
    }

    private var targetTable: Report.Table {
        Report.Table(
            columns: [.init(title: "target"), .init(title: "share of exchanges", isNumber: true)],
            rows: targets.map { [.text(words($0.target.rawValue)), .number(Count.percent($0.share), bar: $0.share)] })
    }

    private func cluster(_ cluster: Cluster) -> [Report.Block] {
        let members = contents.memberships.count { $0.cluster == cluster.id }
        var facts: SafeText =
            "Status \(SafeText(ours: cluster.status.rawValue)): \(SafeText(ours: Count.text(members, of: cluster.size))) members in this case, \(count(cluster.exchanges, "exchange")), tied together by \(kinds(cluster.kinds)). Score \(SafeText(ours: Count.decimal(cluster.score, 2)))."
        if !cluster.targets.isEmpty {
            let list = cluster.targets.prefix(4).map { share in
                "\(share.target.rawValue.replacing("_", with: " ")) \(Count.percent(share.share))"
                    + (share.lift.map { " (×\(Count.decimal($0, 1)))" } ?? "")
            }
            facts += " Targets: \(SafeText(ours: list.joined(separator: ", ")))."
        }
        var blocks: [Report.Block] = [.heading("Cluster \(line(cluster.id.text))"), .paragraph([.plain(facts)])]
        if !cluster.reasons.isEmpty {
            blocks.append(.list(cluster.reasons.map { [.plain(line(UntrustedText($0), 300))] }))
        }
        if !cluster.indicators.isEmpty {
            let first = cluster.indicators.prefix(10)
            let list = first.map { indicator($0) }.joined(separator: "; ")
            let rest: SafeText =
                first.count < cluster.indicators.count ? " (\(first.count) of \(cluster.indicators.count))" : ""
            blocks.append(.paragraph([.strong("Shared\(rest): "), .plain(list)]))
        }
        return blocks + signals(of: .cluster(cluster.id))
    }

    private func account(_ account: Account) -> [Report.Block] {
        var line: SafeText = "Account \(self.line(account.id.text))"
        if let score = account.score { line += ", score \(SafeText(ours: Count.decimal(score, 2)))" }
        return [.heading(line)] + signals(of: .account(account.id))
    }

    /// The strongest signals of a subject.
    private func signals(of subject: Subject) -> [Report.Block] {
        let all = contents.signals.filter { $0.subject == subject }
        guard !all.isEmpty else { return [] }
        let top = all.sorted { $0.contribution > $1.contribution }.prefix(Self.signalsShown)
        let largest = max(top.map { abs($0.contribution) }.max() ?? 1, 0.001)
        return [
            .table(
                Report.Table(
                    columns: [
                        .init(title: "signal"), .init(title: "value", isNumber: true),
                        .init(title: "ordinary", isNumber: true),
                        .init(title: "unit"), .init(title: "percentile", isNumber: true),
                        .init(title: "adds (log-odds)", isNumber: true), .init(title: "what is special"),
                    ],
                    rows: top.map { row($0, largest) }, note: shown(top.count, of: all.count, "signals")))
        ]
    }

    private func row(_ signal: Signal, _ largest: Double) -> [Report.Table.Cell] {
        [
            .text(words(signal.name.rawValue)), signal.value.map { .number(number($0)) } ?? .text("not available"),
            signal.ordinary.map { .number(number($0)) } ?? .none, .text(line(UntrustedText(signal.unit), 30)),
            signal.percentile.map { .number(Count.decimal($0, 1)) } ?? .none,
            .number(
                (signal.contribution < 0 ? "" : "+") + Count.decimal(signal.contribution, 2),
                bar: max(0, signal.contribution) / largest),
            signal.note.map { .text(line(UntrustedText($0), 200)) } ?? .none,
        ]
    }

    private func number(_ value: Double) -> String {
        abs(value) >= 100 || value == value.rounded()
            ? Count.decimal(value, 0) : Count.decimal(value, abs(value) < 1 ? 3 : 2)
    }

    private var edges: Report.Table {
        let strongest = contents.edges.sorted { ($0.weight, $1.a, $1.b) > ($1.weight, $0.a, $0.b) }.prefix(
            Self.edgesShown)
        return Report.Table(
            columns: [
                .init(title: "account"), .init(title: "account"), .init(title: "weight", isNumber: true),
                .init(title: "reasons"),
            ],
            rows: strongest.map { edge in
                let reasons = edge.reasons.prefix(4).map { reason -> SafeText in
                    let value: SafeText = reason.indicator.map { " (\(indicator($0)))" } ?? ""
                    return "\(words(reason.signal.rawValue))\(value)"
                }
                return [
                    .code(line(edge.a.text)), .code(line(edge.b.text)), .number(Count.decimal(edge.weight, 2)),
                    .text(reasons.joined(separator: "; ")),
                ]
            },
            note: shown(strongest.count, of: max(contents.scope.edges, contents.edges.count), "links"))
    }
}
