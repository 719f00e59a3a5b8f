import Testing

@testable import Detection

struct DerivedTests {
    private let squares = Derived(count: 4) { $0 * $0 }

    @Test func `a derived list reads as the list of what it makes`() {
        #expect(Array(squares) == [0, 1, 4, 9])
        #expect(squares == Derived([0, 1, 4, 9]))
        #expect(squares.last == 9)
    }

    @Test func `changing one element leaves the others as they were made`() {
        var changed = squares
        changed[2] = 5
        changed[0] = 7
        #expect(Array(changed) == [7, 1, 5, 9])
        #expect(Array(squares) == [0, 1, 4, 9])
    }
}
