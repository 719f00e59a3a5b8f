import HostileText
import Testing

@testable import Detection

@Suite("MinHash")
struct MinHashTests {
    private func shingles(_ words: Range<Int>) -> [UInt64] {
        MinHash.shingles(words.map { StableHash.mix(UInt64($0)) })
    }

    @Test func `agreement of signatures estimates similarity`() {
        let one = shingles(0..<404)
        let other = shingles(100..<504)
        let exact = MinHash.similarity(one, other)
        let agreeing = zip(MinHash.signature(one), MinHash.signature(other)).count { $0 == $1 }
        #expect(exact == 0.6)
        #expect(abs(Double(agreeing) / Double(MinHash.places) - exact) < 0.12)
    }

    @Test func `texts that nearly repeat each other share a band and others do not`() {
        let one = Set(MinHash.bandKeys(MinHash.signature(shingles(0..<100))))
        #expect(!one.isDisjoint(with: MinHash.bandKeys(MinHash.signature(shingles(5..<105)))))
        #expect(one.isDisjoint(with: MinHash.bandKeys(MinHash.signature(shingles(500..<600)))))
    }

    @Test func `numbers and letter case do not tell words apart`() {
        #expect(Words(UntrustedText("Item 12 of 40")).hashes == Words(UntrustedText("item 7 of 9001")).hashes)
    }
}
