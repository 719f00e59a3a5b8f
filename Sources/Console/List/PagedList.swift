import EvidenceCache
import TextUI

/// A window on a long list: the rows that are loaded, how many stand before them, and how many there are in all.
///
/// Rows are numbered through the whole list, so that the scroll position means something; pages are asked for by place,
/// never by number.
struct PagedList<Row: Sendable>: Sendable {
    private(set) var rows: [Row] = []
    private var places: [PagePlace] = []
    /// How many rows stand before the first that is loaded.
    private(set) var offset = 0
    /// Whether the last loaded row is the last of all.
    private var reachesEnd = false
    /// What is in view, and the cursor, numbered through the whole list.
    var position = ListPosition()
    /// How many rows there are in all, once it is known.
    var total: Int?
    /// Whether a first answer has come.
    private(set) var isLoaded = false

    /// How many rows are held at most; what is far from the cursor is let go.
    static var most: Int { 1_200 }

    private var end: Int { offset + rows.count }

    /// How many rows the list has, as far as is known.
    var count: Int { reachesEnd ? end : max(total ?? 0, end) }

    /// The loaded row with a number of the whole list.
    subscript(number: Int) -> Row? {
        rows.indices.contains(number - offset) ? rows[number - offset] : nil
    }

    /// The row under the cursor.
    var focus: Row? { self[position.cursor] }

    /// Moves the cursor by an action, within what is loaded.
    ///
    /// - Returns: whether it was one of moving.
    mutating func move(_ action: Action, height: Int, jump: Int = 1) -> Bool {
        switch action {
        case .moveDown: position.move(by: 1, count: count, height: height, jump: jump)
        case .moveUp: position.move(by: -1, count: count, height: height, jump: jump)
        case .pageDown: position.page(by: 1, count: count, height: height)
        case .pageUp: position.page(by: -1, count: count, height: height)
        default: return false
        }
        if !rows.isEmpty, !(offset..<end).contains(position.cursor) {
            position.go(to: min(max(position.cursor, offset), end - 1), count: count, height: height)
        }
        return true
    }

    /// Puts the cursor on a loaded row.
    mutating func go(to number: Int, height: Int) {
        guard !rows.isEmpty else { return }
        position.go(to: min(max(number, offset), end - 1), count: count, height: height)
    }

    /// The part to be asked for next, if the view comes near an end of what is loaded.
    func missing(height: Int) -> PageStart? {
        let margin = max(20, height)
        if !reachesEnd, let last = places.last, position.top + height + margin > end { return .after(last) }
        if offset > 0, let first = places.first, position.top - margin < offset { return .before(first) }
        return nil
    }

    /// Where the list is to be read again from, so that it stays where it is; `nil` at its beginning.
    var anchor: PagePlace? { offset == 0 ? nil : places.first }

    /// Takes in a page that continues what is loaded. One that fits neither end is stale and does nothing.
    mutating func extend(with page: Page<Row>, for start: PageStart, limit: Int, height: Int) {
        switch start {
        case .after(let place) where place == places.last:
            rows += page.rows
            places += page.places
            reachesEnd = page.rows.count < limit
        case .before(let place) where place == places.first:
            rows = page.rows + rows
            places = page.places + places
            let begin = page.rows.count < limit ? 0 : max(0, offset - page.rows.count)
            let shift = begin + page.rows.count - offset
            offset = begin
            position.cursor += shift
            position.top += shift
        default: return
        }
        letGo(height: height)
    }

    /// Takes in rows in place of those loaded.
    ///
    /// - Parameters:
    ///   - before: how many rows of the whole list stand before the first.
    ///   - isFocus: finds the row that the cursor shall be on; without one it keeps its number.
    mutating func replace(
        with page: Page<Row>, before: Int, reachesEnd: Bool, height: Int, isFocus: (Row) -> Bool
    ) {
        rows = page.rows
        places = page.places
        offset = before
        self.reachesEnd = reachesEnd
        isLoaded = true
        let found = rows.firstIndex(where: isFocus).map { $0 + offset }
        let wanted = found ?? min(max(position.cursor, offset), max(offset, end - 1))
        position.go(to: wanted, count: count, height: height)
    }

    private mutating func letGo(height: Int) {
        guard rows.count > Self.most else { return }
        let surplus = rows.count - Self.most
        if position.cursor - offset > rows.count / 2 {
            rows.removeFirst(surplus)
            places.removeFirst(surplus)
            offset += surplus
        } else {
            rows.removeLast(surplus)
            places.removeLast(surplus)
            reachesEnd = false
        }
    }
}
