import Evidence
import HostileText
import LogFormats
import Synchronization
import TestSupport
import Testing

/// Lines of a few accounts, with all that a field of the surroundings may be.
private func lines(seed: UInt64, count: Int) -> [String] {
    var chance = RandomExchange(seed: seed)
    func one(of choices: [String]) -> String { choices[chance.number(below: choices.count)] }
    return (0..<count).map { number in
        var line = #"{"id":"r\#(number)","time":\#(1_779_000_000_000 + number)"#
        line += one(of: [
            #","account":"a""#, #","account":"a""#, #","account":"b""#, #","account":7"#, #","account":"\u0061""#,
            #","account":null"#, #","account":"""#, #","account":["a"]"#, #","account":"b","account":"a""#,
            #","account":"b","account":"\u0061""#, #","account":"\u0062","account":"a""#, "",
        ])
        line += one(of: ["", #","ip":"203.0.113.9""#, #","ip":"2001:db8::1""#, #","ip":{"v4":"203.0.113.9"}"#])
        line += one(of: ["", #","pathway":"direct_api""#, #","pathway":"by air""#, #","pathway":true"#])
        line += one(of: ["", #","stream":true"#, #","stream":null"#, #","stream":NaN"#, #","stream":Infinity"#])
        line += one(of: ["", #","temperature":0.7"#, #","temperature":"0.7""#, #","temperature":-Infinity"#])
        line += one(of: ["", #","asn":64500"#, #","asn":-1"#, #","asn":1e3"#, #","email":"ana@mail.example""#])
        line += one(of: ["", "", #","user_agent":"\#(String(repeating: "x", count: 600 + number % 2 * 600))""#])
        line += one(of: ["", #","images":2"#, #","prompt":"Why?""#, #","tools":["bash"]"#, #","error":"broken""#])
        line += one(of: ["", #","account_created":"2026-05-07T00:00:00""#, #","plan":"tier-2","shard":7"#])
        return line + one(of: ["}", "}", "}", "} ", ",}"])
    }
}

@Test(arguments: [LogFormat.auto, .jsonl])
func `a line is read as it would be alone, whatever was read before`(format: LogFormat) throws {
    let lines = lines(seed: 5, count: 4_000)
    let together = try Reading(lines.joined(separator: "\n"), format: format)
    let apart = try lines.map { try Reading($0, format: format) }
    #expect(together.exchanges == apart.flatMap(\.exchanges))
    #expect(together.exchanges.count > 1_000)
    #expect(together.refusals.map(\.reason) == apart.flatMap(\.refusals).map(\.reason))
    let unusable = apart.reduce(into: [:]) { $0.merge($1.summary.unusableFields, uniquingKeysWith: +) }
    #expect(together.summary.unusableFields == unusable)
}

@Test func `private details that lines have alike are hashed once, and none of them is left`() throws {
    let log = lines(seed: 6, count: 2_000).joined(separator: "\n")
    let plain = try Reading(log).exchanges
    /// What stands for hashing here: the details themselves.
    func hide(_ logged: LoggedExchange) -> Exchange {
        var exchange = logged.exchange
        exchange.origin.addressHash = logged.secrets.address?.verbatim
        exchange.standing.emailHash = logged.secrets.email?.verbatim
        return exchange
    }
    var asked = 0
    var hidden: [Exchange] = []
    try LogReader().read(.bytes(Array(log.utf8), name: "test.log")) {
        asked += 1
        return hide($0)
    } each: { item in
        guard case .exchange(let logged, _) = item else { return }
        hidden.append(logged.secrets == LoggedExchange.Secrets() ? logged.exchange : hide(logged))
    }
    #expect(hidden == plain.map(hide))
    #expect(asked > 0 && asked < plain.count)
}
