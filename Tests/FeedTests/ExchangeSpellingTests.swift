import Evidence
import Feed
import Foundation
import TestSupport
import Testing

struct ExchangeSpellingTests {
    private func encoded(_ thing: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(thing)
    }

    @Test func `an exchange is spelt directly with the bytes that an encoder gives`() throws {
        var chance = RandomExchange(seed: 1)
        for _ in 0..<2_000 {
            let document = chance.document()
            let direct = try FeedDocument.encode(document)
            #expect(direct == (try encoded(document)), "\(String(decoding: direct, as: UTF8.self))")
            #expect(try FeedDocument.encode(document.exchange) == encoded(document.exchange))
            if let text = document.exchange.text { #expect(FeedDocument.encode(text) == (try encoded(text))) }
        }
    }

    @Test func `what a score says of an exchange completes its document`() throws {
        var chance = RandomExchange(seed: 2)
        for _ in 0..<200 {
            let document = chance.document()
            var spelt = Data(#"{"exchange":"#.utf8) + (try FeedDocument.encode(document.exchange)) + Data(",".utf8)
            spelt += FeedDocument.encodeFindings(
                target: document.target, template: document.template, matches: document.matches
            ).dropFirst()
            #expect(spelt == (try encoded(document)))
        }
    }

    @Test func `an exchange is read directly as a decoder reads it, with and without shared texts`() throws {
        var chance = RandomExchange(seed: 3)
        let pool = TextPool(places: 16)
        for _ in 0..<2_000 {
            let document = chance.document()
            let bytes = try encoded(document)
            #expect(try FeedDocument.decode(ExchangeDocument.self, from: bytes) == document)
            let exchange = try encoded(document.exchange)
            #expect(try FeedDocument.decode(Exchange.self, from: exchange) == document.exchange)
            #expect(try FeedDocument.decode(Exchange.self, from: exchange, sharing: pool) == document.exchange)
        }
    }

    @Test func `signals and conversations are spelt and read directly, too`() throws {
        var chance = RandomExchange(seed: 6)
        for _ in 0..<1_000 {
            let signal = chance.signal()
            let conversation = chance.conversation()
            #expect(try FeedDocument.encode(signal) == encoded(signal))
            #expect(try FeedDocument.encode(conversation) == encoded(conversation))
            #expect(try FeedDocument.decode(Signal.self, from: encoded(signal)) == signal)
            #expect(try FeedDocument.decode(Conversation.self, from: encoded(conversation)) == conversation)
        }
    }

    @Test func `accounts, memberships and links are spelt directly, too`() throws {
        var chance = RandomExchange(seed: 8)
        for _ in 0..<1_000 {
            let account = chance.account()
            let membership = chance.membership()
            let edge = chance.edge()
            #expect(try FeedDocument.encode(account) == encoded(account))
            #expect(try FeedDocument.encode(membership) == encoded(membership))
            #expect(try FeedDocument.encode(edge) == encoded(edge))
        }
    }

    @Test func `what is spelt in another way, or damaged, is read or refused as a decoder does`() throws {
        var chance = RandomExchange(seed: 4)
        let bytes = Array("\",:{}[]\\ 0159-+.eEu\n\u{0}tfnéa/".utf8) + [0xff, 0xc0, 0xed]
        for _ in 0..<6_000 {
            var spelt = try encoded(chance.exchange())
            for _ in 0...chance.number(below: 2) {
                let place = chance.number(below: spelt.count)
                switch chance.number(below: 4) {
                case 0: spelt[place] = bytes[chance.number(below: bytes.count)]
                case 1: spelt.insert(bytes[chance.number(below: bytes.count)], at: place)
                case 2: spelt.remove(at: place)
                default: spelt.removeLast(spelt.count - place)
                }
                if spelt.isEmpty { spelt = Data("{".utf8) }
            }
            let expected = Result { try JSONDecoder().decode(Exchange.self, from: spelt) }
            let read = Result { try FeedDocument.decode(Exchange.self, from: spelt) }
            #expect((try? read.get()) == (try? expected.get()), "\(String(decoding: spelt, as: UTF8.self))")
        }
    }

    @Test func `members of a later version are passed over`() throws {
        var chance = RandomExchange(seed: 5)
        let exchange = chance.exchange()
        let later = Data(#"{"aNewMember":[1,{"x":null}],"#.utf8) + (try encoded(exchange)).dropFirst()
        #expect(try FeedDocument.decode(Exchange.self, from: later) == exchange)
    }

    @Test func `a number that JSON cannot hold is refused`() throws {
        var exchange = Exchange(id: ExchangeID("e"), account: AccountID("a"), at: Instant(milliseconds: 0))
        exchange.usage.cost = .nan
        #expect(throws: EncodingError.self) { try FeedDocument.encode(exchange) }
    }
}
