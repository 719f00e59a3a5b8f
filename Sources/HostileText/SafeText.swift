/// The only text a view can draw: pieces of certain width, none of which is a control, invisible or reordering character.
///
/// It is made from our own texts (a literal, an interpolation of integers and other `SafeText`, `init(ours:)`) or from
/// ``UntrustedText`` by the one sanitiser. Every way in goes through that sanitiser, so even a wrong use of `init(ours:)`
/// draws nothing that moves a cursor.
///
/// What was hidden stays visible: an ESC is the piece `␛`, a bidi override the eight pieces `‹U+202E›`, each with a ``Mark``
/// that the grid draws in the hostile role. Pieces remember where in the source they came from.
public struct SafeText: Sendable, Hashable {
    /// What the grid draws, in order. A mark such as `‹U+202E›` is several pieces, all but the first ``Piece/continues``.
    public internal(set) var pieces: [Piece] = []

    /// The combining marks of the few pieces that have any.
    var extras: [[Unicode.Scalar]] = []

    /// The columns that all pieces take together.
    public internal(set) var width = 0

    /// What the sanitiser met in the part of the source that it read.
    public internal(set) var findings = Findings()

    /// Whether the source goes on after the last piece, because the limit was reached.
    public internal(set) var isClipped = false

    /// Where the last piece ends in the source, in UTF-8 bytes.
    var sourceEnd: UInt32 = 0

    /// Makes a text of no pieces.
    public init() {}

    /// Wraps a text that this program made: a formatted number, a date, a word of a table.
    ///
    /// It is sanitised like any other, but for what a client of the platform wrote use `init(_:as:limit:)`.
    public init(ours text: String) {
        if let plain = SafeText(ascii: text, hasSource: false) {
            self = plain
            return
        }
        var sanitiser = Sanitiser(text, policy: .line, limit: .max)
        self = sanitiser.run().first ?? SafeText()
        findings = Findings()
        for index in pieces.indices { pieces[index].source = Piece.noSource }
    }

    /// Makes text of a client visible on one line.
    ///
    /// - Parameters:
    ///   - text: what a client of the platform chose.
    ///   - policy: what becomes of line breaks, and whether only ASCII may be drawn.
    ///   - limit: columns after which reading stops; cost is bounded by it, not by the length of the text.
    public init(_ text: UntrustedText, as policy: Policy = .line, limit: Int = 1_000) {
        if text.verbatim.utf8.count <= limit, let plain = SafeText(ascii: text.verbatim, hasSource: true) {
            self = plain
            return
        }
        var sanitiser = Sanitiser(text.verbatim, policy: policy.onOneLine, limit: limit)
        self = sanitiser.run().first ?? SafeText()
    }

    /// The short way of the sanitiser: printable ASCII stands for itself, byte by byte. `nil` if anything else is in it.
    private init?(ascii text: String, hasSource: Bool) {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        width = text.utf8.count
        sourceEnd = hasSource ? UInt32(clamping: width) : 0
        pieces = [Piece](unsafeUninitializedCapacity: width) { buffer, count in
            for byte in text.utf8 {
                let source = hasSource ? UInt32(clamping: count) : Piece.noSource
                buffer.initializeElement(at: count, to: Piece(plain: Unicode.Scalar(byte), source: source))
                count += 1
            }
        }
    }

    /// Makes text of a client visible, with its own line breaks, for a reader.
    ///
    /// - Returns: at least one line; the last is ``isClipped`` when the limit was reached. An LF ends a line and is not drawn.
    public static func lines(
        of text: UntrustedText, charset: Charset = .unicode, limit: Int = 200_000
    ) -> [SafeText] {
        var sanitiser = Sanitiser(text.verbatim, policy: Policy(lineBreaks: .kept, charset: charset), limit: limit)
        return sanitiser.run()
    }

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { pieces.isEmpty }

    /// The combining marks of a piece, at most four.
    public func combining(of piece: Piece) -> [Unicode.Scalar] {
        piece.extra == 0 ? [] : extras[Int(piece.extra) - 1]
    }
}

extension SafeText {
    /// What is drawn in one place: a base scalar of one or two columns, and perhaps combining marks.
    public struct Piece: Sendable, Hashable {
        /// The base scalar, never one that a terminal could obey.
        public let scalar: Unicode.Scalar
        /// Where it starts in the source, in UTF-8 bytes; ``noSource`` in our own texts.
        public internal(set) var source: UInt32
        /// One more than the place in `extras`, or zero.
        var extra: UInt32
        /// One or two columns.
        public let width: UInt8
        /// Why it is drawn, if it does not stand for itself.
        public let mark: Mark
        /// Whether it stands for the same source as the piece before it.
        public let continues: Bool

        /// The source of a piece that came from no source.
        public static let noSource = UInt32.max

        /// Whether it is its scalar and nothing else: no mark of ours, no combining marks, one column.
        public var isPlain: Bool { mark == .plain && extra == 0 && width == 1 }
    }

    /// What the sanitiser met.
    public struct Findings: Sendable, Hashable {
        /// Controls, invisible and reordering characters, tag characters, variation selectors and marks beyond four.
        public var hidden = 0
        /// U+FFFD, which stands for bytes that were no text.
        public var replaced = 0
        /// Whether one word mixes letters of two scripts that look alike.
        public var isMixedScript = false

        /// Makes findings of nothing.
        public init() {}
    }

    /// Which characters may be drawn.
    public enum Charset: Sendable, Hashable {
        /// Everything with a certain shape and width.
        case unicode
        /// Printable ASCII only: `^[` for ESC, `<U+202E>` for all that has no ASCII form.
        case ascii
    }

    /// What becomes of line breaks and of characters beyond ASCII.
    public struct Policy: Sendable, Hashable {
        enum LineBreaks: Sendable, Hashable { case pictured, kept }
        var lineBreaks: LineBreaks
        var charset: Charset
        var onOneLine: Policy { Policy(lineBreaks: .pictured, charset: charset) }

        /// One line, LF drawn as `␊`.
        public static let line = Policy(lineBreaks: .pictured, charset: .unicode)
        /// One line, in ASCII.
        public static let asciiLine = Policy(lineBreaks: .pictured, charset: .ascii)
    }
}

extension SafeText.Piece {
    /// A scalar of one column that stands for itself.
    init(plain scalar: Unicode.Scalar, source: UInt32) {
        self.init(scalar: scalar, source: source, extra: 0, width: 1, mark: .plain, continues: false)
    }
}

extension SafeText: CustomStringConvertible {
    /// What is drawn, as a string: safe to write to a terminal.
    public var description: String {
        var text = ""
        text.reserveCapacity(pieces.count)
        for piece in pieces {
            text.unicodeScalars.append(piece.scalar)
            if piece.extra != 0 { text.unicodeScalars.append(contentsOf: combining(of: piece)) }
        }
        return text
    }
}
