import Evidence
import HostileText

/// What one text says about capability targets, whoever sent it.
struct TextTraits {
    /// The strength of each target, by its place in `CapabilityTarget.allCases`, 0 to 1.
    var strengths: [Double]

    /// Reads one text: its words by the vocabulary, its shape by its bytes. O(bytes).
    init(_ text: UntrustedText, words: [UInt64], vocabulary: Vocabulary) {
        var silence = Array(repeating: 1.0, count: CapabilityTarget.allCases.count)
        for hit in vocabulary.hits(in: words) {
            let phrase = vocabulary.phrases[hit.phrase]
            silence[phrase.target.place] *= 1 - phrase.weight
        }
        let shape = TextShape(text)
        if shape.tableLines >= 3 { silence[CapabilityTarget.dataAnalysis.place] *= 0.6 }
        if shape.longestOpaqueRun >= 96 { silence[CapabilityTarget.traceReplay.place] *= 0.45 }
        if shape.hasCode { silence[CapabilityTarget.agenticCoding.place] *= 0.6 }
        strengths = silence.map { 1 - $0 }
    }
}

/// The shape of a text, whatever its words.
struct TextShape {
    /// Lines with as many commas, semicolons, tabs or bars as the line before, and at least two, as tables have.
    private(set) var tableLines = 0
    /// The longest run of base64 letters with capitals and digits among them, in bytes.
    private(set) var longestOpaqueRun = 0
    /// Whether it holds a fence of code, a hunk of a patch or lines ending in braces or semicolons.
    private(set) var hasCode = false

    /// Reads the beginning of a text. O(bytes), at most 8 KiB.
    init(_ text: UntrustedText) {
        var text = text.verbatim
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var separators = 0
        var before = 0
        var run = 0
        var capitals = 0
        var digits = 0
        var codeLines = 0
        var last: UInt8 = 0x0a
        for place in 0..<min(bytes.count, 8_192) {
            let byte = bytes[place]
            switch byte {
            case 0x0a:
                if separators >= 2 && separators == before { tableLines += 1 }
                if last == 0x3b || last == 0x7b || last == 0x7d || last == 0x3a { codeLines += 1 }
                before = separators
                separators = 0
            case 0x2c, 0x09, 0x7c, 0x3b: separators += 1
            case 0x60 where place >= 2 && bytes[place - 1] == 0x60 && bytes[place - 2] == 0x60: codeLines += 2
            case 0x40 where place >= 1 && bytes[place - 1] == 0x40: codeLines += 2
            default: break
            }
            let isCapital = byte >= 0x41 && byte <= 0x5a
            let isDigit = byte >= 0x30 && byte <= 0x39
            if isCapital || isDigit || byte >= 0x61 && byte <= 0x7a || byte == 0x2b || byte == 0x2f || byte == 0x3d {
                run += 1
                capitals += isCapital ? 1 : 0
                digits += isDigit ? 1 : 0
                if capitals >= run / 8 && digits >= run / 16 { longestOpaqueRun = max(longestOpaqueRun, run) }
            } else {
                run = 0
                capitals = 0
                digits = 0
            }
            if byte != 0x20 && byte != 0x0d { last = byte }
        }
        hasCode = codeLines >= 2
    }
}

extension CapabilityTarget {
    /// The target's place among all.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
