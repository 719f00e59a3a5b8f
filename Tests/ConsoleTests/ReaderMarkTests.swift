import Evidence
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ReaderMarkTests {
    /// A text as the reader marks it, line by line.
    private func marked(_ text: String, slots: [Range<Int>]) -> [String] {
        let lines = SafeText.lines(of: UntrustedText(text))
        return lines.enumerated().map { index, line in
            let next = lines.dropFirst(index + 1).lazy.compactMap(\.pieces.first).first.map { Int($0.source) }
            let start = line.pieces.first.map { Int($0.source) } ?? 0
            return StyledText(line, marking: slots.map { (bytes: $0, tag: Style.slot) })
                .bracing(slots, from: start, before: next).text.description
        }
    }

    @Test func `a slot stands in braces`() {
        #expect(marked("Grade answer 7 now", slots: [13..<14]) == ["Grade answer {7} now"])
    }

    @Test func `a slot of several lines has its braces at its ends`() {
        #expect(marked("from one\ntwo\nto three", slots: [5..<15]) == ["from {one", "two", "to} three"])
    }

    @Test func `slots that begin and end with lines keep their braces`() {
        #expect(marked("one\ntwo\nthree", slots: [0..<3, 8..<13]) == ["{one}", "two", "{three}"])
    }
}
