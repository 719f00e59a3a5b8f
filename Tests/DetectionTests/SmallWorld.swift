import Evidence
import HostileText

@testable import Detection

/// A hand-made log of a few hundred exchanges, with all chance drawn from a seed.
struct SmallWorld {
    /// The first moment of the log.
    static let start = Instant(milliseconds: 1_779_235_200_000)
    /// The days of the log.
    static let days = 10

    private(set) var exchanges: [Exchange] = []
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The time that findings are for.
    var asOf: Instant { Self.start + Int64(Self.days) * Instant.day }

    mutating func chance(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    /// Words that hardly ever repeat in the same order.
    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            let letters = Array("bcdfglmnprst")
            let vowels = Array("aeiou")
            return "\(letters[chance(12)])\(vowels[chance(5)])\(letters[chance(12)])\(vowels[chance(5)])"
        }.joined(separator: " ")
    }

    /// A time by day, in the hours of a working day.
    mutating func officeTime() -> Instant {
        Self.start + Int64(chance(Self.days)) * Instant.day + Int64(8 + chance(9)) * Instant.hour
            + Int64(chance(3_600_000))
    }

    /// Any time of the log.
    mutating func anyTime() -> Instant {
        Self.start + Int64(chance(Self.days * 86_400)) * 1_000 + Int64(chance(1_000))
    }

    /// Adds an exchange of an account; the closure fills in the rest.
    mutating func add(_ account: String, at time: Instant, prompt: String, _ fill: (inout Exchange) -> Void = { _ in })
    {
        var exchange = Exchange(
            id: ExchangeID("req-\(exchanges.count)-\(account)"), account: AccountID(account), at: time)
        exchange.text = ExchangeText(messages: [Message(role: .user, content: UntrustedText(prompt))])
        exchange.standing.plan = UntrustedText("tier-1")
        exchange.usage.input = prompt.utf8.count / 4
        exchange.usage.output = 200 + chance(300)
        fill(&exchange)
        exchanges.append(exchange)
    }

    /// Adds ordinary accounts, each with its own payment and range.
    mutating func addOrdinary(_ count: Int, exchanges each: Int = 12) {
        for number in 0..<count {
            for _ in 0..<each {
                add("acct-o\(number)", at: officeTime(), prompt: words(20)) {
                    $0.standing.paymentHash = "pay-o\(number)"
                    $0.origin.addressRange = "198.51.\(number / 250).\(number % 250)/32"
                    $0.origin.userAgent = UntrustedText("app/\(number % 7)")
                }
            }
        }
    }

    /// Adds a campaign: one instruction around varied questions, payments shared by four accounts each.
    mutating func addCampaign(_ name: String, accounts: Int, exchanges each: Int = 15, sharesPayment: Bool = true) {
        var wording = SmallWorld(seed: StableHash.of(name))
        let fixed = wording.words(18)
        for number in 0..<accounts {
            for _ in 0..<each {
                add("acct-\(name)\(number)", at: anyTime(), prompt: words(12) + " " + fixed + " " + words(6)) {
                    $0.standing.paymentHash = sharesPayment ? "pay-\(name)\(number / 4)" : "pay-\(name)-\(number)"
                    $0.origin.addressRange = "203.0.113.\(number)/32"
                    $0.origin.userAgent = UntrustedText("app/\(number % 7)")
                }
            }
        }
    }
}
