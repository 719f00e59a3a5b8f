import DetectorEngine
import Evidence
import Feed
import Foundation
import HostileText
import Testing

struct IngestTests {
    @Test(arguments: [false, true])
    func `an exchange that was hashed as it was read is the one that is hashed later`(
        keepsAddresses: Bool
    ) async throws {
        let state = try TestState(keepsAddresses: keepsAddresses)
        var exchange = logged(1)
        exchange.secrets.email = "Ana@Mail.Example".untrusted
        exchange.secrets.apiKey = "sk-1".untrusted
        let hidden = LoggedExchange(hidden: state.engine.hide(exchange), unknownFields: nil)
        #expect(hidden.secrets == LoggedExchange.Secrets())
        #expect(hidden.exchange.keyHash?.isEmpty == false && hidden.exchange.origin.addressRange == "203.0.113.0/24")
        #expect(try await state.engine.ingest([hidden, exchange]) == [.new, .known])
        let stored = try await state.engine.exchange(exchange.exchange.id, for: "ana".untrusted)
        #expect(stored?.origin.address == (keepsAddresses ? "203.0.113.9".untrusted : nil))
        #expect(stored?.origin.addressHash == hidden.exchange.origin.addressHash)
    }

    @Test func `ingesting the same record twice changes nothing`() async throws {
        let state = try TestState()
        let batch = (0..<10).map { logged($0) }
        #expect(try await state.engine.ingest(batch) == Array(repeating: .new, count: 10))
        #expect(try await state.engine.ingest(batch) == Array(repeating: .known, count: 10))
        #expect(try await state.engine.ingest(batch + [logged(10), logged(10)]).suffix(2) == [.new, .known])
        #expect(try await state.engine.census().exchanges == 11)
    }

    @Test func `another record with the same id does not replace the first`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(1, text: "first")])
        #expect(try await state.engine.ingest([logged(1, text: "second")]) == [.conflicting])
        #expect(try await state.engine.ingest([logged(1, account: "acct-2", text: "first")]) == [.conflicting])
        let kept = try await state.engine.exchange(ExchangeID("req-1"), for: "ana".untrusted)
        #expect(kept?.text?.prompt == "first".untrusted)
    }

    @Test func `ids that differ only in a byte that SQLite or Unicode would pass over stay two`() async throws {
        let state = try TestState()
        let ids = ["a", "a\0b", "a\0c", "e\u{301}", "\u{E9}", "A", "a "]
        let batch = ids.map { id in
            var record = logged(1)
            record.exchange.id = ExchangeID(UntrustedText(id))
            return record
        }
        #expect(try await state.engine.ingest(batch) == Array(repeating: .new, count: ids.count))
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        let records = try await state.feed().filter { $0.kind == .exchange }
        #expect(records.map { Data($0.id.utf8) } == ids.map { Data($0.utf8) })
    }

    @Test func `a batch that fails in the middle leaves nothing of itself`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(0)])
        var bad = logged(2)
        bad.exchange.usage.cost = .infinity
        await #expect(throws: EncodingError.self) { try await state.engine.ingest([logged(1), bad, logged(3)]) }
        #expect(try await state.engine.census().exchanges == 1)
        #expect(try await state.engine.ingest([logged(1), logged(3)]) == [.new, .new])
    }

    @Test func `neither address nor key, payment or e-mail is anywhere in the state`() async throws {
        let state = try TestState()
        var record = logged(1)
        record.secrets.address = "203.0.113.77".untrusted
        record.secrets.apiKey = "sk-very-secret".untrusted
        record.secrets.payment = "card-4242".untrusted
        record.secrets.email = "Someone.Else@Mail.Example".untrusted
        record.secrets.endUser = "customer-of-customer".untrusted
        _ = try await state.engine.ingest([record])
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        var bytes = Data()
        for file in try FileManager.default.contentsOfDirectory(atPath: state.directory.path) {
            bytes += FileManager.default.contents(atPath: state.directory.path + "/" + file) ?? Data()
        }
        for secret in ["203.0.113.77", "sk-very-secret", "card-4242", "omeone.", "customer-of-customer"] {
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
        }
        let exchange = try #require(try await state.engine.exchange(ExchangeID("req-1"), for: "ana".untrusted))
        #expect(exchange.origin.addressRange == "203.0.113.0/24")
        #expect(exchange.origin.addressHash?.count == 32)
        #expect(exchange.keyHash?.count == 32 && exchange.endUserHash?.count == 32)
        #expect(exchange.standing.paymentHash?.count == 32 && exchange.standing.emailHash?.count == 32)
        #expect(exchange.standing.emailDomain == "mail.example".untrusted)
    }

    @Test func `an address is kept only where that was asked for, and makes no other record of it`() async throws {
        let state = try TestState(keepsAddresses: true)
        _ = try await state.engine.ingest([logged(1)])
        let exchange = try await state.engine.exchange(ExchangeID("req-1"), for: "ana".untrusted)
        #expect(exchange?.origin.address == "203.0.113.9".untrusted)
        let clock = state.clock
        let other = try EmbeddedEngine(state.directory, mayCreate: false) { clock.now }
        #expect(try await other.ingest([logged(1)]) == [.known])
    }

    @Test(
        arguments: [
            ("203.0.113.9", "203.0.113.0/24"), ("203.0.113.9:4711", "203.0.113.0/24"),
            ("198.51.100.1, 203.0.113.9", "198.51.100.0/24"), ("::ffff:203.0.113.9", "203.0.113.0/24"),
            ("2001:db8:1:2::3", "2001:db8:1::/48"), ("[2001:DB8:1:2::3]:443", "2001:db8:1::/48"),
            ("fe80::1%eth0", "fe80::/48"), ("unknown", nil), ("", nil),
        ] as [(String, String?)])
    func `an address stands for its range`(address: String, range: String?) async throws {
        let state = try TestState()
        var record = logged(1)
        record.secrets.address = address.untrusted
        _ = try await state.engine.ingest([record])
        let exchange = try await state.engine.exchange(ExchangeID("req-1"), for: "ana".untrusted)
        #expect(exchange?.origin.addressRange == range)
    }

    @Test func `the state is out of others' reach`() throws {
        let state = try TestState()
        func mode(_ path: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return (attributes[.posixPermissions] as? Int) ?? 0
        }
        #expect(try mode(state.directory.path) == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: state.directory.path) {
            #expect(try mode(state.directory.path + "/" + file) == (file == "quarantine" ? 0o700 : 0o600), "\(file)")
        }
    }

    @Test func `reading the same bad source twice leaves one quarantine file`() throws {
        let state = try TestState()
        for _ in 0..<2 {
            let quarantine = Quarantine(in: state.directory, for: "../../evil \u{1B}[2Jlog.jsonl")
            try quarantine.keep("{bad".untrusted, file: "log".untrusted, line: 3, reason: "no JSON".untrusted)
            let path = try #require(try quarantine.finish())
            #expect(path.hasPrefix(state.directory.quarantine + "/evil2Jlog.jsonl-"))
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: state.directory.quarantine)
        #expect(files.count == 1)
        #expect(try Quarantine(in: state.directory, for: "x").finish() == nil)
    }
}
