import HostileText

/// The shape of a text, whatever its words.
struct TextShape {
    /// What a text may hold.
    struct Features: OptionSet, Sendable {
        let rawValue: UInt8

        /// Three lines with as many separators as the line before, as tables have.
        static let table = Features(rawValue: 1)
        /// A long run of mixed letters and digits, as encoded bytes have.
        static let opaque = Features(rawValue: 2)
        /// Lines of a program, a fence of code or a hunk of a patch.
        static let code = Features(rawValue: 4)
        /// The path of a file.
        static let path = Features(rawValue: 8)
        /// Two numbers or more.
        static let figures = Features(rawValue: 16)
        /// Alternatives A and B, one after the other.
        static let options = Features(rawValue: 32)
        /// A name with an underscore and a bracket behind it, as functions offered to a model have.
        static let calls = Features(rawValue: 64)
    }

    /// The longest beginning that is read, in bytes.
    static let longest = 8_192

    /// What it holds.
    private(set) var features: Features = []

    /// Reads the beginning of a text. O(bytes), at most 8 KiB.
    init(_ text: UntrustedText) {
        var text = text.verbatim
        text.withUTF8 { bytes in
            let read = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, Self.longest)])
            var lines = Lines()
            var tokens = Tokens()
            for place in read.indices {
                lines.read(read[place], at: place, in: read)
                tokens.read(read[place], at: place, in: read)
            }
            lines.end(at: read.count, in: read)
            tokens.end()
            if lines.tableLines >= 3 { features.insert(.table) }
            if lines.codeLines >= 3 { features.insert(.code) }
            if lines.options >= 2 { features.insert(.options) }
            if tokens.longestOpaqueRun >= 40 { features.insert(.opaque) }
            if tokens.paths > 0 { features.insert(.path) }
            if tokens.calls > 0 && lines.codeLines == 0 { features.insert(.calls) }
            if tokens.numbers >= 2 { features.insert(.figures) }
        }
    }
}

extension TextShape {
    /// What lines say.
    private struct Lines {
        private(set) var tableLines = 0
        private(set) var codeLines = 0
        /// How many of A and B stand in order before a bracket, a full stop or a colon.
        private(set) var options = 0
        private var separators = 0
        private var before = 0
        private var start = 0
        private var last: UInt8 = 0x0a
        private var beforeLast: UInt8 = 0x0a
        private var hasKey = false

        mutating func read(_ byte: UInt8, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0x0a
            switch byte {
            case 0x0a: end(at: place, in: bytes)
            case 0x09, 0x7c: separators += 1
            case 0x2c, 0x3b: separators += next == 0x20 || next == 0x0a ? 0 : 1
            case 0x60 where next == 0x60 && last == 0x60: codeLines += 2
            case 0x40 where last == 0x40: codeLines += 2
            case 0x3a where last == 0x22: hasKey = true
            case 0x41 + UInt8(options % 2) where next == 0x29 || next == 0x2e || next == 0x3a || next == 0x5d:
                let previous = place > 0 ? bytes[place - 1] : 0x0a
                if options < 2 && [0x0a, 0x20, 0x28, 0x5b].contains(previous) { options += 1 }
            default: break
            }
            if byte != 0x20 && byte != 0x0d && byte != 0x0a {
                beforeLast = last
                last = byte
            } else if byte == 0x20 && place == start {
                start += 1
            }
        }

        /// Counts a line that ends.
        mutating func end(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
            if separators >= 2 && separators == before { tableLines += 1 }
            let isBlock = last == 0x3b || last == 0x7b || last == 0x7d || last == 0x3a && beforeLast == 0x29
            if place > start && isBlock && !hasKey { codeLines += 1 }
            if place > start && Self.openings.contains(where: { bytes[start..<place].starts(with: $0.utf8) }) {
                codeLines += 2
            }
            before = separators
            separators = 0
            start = place + 1
            last = 0x0a
            beforeLast = 0x0a
            hasKey = false
        }

        private static let openings = ["def ", "import ", "#include", "return ", "public class ", "const ", "func "]
    }

    /// What runs of letters and digits say.
    private struct Tokens {
        private(set) var longestOpaqueRun = 0
        private(set) var paths = 0
        private(set) var numbers = 0
        private(set) var calls = 0
        private var run = 0
        private var underscores = 0
        private var letters = 0
        private var digits = 0
        private var slashes = 0
        private var dot = -1
        private var isAddress = false

        mutating func read(_ byte: UInt8, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
            let isDigit = byte >= 0x30 && byte <= 0x39
            let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
            switch byte {
            case _ where isDigit:
                if place == 0 || !(0x30...0x39).contains(bytes[place - 1]) { numbers += 1 }
                digits += 1
                run += 1
            case _ where isLetter:
                letters += 1
                run += 1
            case 0x2f:
                slashes += 1
                isAddress = isAddress || place > 0 && (bytes[place - 1] == 0x2f || bytes[place - 1] == 0x3a)
                run += 1
            case 0x5f:
                underscores += 1
                run += 1
            case 0x2b, 0x3d, 0x2d: run += 1
            case 0x2e:
                dot = run
                run += 1
            default:
                if byte == 0x28 && underscores > 0 && letters > 2 { calls += 1 }
                end()
            }
        }

        /// Counts a run that ends.
        mutating func end() {
            let ending = run - dot - 1
            if dot > 0 && slashes > 0 && !isAddress && (1...4).contains(ending) { paths += 1 }
            if dot < 0 && slashes <= run / 16 && digits >= run / 12 && letters >= run / 6 {
                longestOpaqueRun = max(longestOpaqueRun, run)
            }
            run = 0
            letters = 0
            digits = 0
            slashes = 0
            underscores = 0
            dot = -1
            isAddress = false
        }
    }
}
