/// The one sanitiser: reads a text scalar by scalar and emits pieces that a terminal cannot obey.
///
/// Nothing is dropped in silence: each scalar of the source is a piece, or part of one that says what was left out. No two
/// of the marks look alike, and a look-alike in the source is itself marked. Cost is bounded by the limit: reading stops
/// after that many columns, or after `scanCap` scalars that took none.
struct Sanitiser {
    private var scanner: ScalarScanner
    private let policy: SafeText.Policy
    private let limit: Int
    private var lines: [SafeText] = []
    var line = SafeText()
    private var columns = 0
    private var words = MixedScript()
    /// Where the unit being emitted starts in the source.
    private var source: UInt32 = 0
    /// Whether a combining mark may be put on the last piece.
    private var acceptsCombining = false

    /// The longest run of scalars without width that is counted to its end.
    static let scanCap = 4_096

    init(_ text: String, policy: SafeText.Policy, limit: Int) {
        scanner = ScalarScanner(text)
        self.policy = policy
        self.limit = max(0, limit)
    }

    /// Reads to the end or to the limit. At least one line.
    mutating func run() -> [SafeText] {
        while let scalar = scanner.peek {
            if columns >= limit {
                line.isClipped = true
                break
            }
            source = UInt32(clamping: scanner.offset)
            _ = scanner.next()
            take(scalar)
        }
        endLine()
        return lines
    }

    private mutating func endLine() {
        line.sourceEnd = UInt32(clamping: scanner.offset)
        line.findings.isMixedScript = words.finish()
        lines.append(line)
        line = SafeText()
        words = MixedScript()
        acceptsCombining = false
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        let kind = ScalarClass(scalar)
        words.take(scalar, kind)
        switch kind {
        case .visible: visible(scalar)
        case .combining: combining(scalar)
        case .control: control(scalar)
        case .oddSpace: run(of: scalar, mark: .space)
        case .hidden: run(of: scalar, mark: .hidden)
        case .tag: tags(scalar)
        case .variation: variations(scalar)
        case .regional: flag(scalar)
        case .emojiModifier: run(of: scalar, mark: .hidden)
        case .replacement:
            line.findings.replaced += 1
            if policy.charset == .ascii {
                mark("<U+FFFD>", .replaced)
            } else {
                emit(scalar, mark: .replaced)
            }
        }
    }

    // MARK: what stands for itself

    private mutating func visible(_ scalar: Unicode.Scalar) {
        if scalar.value == 0x2039, let next = scanner.peek, "U+t0123456789f".unicodeScalars.contains(next) {
            return run(of: scalar, mark: .hidden)
        }
        if policy.charset == .ascii, !scalar.isASCII {
            mark("<\(scalar.codePoint)>", .substituted)
        } else {
            emit(scalar, mark: .plain)
            acceptsCombining = true
        }
        if let next = scanner.peek, EmojiSequence.mayContinue(with: next), EmojiSequence.canStart(scalar) {
            emojiRest()
        }
    }

    private mutating func emojiRest() {
        var dropped = 0
        while let next = scanner.peek, EmojiSequence.mayContinue(with: next) {
            _ = scanner.next()
            if next.value == 0x200D {
                guard let joined = scanner.peek, EmojiSequence.canBeJoined(joined) else {
                    if dropped > 0 { emojiMark(dropped) }
                    return hiddenMark(next, times: 1, .hidden)
                }
                _ = scanner.next()
                dropped += 1
            }
            dropped += 1
        }
        emojiMark(dropped)
    }

    private mutating func emojiMark(_ dropped: Int) {
        if policy.charset == .ascii {
            mark("<+\(dropped)>", .emoji)
        } else {
            mark("⁺" + (dropped == 1 ? "" : Self.superscript(dropped)), .emoji)
        }
    }

