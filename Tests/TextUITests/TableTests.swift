import HostileText
import Testing
import TextUI

@Suite struct TableTests {
    private let columns = [
        TableColumn("SCORE", minimum: 5),
        TableColumn("ACCOUNT", minimum: 9, ideal: 13, isTitle: true),
        TableColumn("WHY", minimum: 10, ideal: 20, grows: true, rank: 2),
        TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 1),
    ]

    private func table(_ position: ListPosition, count: Int = 100) -> Table {
        Table(
            columns: columns, count: count, position: position, sorted: (0, true),
            mark: { $0 == 1 ? ("✓", .done) : nil },
            cell: { row, column in
                switch column {
                case 0: .text("0.9\(row)", .score(0.9))
                case 1: .text("acct-\(row)7f3a91c2")
                case 2: .text("injected span · payment", .muted)
                default: .widget(ThinBar(value: 0.5, style: .danger))
                }
            })
    }

    @Test func `rows show in their columns, with cursor and marks`() {
        #expect(
            drawn(table(ListPosition()), 60, 4) == """
                   SCORE↓ ACCOUNT        WHY                       EXCHANGES
                ▌  0.90   acct-07f3a91…  injected span · payment   ━━━━╾────
                 ✓ 0.91   acct-17f3a91…  injected span · payment   ━━━━╾────
                   0.92   acct-27f3a91…  injected span · payment   ━━━━╾────
                """)
    }

    @Test func `columns are left out by rank where there is little room`() {
        #expect(TableLayout(columns, width: 60, gutter: 3).places.map(\.column) == [0, 1, 2, 3])
        #expect(TableLayout(columns, width: 34, gutter: 3).places.map(\.column) == [0, 1, 3])
        #expect(TableLayout(columns, width: 25, gutter: 3).places.map(\.column) == [0, 1])
    }

    @Test func `only rows in view are asked for`() {
        var asked: Set<Int> = []
        var table = table(ListPosition(top: 40, cursor: 42), count: 24_000)
        let inner = table.cell
        table.cell = { row, column in
            asked.insert(row)
            return inner(row, column)
        }
        _ = drawn(table, 60, 6)
        #expect(asked == [40, 41, 42, 43, 44])
    }

    @Test func `the cursor's row is a ground, a bar and the hardware cursor`() {
        var grid = Grid(width: 60, height: 4)
        grid.draw(table(ListPosition(cursor: 1)), in: grid.bounds)
        #expect(grid[30, 2]?.style.ground == .selection)
        #expect(grid[30, 1]?.style.ground == nil)
        #expect(grid[10, 2]?.style.role == .focus)
        #expect(grid.cursor?.y == 2)
    }

    @Test func `a list keeps context around its cursor and stays inside its rows`() {
        var position = ListPosition()
        position.move(by: 9, count: 100, height: 10)
        #expect(position == ListPosition(top: 2, cursor: 9))
        position.move(by: .max, count: 100, height: 10)
        #expect(position == ListPosition(top: 90, cursor: 99))
        position.page(by: -1, count: 100, height: 10)
        #expect(position == ListPosition(top: 84, cursor: 91))
        position.go(to: 0, count: 100, height: 10)
        #expect(position == ListPosition(top: 0, cursor: 0))
        position.move(by: 1, count: 0, height: 10)
        #expect(position == ListPosition(top: 0, cursor: 0))
    }
}
