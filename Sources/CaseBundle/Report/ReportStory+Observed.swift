import Evidence
import HostileText

extension ReportStory {
    /// What the logs hold, without any conclusion.
    var observed: [Report.Block] {
        var blocks: [Report.Block] = [
            .paragraph([
                .quiet(
                    "What the platform's logs hold. Addresses, e-mails and payments are keyed hashes; nobody outside can tell the value from them."
                )
            ])
        ]
        blocks.append(.heading("Accounts"))
        let accounts = ranked.prefix(Self.accountsShown)
        blocks.append(
            .table(
                Report.Table(
                    columns: [
                        .init(title: "account"), .init(title: "organisation"), .init(title: "pathway"),
                        .init(title: "exchanges", isNumber: true), .init(title: "output tokens", isNumber: true),
                        .init(title: "first"), .init(title: "last"),
                    ],
                    rows: accounts.map(row), note: shown(accounts.count, of: contents.accounts.count, "accounts"))))
        if !contents.indicators.isEmpty {
            blocks.append(.heading("Shared values"))
            blocks.append(.table(indicators))
        }
        return blocks
    }

    private func row(_ account: Account) -> [Report.Table.Cell] {
        [
            .code(line(account.id.text)), account.organisation.map { .code(line($0.text)) } ?? .none,
            account.pathway.map { .text(words($0.rawValue)) } ?? .none, .number(Count.text(account.exchanges)),
            account.outputTokens.map { .number(Count.text($0)) } ?? .none,
            .text(SafeText(ours: account.firstAt.dateText)),
            .text(SafeText(ours: account.lastAt.dateText)),
        ]
    }

    private var indicators: Report.Table {
        let rare = contents.indicators.sorted { ($0.rarity, $1.id) > ($1.rarity, $0.id) }.prefix(Self.indicatorsShown)
        return Report.Table(
            columns: [
                .init(title: "kind"), .init(title: "value"), .init(title: "accounts", isNumber: true),
                .init(title: "of them ordinary", isNumber: true), .init(title: "rarity", isNumber: true),
            ],
            rows: rare.map { indicator in
                [
                    .text(words(indicator.kind.rawValue)), .code(line(indicator.value)),
                    .number(Count.text(indicator.accounts)),
                    .number(Count.text(indicator.ordinaryAccounts)),
                    .number(Count.decimal(indicator.rarity, 2), bar: indicator.rarity),
                ]
            },
            note: shown(rare.count, of: contents.indicators.count, "shared values"))
    }
}
