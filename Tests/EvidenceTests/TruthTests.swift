import Foundation
import Testing

@testable import Evidence

@Suite struct TruthTests {
    private func truth(_ text: String) throws -> Truth { try JSONDecoder().decode(Truth.self, from: Data(text.utf8)) }

    @Test func `a truth needs no more than a label for each account`() throws {
        let truth = try truth(#"{"accounts":{"a":{"label":"distillation"},"b":{"label":"benign","class":null}}}"#)
        #expect(truth.accounts["a"]?.className == "harvester")
        #expect(truth.accounts["b"]?.className == "ordinary")
        #expect(truth.exchanges == nil)
    }

    @Test func `a label of others is negative`() throws {
        let truth = try truth(#"{"accounts":{"a":{"label":"heavy_user","class":"legal_batch"}},"exchanges":"x"}"#)
        #expect(truth.accounts["a"]?.label == .unsure)
        #expect(truth.accounts["a"]?.className == "legal_batch")
    }

    @Test func `a target of others is general`() throws {
        let line = Data(#"{"id":"r1","target":"chit_chat"}"#.utf8)
        let exchange = try JSONDecoder().decode(ExchangeTruth.self, from: line)
        #expect(exchange.target == .general)
        #expect(!exchange.isHarvest)
    }
}
