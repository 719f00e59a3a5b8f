import Foundation
import Testing

/// Text that attacks terminals goes the whole way, in every field that a client can choose, and reaches no terminal.
@Suite(.serialized, .enabled(if: Programs.areWanted, "set STILLWATCH_END_TO_END=1")) struct HostileTests {
    /// Some of each class; the whole corpus is read as well where `STILLWATCH_SHARED` names a folder that has it.
    private static let payloads: [String] = [
        "\u{0}", "\u{7}\u{7}", "approved\u{8}\u{8}\u{8}\u{8}denied", "score=0.99\rscore=0.01", "row\nFAKE ROW", "a\tb",
        "\u{1B}c", "\u{1B}[2J\u{1B}[H", "\u{1B}]0;PWN\u{7}", "\u{1B}]52;c;UFdOCg==\u{7}", "\u{1B}P$q\u{1B}\\",
        "\u{9B}31m", "acct_\u{202E}321_gpj.exe", "jail\u{200B}break", "a\u{FEFF}b", "\u{2028}\u{2029}",
        "hello\u{E0069}\u{E0067}\u{E006E}", "a" + String(repeating: "\u{301}", count: 40), "a\u{3164}b", "a\u{2800}b",
        "👩‍🔬", "❤️", "[red]x[-]", "%s%n", "=HYPERLINK(\"http://PWN\")", "$(touch PWN)",
    ]

    private static var corpus: [String] {
        guard let folder = ProcessInfo.processInfo.environment["STILLWATCH_SHARED"],
            let data = FileManager.default.contents(atPath: folder + "/hostile/corpus.json"),
            let entries = (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]]
        else { return payloads }  // Without the corpus the payloads above must do.
        return payloads + entries.compactMap { $0["payload"] as? String }.filter { $0.utf8.count < 4_000 }
    }

    private func log(of payloads: [String]) throws -> Data {
        var lines = Data()
        for (number, payload) in payloads.enumerated() {
            for turn in 0..<3 {
                let record: [String: Any] = [
                    "id": "req-\(number)-\(turn)", "time": 1_779_333_247_000 + (number * 40 + turn) * 1_000,
                    "account": "acct-\(number)" + payload, "model": "m" + payload, "user_agent": payload + "ua",
                    "conversation": "conv-\(number)", "tools": [payload + "tool"],
                    "prompt": "P" + payload + "END\(number)",
                    "response": payload, "input_tokens": 10, "output_tokens": 20,
                ]
                lines += try JSONSerialization.data(withJSONObject: record) + Data("\n".utf8)
            }
        }
        // What strict readers refuse: a lone surrogate as an escape, and a byte that is no UTF-8.
        lines +=
            Data(#"{"id":"lone","time":1779333247000,"account":"acct-lone\ud800","prompt":"x\udfffy"}"#.utf8)
            + Data("\n".utf8)
        lines +=
            Data(#"{"id":"raw","time":1779333247000,"account":"acct-raw"#.utf8) + [0x9B, 0xC0]
            + Data(#"","prompt":"x"#.utf8) + [0xED, 0xA0, 0x80] + Data("\"}\n".utf8)
        return lines
    }

    @Test func `no payload reaches the terminal from any screen, and no record is lost`() throws {
        let payloads = Self.corpus
        let detector = try Detector(log: try log(of: payloads))
        try detector.serve()
        try Programs.expect(
            Programs.console, detector.sync(into: detector.folder.cache), environment: detector.environment)
        let count = try Programs.expect(
            Programs.console, ["sql", "SELECT count(*) AS n FROM exchange"], environment: detector.environment)
        #expect(count.contains("\(payloads.count * 3 + 2)"))

        let accounts = try Programs.expect(
            Programs.console, ["sql", "SELECT id FROM account ORDER BY id"], environment: detector.environment)
        try expectNothingHostile(accounts, "sql")
        for view in ["queue", "clusters", "targets", "labels", "cases", "sync", "activity"] {
            let drawn = try Programs.expect(
                Programs.console, ["screen", view, "--size", "160x48", "--format", "ansi"],
                environment: detector.environment)
            try expectNothingHostile(drawn, view)
        }
        for number in stride(from: 0, to: payloads.count, by: 9) {
            let drawn = try Programs.expect(
                Programs.console, ["screen", "reader", "conv-\(number)", "--size", "120x40", "--format", "ansi"],
                environment: detector.environment)
            try expectNothingHostile(drawn, "reader of conv-\(number)")
            #expect(drawn.contains("END\(number)"), "the prompt of conv-\(number) is not shown")
        }
    }

    /// Nothing but printable characters, line ends, and the colours of our own encoder.
    private func expectNothingHostile(_ text: String, _ where: String) throws {
        let own = try Regex("\u{1B}\\[[0-9;:]*m|\u{1B}\\]8;;\u{1B}\\\\")
        let rest = text.replacing(own, with: "")
        let found = rest.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFE00...0xFE0F, 0xE0000...0xE01EF, 0x3164, 0x2800, 0x115F, 0xFFA0:
                true
            default: false
            }
        }
        #expect(found.isEmpty, "\(`where`): \(Set(found.map { String($0.value, radix: 16) }).sorted())")
    }
}
