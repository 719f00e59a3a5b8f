/// Drops what a stream of changes of style says twice.
///
/// ncurses sets foreground and ground with every change of a pair, resets everything to end bold, and ends each frame
/// plain. This reads the sequences that set a style (SGR, ECMA-48 section 8.3.117) without passing them on, and where
/// something is to be drawn writes only what differs from what the terminal has. All else passes as it is.
public struct StyleSqueezer: Sendable {
    /// A style as the terminal keeps it.
    private struct Look: Equatable, Sendable {
        var foreground: ArraySlice<UInt8> = Look.plainForeground
        var ground: ArraySlice<UInt8> = Look.plainGround
        /// The attributes, a bit for each code from 1 to 9.
        var attributes: UInt16 = 0

        static let plainForeground = ArraySlice("39".utf8)
        static let plainGround = ArraySlice("49".utf8)
    }

    /// What the terminal has; `nil` when that is not known.
    private var shown: Look? = Look()
    private var wanted = Look()
    /// The character set that was chosen last.
    private var charset: ArraySlice<UInt8> = []
    private var output: [UInt8] = []

    /// Starts with a terminal that is plain.
    public init() {}

    /// Squeezes what was written for one frame.
    ///
    /// - Complexity: linear in the bytes.
    public mutating func squeeze(_ input: [UInt8]) -> [UInt8] {
        output.removeAll(keepingCapacity: true)
        var place = 0
        while place < input.count {
            let end = Self.end(of: input, from: place)
            take(input[place..<end])
            place = end
        }
        settle()
        return output
    }

    /// Knows no longer what the terminal has: somebody else wrote to it.
    public mutating func forget() {
        shown = nil
        charset = []
    }

    /// Where the sequence or the character that starts at a place ends.
    private static func end(of input: [UInt8], from start: Int) -> Int {
        guard input[start] == 0x1B, start + 1 < input.count else { return start + 1 }
        switch input[start + 1] {
        case UInt8(ascii: "["):
            let final = input[(start + 2)...].firstIndex { (0x40...0x7E).contains($0) }
            return final.map { $0 + 1 } ?? input.count
        case UInt8(ascii: "("), UInt8(ascii: ")"): return min(start + 3, input.count)
        default: return start + 2
        }
    }

    private mutating func take(_ piece: ArraySlice<UInt8>) {
        switch (piece.first, piece.dropFirst().first, piece.last) {
        case (0x1B, UInt8(ascii: "["), UInt8(ascii: "m")):
            if apply(piece.dropFirst(2).dropLast()) { return }
            // Nobody here knows what it does, so that nothing is known afterwards.
            settle()
            output += piece
            shown = nil
        case (0x1B, UInt8(ascii: "("), _):
            if charset != piece { output += piece }
            charset = piece
        case (0x1B, UInt8(ascii: "["), let final?) where Self.moves.contains(final): output += piece
        case (0x0D, nil, _), (0x08, nil, _): output += piece
        default:
            settle()
            output += piece
        }
    }

    /// The endings of sequences that only move the cursor or set its region and modes.
    private static let moves = Set("HfABCDEFGdrhl".utf8)

    /// Takes codes into what is wanted.
    ///
    /// - Returns: whether all of them are known.
    private mutating func apply(_ codes: ArraySlice<UInt8>) -> Bool {
        var look = wanted
        var rest = codes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
        while let code = rest.popFirst() {
            switch Int(String(decoding: code.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)) ?? 0 {
            case 0: look = Look()
            case let bit where (1...9).contains(bit): look.attributes |= 1 << bit
            case 22: look.attributes &= ~0b110
            case let off where (23...29).contains(off): look.attributes &= ~(1 << (off - 20))
            case 30...37, 39, 90...97: look.foreground = code
            case 40...47, 49, 100...107: look.ground = code
            case 38: look.foreground = Self.colour(code, codes, &rest)
            case 48: look.ground = Self.colour(code, codes, &rest)
            default: return false
            }
        }
        wanted = look
        return true
    }

    /// A colour of the palette (`38;5;N`) or an exact one (`38;2;R;G;B`); with colons it is one code already.
    private static func colour(
        _ code: ArraySlice<UInt8>, _ codes: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<UInt8> {
        guard !code.contains(UInt8(ascii: ":")) else { return code }
        let more = rest.first == ArraySlice("5".utf8) ? 2 : 4
        let taken = rest.prefix(more)
        rest = rest.dropFirst(more)
        return codes[code.startIndex..<(taken.last?.endIndex ?? code.endIndex)]
    }

    /// Writes what is between what the terminal has and what is wanted.
    private mutating func settle() {
        guard shown != wanted else { return }
        var codes: [ArraySlice<UInt8>] = []
        var from = shown ?? Look()
        if shown == nil || wanted == Look() {
            codes.append([])
            from = Look()
        }
        let lost = from.attributes & ~wanted.attributes
        if lost & 0b110 != 0 {
            codes.append(ArraySlice("22".utf8))
            from.attributes &= ~0b110
        }
        for bit in 3...9 where lost & 1 << bit != 0 { codes.append(ArraySlice(String(20 + bit).utf8)) }
        for bit in 1...9 where wanted.attributes & ~from.attributes & 1 << bit != 0 {
            codes.append(ArraySlice(String(bit).utf8))
        }
        if from.foreground != wanted.foreground { codes.append(wanted.foreground) }
        if from.ground != wanted.ground { codes.append(wanted.ground) }
        output += [0x1B, UInt8(ascii: "[")]
        output += codes.joined(separator: CollectionOfOne(UInt8(ascii: ";")))
        output.append(UInt8(ascii: "m"))
        shown = wanted
    }
}
