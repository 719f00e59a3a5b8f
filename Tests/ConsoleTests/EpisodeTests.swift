import Testing

@testable import Console

@Suite struct EpisodeTests {
    @Test func `a long gap amid traffic is a silence and one is led to its end`() {
        let found = Episode.find(in: [5, 6, 5, 0, 0, 0, 0, 7, 6])
        #expect(found == [Episode(kind: .silence, buckets: 3..<7, exchanges: 0)])
        #expect(found.first?.focus == 7)
    }

    @Test func `the nights of an ordinary week are no silences`() {
        let week = Array(repeating: [4, 5, 0, 0], count: 7).flatMap { $0 }
        #expect(Episode.find(in: week).isEmpty)
    }

    @Test func `a silence among nights is found`() {
        let nights = Array(repeating: [4, 5, 0, 0], count: 4).flatMap { $0 }
        let found = Episode.find(in: nights + Array(repeating: 0, count: 8) + nights)
        #expect(found.map(\.buckets) == [14..<24])
    }

    @Test func `several times the usual is a burst`() {
        let found = Episode.find(in: [3, 4, 3, 40, 38, 3, 4, 3])
        #expect(found == [Episode(kind: .burst, buckets: 3..<5, exchanges: 78)])
    }

    @Test func `what comes before the first exchange and after the last is no silence`() {
        #expect(Episode.find(in: [0, 0, 0, 5, 5, 5, 0, 0, 0]).isEmpty)
    }

    @Test func `nothing at all is nothing`() {
        #expect(Episode.find(in: []).isEmpty)
        #expect(Episode.find(in: [0, 0, 0]).isEmpty)
    }
}
