/// Where a list stands: the first row in view and the row of the cursor. One for every list of the program.
public struct ListPosition: Sendable, Hashable {
    /// The first row in view.
    public var top: Int
    /// The row of the cursor.
    public var cursor: Int

    /// Starts at the top.
    public init(top: Int = 0, cursor: Int = 0) {
        self.top = top
        self.cursor = cursor
    }

    /// Moves the cursor, and the view as far as it must.
    ///
    /// - Parameter jump: rows by which the view moves at least, once it must: more than one where another pane stands
    ///   beside the list, so that a terminal cannot scroll it and each step is drawn anew.
    public mutating func move(by rows: Int, count: Int, height: Int, jump: Int = 1) {
        let (sum, overflow) = cursor.addingReportingOverflow(rows)
        cursor = overflow ? (rows > 0 ? count - 1 : 0) : sum
        let before = top
        settle(count: count, height: height)
        guard jump > 1, top != before, abs(top - before) < jump else { return }
        top = top > before ? before + jump : before - jump
        settle(count: count, height: height)
    }

    /// Moves by pages, keeping the cursor where it is in view.
    public mutating func page(by pages: Int, count: Int, height: Int) {
        let step = max(1, height - 2) * pages
        top += step
        cursor += step
        settle(count: count, height: height)
    }

    /// Goes to a row.
    public mutating func go(to row: Int, count: Int, height: Int) {
        cursor = row
        settle(count: count, height: height)
    }

    /// Brings cursor and view inside the list, with two rows of context around the cursor where there are any.
    public mutating func settle(count: Int, height: Int) {
        let height = max(1, height)
        cursor = min(max(0, cursor), max(0, count - 1))
        let context = min(2, (height - 1) / 2)
        top = min(top, cursor - context)
        top = max(top, cursor - height + 1 + context)
        top = min(max(0, top), max(0, count - height))
    }

    /// The rows in view.
    public func visible(count: Int, height: Int) -> Range<Int> {
        let first = min(max(0, top), max(0, count))
        return first..<min(count, first + max(0, height))
    }

    /// Where the cursor is on the screen, if it is in view.
    public func screenRow(height: Int) -> Int? {
        let row = cursor - top
        return row >= 0 && row < height ? row : nil
    }
}
