import Evidence
import HostileText

/// The picture of a case for people, as blocks that Markdown and HTML both draw.
struct Report {
    /// The case's title.
    var title: SafeText
    /// One line under it.
    var subtitle: SafeText
    var sections: [Section] = []

    /// A heading and what stands under it.
    struct Section {
        var title: SafeText
        var blocks: [Block]
    }

    enum Block {
        /// A heading inside of a section.
        case heading(SafeText)
        case paragraph([Span])
        /// Large numbers with a word each.
        case figures([Figure])
        case table(Table)
        case list([[Span]])
        /// Commands, one a line.
        case commands([SafeText])
        case exemplar(Exemplar)
    }

    struct Figure {
        var value: SafeText
        var label: SafeText
    }

    /// A piece of running text.
    struct Span {
        var text: SafeText
        var style = Style.plain

        enum Style {
            case plain, strong, code, quiet
        }

        static func plain(_ text: SafeText) -> Span { Span(text: text) }
        static func strong(_ text: SafeText) -> Span { Span(text: text, style: .strong) }
        static func code(_ text: SafeText) -> Span { Span(text: text, style: .code) }
        static func quiet(_ text: SafeText) -> Span { Span(text: text, style: .quiet) }
    }

    /// Rows under columns; the note says how many of how many.
    struct Table {
        var columns: [Column]
        var rows: [[Cell]]
        var note: SafeText?

        struct Column {
            var title: SafeText
            var isNumber = false
        }

        struct Cell {
            var spans: [Span]
            /// A bar behind the number, 0 to 1.
            var bar: Double?
        }
    }

    /// An exchange as it was said, clipped.
    struct Exemplar {
        var heading: [Span]
        var parts: [Part]

        struct Part {
            var speaker: SafeText
            var note: SafeText?
            var lines: [[Run]]
        }

        /// A run of a line, and whether a signal matched it.
        struct Run {
            var text: SafeText
            var isHit: Bool
        }
    }
}

extension Report.Table.Cell {
    static func text(_ text: SafeText) -> Self { Self(spans: [.plain(text)]) }
    static func code(_ text: SafeText) -> Self { Self(spans: [.code(text)]) }
    static func number(_ text: String, bar: Double? = nil) -> Self {
        Self(spans: [.plain(SafeText(ours: text))], bar: bar)
    }
    static let none = Self(spans: [.quiet("–")])
}
