public import Evidence
import GRDB
import HostileText

/// Some rows of a list, in order, with the places from which to go on either way.
public struct Page<Row: Sendable>: Sendable {
    /// The rows, in the order of the list.
    public var rows: [Row]
    /// The place of each row.
    public var places: [PagePlace]

    /// Where the page begins; `nil` if it is empty.
    public var first: PagePlace? { places.first }
    /// Where the page ends; `nil` if it is empty.
    public var last: PagePlace? { places.last }
}

/// A place in a sorted list: the value sorted by and the id that breaks ties. It stays good when rows come and go.
public struct PagePlace: Hashable, Sendable {
    let key: SQLValue
    let id: SQLValue
}

/// Which rows of a list are wanted.
public enum PageStart: Hashable, Sendable {
    /// From the first row on.
    case first
    /// The last rows.
    case last
    /// The rows after a place.
    case after(PagePlace)
    /// The rows before a place.
    case before(PagePlace)
    /// The row at a place, if it is still there, and those after it.
    case from(PagePlace)

    var isBackward: Bool {
        switch self {
        case .last, .before: true
        case .first, .after, .from: false
        }
    }
}

/// A question for a part of a sorted and filtered list.
public struct PageRequest<Sort: Sendable>: Sendable {
    /// What the rows must be like.
    public var filter: Filter
    /// What they are sorted by.
    public var sort: Sort
    /// Whether the largest comes first.
    public var isDescending: Bool
    /// Which of them.
    public var start: PageStart
    /// How many at most.
    public var limit: Int
    /// Of the queue: whether a cluster's flag stands for those on its members.
    public var isFolded: Bool

    /// Makes a request; without more words, for the first 60 rows of all.
    public init(
        filter: Filter = .everything, sort: Sort, isDescending: Bool = true, start: PageStart = .first, limit: Int = 60,
        isFolded: Bool = false
    ) {
        self.filter = filter
        self.sort = sort
        self.isDescending = isDescending
        self.start = start
        self.limit = limit
        self.isFolded = isFolded
    }
}

/// A list as SQL: where its rows are, what they must be like, what they are sorted by. Pages go by key, never by OFFSET.
struct PagedQuery {
    /// The columns that `read` expects, with `columnValues` bound.
    var columns: String
    var columnValues: [SQLValue] = []
    var source: String
    var sourceValues: [SQLValue] = []
    var condition: SQLCondition
    var sortKey: String
    var id: String

    func page<Sort, Row>(_ request: PageRequest<Sort>, in db: Database, _ read: (SQLRow) throws -> Row) throws -> Page<
        Row
    > {
        let isDescending = request.isDescending != request.start.isBackward
        var condition = condition
        if let (sign, place) = comparison(request.start, isDescending) {
            condition = .all([
                condition, SQLCondition("(\(sortKey), \(id)) \(sign) (?, ?)", [place.key, place.id]),
            ])
        }
        let direction = isDescending ? "DESC" : "ASC"
        let sql = """
            SELECT \(sortKey), \(id), \(columns) FROM \(source) WHERE \(condition.sql)
            ORDER BY \(sortKey) \(direction), \(id) \(direction) LIMIT ?
            """
        let values = columnValues + sourceValues + condition.values + [SQLValue(request.limit)]
        var found = try db.rows(sql, values) { row in
            (place: PagePlace(key: row.value(0), id: row.value(1)), row: try read(row))
        }
        if request.start.isBackward { found.reverse() }
        return Page(rows: found.map(\.row), places: found.map(\.place))
    }

    private func comparison(_ start: PageStart, _ isDescending: Bool) -> (String, PagePlace)? {
        switch start {
        case .first, .last: nil
        case .after(let place), .before(let place): (isDescending ? "<" : ">", place)
        case .from(let place): (isDescending ? "<=" : ">=", place)
        }
    }

    func count(in db: Database) throws -> Int {
        try db.count("SELECT count(*) FROM \(source) WHERE \(condition.sql)", sourceValues + condition.values)
    }

    /// The place of the row with an id, if it is in the list.
    func place(of wanted: SQLValue, in db: Database) throws -> PagePlace? {
        let found = SQLCondition.all([condition, SQLCondition("\(id) = ?", [wanted])])
        return try db.row(
            "SELECT \(sortKey), \(id) FROM \(source) WHERE \(found.sql)", sourceValues + found.values
        ) { PagePlace(key: $0.value(0), id: $0.value(1)) }
    }

    /// How many rows stand before a place: O(n) in the list.
    func rank(of place: PagePlace, isDescending: Bool, in db: Database) throws -> Int {
        let before = SQLCondition.all([
            condition, SQLCondition("(\(sortKey), \(id)) \(isDescending ? ">" : "<") (?, ?)", [place.key, place.id]),
        ])
        return try db.count("SELECT count(*) FROM \(source) WHERE \(before.sql)", sourceValues + before.values)
    }
}
