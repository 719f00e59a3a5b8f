import Evidence
import HostileText

/// Some lines of a source that follow each other, to be read by whoever takes them.
package struct LinePortion: Sendable {
    /// The portions before it.
    package let number: Int
    /// What came after its lines, if it is the last: nothing, a damaged end, or an error.
    var end = End.none
    private var bytes: [UInt8] = []
    private var cuts: [(range: Range<Int>, offset: Int, number: Int, excess: Cut.Excess?)] = []

    /// What may come after the lines of a source.
    enum End: Sendable {
        case none
        /// A gzip stream that breaks off, after so many lines and bytes.
        case damaged(line: Int, offset: Int)
        case failed(any Error)
    }

    init(number: Int) {
        self.number = number
    }

    /// How many lines there are that are not blank, and how many bytes they have.
    var count: Int { cuts.count }
    var byteCount: Int { bytes.count }

    /// Takes the next line.
    mutating func add(_ cut: Cut) {
        cuts.append((bytes.count..<(bytes.count + cut.bytes.count), cut.offset, cut.number, cut.excess))
        bytes.append(contentsOf: cut.bytes)
    }

    /// Hands each line to `body`.
    func forEach(_ body: (Cut) throws -> Void) rethrows {
        try bytes.withUnsafeBufferPointer { bytes in
            for cut in cuts {
                try body(
                    Cut(
                        bytes: UnsafeBufferPointer(rebasing: bytes[cut.range]), offset: cut.offset, number: cut.number,
                        excess: cut.excess))
            }
        }
    }
}
