public import HostileText

/// One column of a table: its heading, its room, and when it is left out.
public struct TableColumn: Sendable {
    /// The heading, in capitals.
    public var title: SafeText
    /// The columns without which it is left out.
    public var minimum: Int
    /// The columns it takes where there is room.
    public var ideal: Int
    /// Whether it takes what is left over.
    public var grows: Bool
    /// Numbers stand at the right.
    public var align: Alignment
    /// 0 is never left out; the highest rank goes first.
    public var rank: Int
    /// Whether it names the row, so that the row under the cursor shows it in the focus style.
    public var isTitle: Bool

    /// Describes a column.
    public init(
        _ title: SafeText, minimum: Int, ideal: Int? = nil, grows: Bool = false, align: Alignment = .leading,
        rank: Int = 0, isTitle: Bool = false
    ) {
        self.title = title
        self.minimum = minimum
        self.ideal = max(minimum, ideal ?? minimum)
        self.grows = grows
        self.align = align
        self.rank = rank
        self.isTitle = isTitle
    }
}

/// Which columns a table shows and where.
public struct TableLayout: Sendable, Hashable {
    /// A column in its place.
    public struct Place: Sendable, Hashable {
        /// Which of the columns.
        public let column: Int
        /// The columns from the left of the table.
        public let x: Int
        /// How wide.
        public let width: Int
    }

    /// From left to right.
    public let places: [Place]

    /// Leaves out columns by rank until the minimums fit, then gives each its ideal in order, and the rest to those that grow.
    ///
    /// - Parameters:
    ///   - gutter: columns at the left kept free for marks.
    ///   - gap: columns between two columns.
    public init(_ columns: [TableColumn], width: Int, gutter: Int, gap: Int = 2) {
        var kept = Array(columns.indices)
        func need(_ length: (TableColumn) -> Int) -> Int {
            gutter + kept.reduce(0) { $0 + length(columns[$1]) } + gap * max(0, kept.count - 1)
        }
        while need(\.minimum) > width, let out = kept.max(by: { columns[$0].rank <= columns[$1].rank }),
            columns[out].rank > 0
        {
            kept.removeAll { $0 == out }
        }
        var room = width - need(\.minimum)
        var widths = kept.map { columns[$0].minimum }
        for (place, column) in kept.enumerated() where room > 0 {
            let extra = min(room, columns[column].ideal - columns[column].minimum)
            widths[place] += extra
            room -= extra
        }
        var growing = kept.indices.filter { columns[kept[$0]].grows }
        while room > 0, let place = growing.popLast() {
            let extra = room / (growing.count + 1)
            widths[place] += extra
            room -= extra
        }
        var places: [Place] = []
        var x = gutter
        for (place, column) in kept.enumerated() {
            places.append(Place(column: column, x: x, width: widths[place]))
            x += widths[place] + gap
        }
        self.places = places
    }
}