    private mutating func combining(_ first: Unicode.Scalar) {
        var kept = 0
        if policy.charset == .ascii {
            return run(of: first, mark: .substituted)
        }
        var dropped = 0
        var marks = [first]
        while let next = scanner.peek, marks.count + dropped < Self.scanCap, case .combining = ScalarClass(next) {
            _ = scanner.next()
            if marks.count < 4 { marks.append(next) } else { dropped += 1 }
        }
        kept = marks.count
        if acceptsCombining, let last = line.pieces.indices.last {
            line.extras.append(marks)
            line.pieces[last].extra = UInt32(line.extras.count)
        } else {
            emit("\u{25CC}", mark: .plain)
            line.extras.append(marks)
            line.pieces[line.pieces.count - 1].extra = UInt32(line.extras.count)
        }
        acceptsCombining = false
        guard dropped > 0 else { return }
        line.findings.hidden += dropped
        let more = kept + dropped >= Self.scanCap ? " or more" : ""
        mark("‹+\(dropped) marks\(more)›", .combining)
    }

    // MARK: what is written as a mark

    private mutating func control(_ scalar: Unicode.Scalar) {
        let isBreak = scalar.value == 0x0A
        if isBreak, policy.lineBreaks == .kept { return endLine() }
        let isLayout = isBreak || scalar.value == 0x09 || (scalar.value == 0x0D && scanner.peek?.value == 0x0A)
        if !isLayout { line.findings.hidden += 1 }
        let kind: SafeText.Mark = isLayout ? .layout : .control
        if policy.charset == .ascii {
            mark(Self.caret(scalar), kind)
        } else {
            emit(Self.picture(scalar), mark: kind)
        }
    }

    private mutating func run(of scalar: Unicode.Scalar, mark kind: SafeText.Mark) {
        var count = 1
        while scanner.peek == scalar, count < Self.scanCap {
            _ = scanner.next()
            count += 1
        }
        hiddenMark(scalar, times: count, kind)
    }

    private mutating func hiddenMark(_ scalar: Unicode.Scalar, times: Int, _ kind: SafeText.Mark) {
        if kind.isHostile { line.findings.hidden += times }
        mark("‹\(scalar.codePoint)\(times > 1 ? " ×\(times)" : "")›", kind)
    }

    private mutating func tags(_ first: Unicode.Scalar) {
        var text = Self.tagText(first)
        var count = 1
        while let next = scanner.peek, case .tag = ScalarClass(next), count < Self.scanCap, text.count < limit {
            _ = scanner.next()
            text += Self.tagText(next)
            count += 1
        }
        line.findings.hidden += count
        mark("‹tags: \"\(text)\"›", .tags)
    }

    private mutating func variations(_ first: Unicode.Scalar) {
        var count = 1
        while let next = scanner.peek, case .variation = ScalarClass(next), count < Self.scanCap {
            _ = scanner.next()
            count += 1
        }
        guard count > 1 else { return hiddenMark(first, times: 1, .hidden) }
        line.findings.hidden += count
        mark("‹\(count) variation selectors›", .hidden)
    }

    private mutating func flag(_ first: Unicode.Scalar) {
        var letters = Self.regionalLetter(first)
        if let next = scanner.peek, case .regional = ScalarClass(next) {
            _ = scanner.next()
            letters += Self.regionalLetter(next)
        }
        mark("‹flag \(letters)›", .emoji)
    }

    // MARK: emitting

    private mutating func emit(_ scalar: Unicode.Scalar, mark: SafeText.Mark, continues: Bool = false) {
        let width = ScalarWidth.columns(of: scalar)
        line.pieces.append(
            SafeText.Piece(
                scalar: scalar, source: source, extra: 0, width: width, mark: mark, continues: continues))
        line.width += Int(width)
        columns += Int(width)
        acceptsCombining = false
    }

    private mutating func mark(_ text: String, _ kind: SafeText.Mark) {
        var continues = false
        for scalar in text.unicodeScalars {
            if policy.charset == .ascii, !scalar.isASCII {
                for plain in Self.ascii(scalar).unicodeScalars {
                    emit(plain, mark: kind, continues: continues)
                    continues = true
                }
            } else {
                emit(scalar, mark: kind, continues: continues)
            }
            continues = true
        }
    }
}
