/// A program with which an account asks.
struct Client: Sendable, Hashable {
    /// What it calls itself.
    var userAgent: String
    /// The fingerprint of its TLS greeting, which all users of its library share.
    var fingerprint: String

    /// Libraries, the most used first, with their versions.
    private static let libraries: [(String, [String])] = [
        ("example-sdk-python/", ["1.40.2", "1.39.0", "1.36.1", "1.30.0"]),
        ("python-httpx/", ["0.27.0", "0.28.1", "0.26.0"]),
        ("example-sdk-js/", ["4.12.0", "4.11.3", "4.8.0"]),
        ("python-requests/", ["2.32.3", "2.31.0", "2.28.2"]),
        ("axios/", ["1.7.9", "1.6.8"]),
        ("aiohttp/", ["3.10.5", "3.9.3", "3.8.6"]),
        ("go-http-client/", ["1.1", "2.0"]),
        ("okhttp/", ["4.12.0", "4.9.3"]),
        ("curl/", ["8.5.0", "7.88.1", "8.9.1"]),
        ("reqwest/", ["0.12.4", "0.11.27"]),
        ("example-sdk-java/", ["2.3.0", "2.1.4"]),
        ("guzzle/", ["7.9.2", "7.5.0"]),
    ]
    private static let apps: [(String, [String])] = [
        ("chat-web/", ["2026.18", "2026.19", "2026.20", "2026.21"]),
        ("chat-phone/", ["9.4.1", "9.3.0", "9.4.2", "8.9.9"]),
        ("chat-desktop/", ["3.2.0", "3.1.4"]), ("deskpilot/", ["0.14.1", "0.13.8"]), ("notepane/", ["5.0.2", "4.8.1"]),
    ]
    private static let editors: [(String, [String])] = [
        ("openterm-coder/", ["1.9.3", "1.9.2", "1.8.0"]), ("sidepanel-ai/", ["0.31.0", "0.30.4"]),
    ]

    /// A library's client.
    static func library(_ random: inout SeededRandom) -> Client { one(of: libraries, &random) }
    /// An application that people chat in.
    static func app(_ random: inout SeededRandom) -> Client { one(of: apps, &random) }
    /// An editor's assistant other than the widely used one.
    static func editor(_ random: inout SeededRandom) -> Client { one(of: editors, &random) }
    /// The widely used coding client.
    static func codingClient(_ random: inout SeededRandom) -> Client {
        one(of: [("shellmate/", ["2.1.4", "2.1.3", "2.0.9", "2.1.0"])], &random)
    }

    private static func one(of names: [(String, [String])], _ random: inout SeededRandom) -> Client {
        let (name, versions) = names[random.zipf(below: names.count, exponent: 0.8)]
        let version = versions[random.zipf(below: versions.count, exponent: 0.8)]
        // Builds of one library on different systems greet in a few different ways.
        let system = random.zipf(below: 4, exponent: 1.2)
        var print = SeededRandom(seed: (name + version).utf8.reduce(5_381) { $0 &* 33 &+ UInt64($1) }, system)
        let head = "t13d\(print.int(13...17))\(print.int(10...16))h\(print.int(1...2))"
        return Client(userAgent: name + version, fingerprint: "\(head)_\(print.hex(12))_\(print.hex(12))")
    }
}
