import Foundation
import Testing

/// Text that attacks terminals goes the whole way, in every field that a client can choose, and reaches no terminal.
@Suite(.serialized) struct HostileTests {
    let detector: Detector
    let payloads: [Payload]
    private let log: HostileLog

    init() throws {
        payloads = try Payload.all()
        let folder = try Folder()
        try Programs.expect(
            Programs.detector,
            ["simulate", "--out", folder.path("log"), "--accounts", "400", "--exchanges", "4000", "--seed", "3"])
        let simulated = try Programs.expect(
            URL(fileURLWithPath: "/usr/bin/env"), ["gzip", "-dc", folder.path("log/log.jsonl.gz")])
        log = HostileLog(from: Data(simulated.utf8), payloads: payloads)
        detector = try Detector(log: log.lines)
        try detector.serve()
        try console(detector.sync(into: detector.folder.cache))
    }

    @discardableResult
    func console(_ arguments: [String]) throws -> String {
        try Programs.expect(Programs.console, arguments, environment: detector.environment)
    }

    @Test func `no record is lost, every payload can be read, and none reaches a terminal`() throws {
        try expectAllPrinted()
        try expectAllReadable()
        try expectCleanExits()
        try expectNothingSent()
    }

    /// No record is lost, and what is printed holds nothing hostile.
    private func expectAllPrinted() throws {
        let count = try console(["sql", "SELECT count(*) AS n FROM exchange", "--json"])
        #expect(count.contains("\(log.exchanges)"))
        for view in ["flags", "accounts", "conversations"] {
            for format in ["table", "csv", "jsonl"] {
                let printed = try console(["query", "", "--view", view, "--format", format, "--limit", "5000"])
                expectNothingHostile(printed, "\(view) as \(format)")
                #expect(printed.count > 1_000)
            }
        }
    }

    /// Every payload can be read in the reader, and none is obeyed.
    private func expectAllReadable() throws {
        let rows = try console(["query", "", "--view", "conversations", "--format", "jsonl", "--limit", "5000"])
        var toShow = Set(payloads.filter { $0.raw.count < 4_000 }.map(\.name))
        for row in rows.split(separator: "\n") {
            guard let name = payloads.first(where: { row.contains("\"\($0.name) ") })?.name, toShow.contains(name),
                let id = row.firstMatch(of: /"id":"(conv-[0-9a-f]+)"/)?.1
            else { continue }
            let drawn = try console(["screen", "reader", String(id), "--size", "160x90", "--format", "ansi"])
            expectNothingHostile(drawn, "reader of \(name)")
            if drawn.contains("END\(name)") { toShow.remove(name) }
        }
        #expect(toShow.isEmpty, "never seen whole: \(toShow.sorted())")
    }

    /// Queue, dossier, list and reader send no payload to a real terminal.
    private func expectNothingSent() throws {
        let terminal = try Terminal(Programs.console, [], environment: detector.environment, columns: 160, rows: 48)
        let sent = detector.folder.path("sent")
        try terminal.record(to: sent)
        try terminal.waitForFlag()
        for _ in 0..<12 {
            try terminal.press("y", "Enter")
            let opened = try terminal.wait(for: "SIGNALS AND", or: "WHY LINKED")
            if opened.contains("SIGNALS AND") {
                try terminal.press("w")
                try terminal.wait(for: "› Conversations")
                try terminal.press("Enter")
                try terminal.wait(for: "› Reader")
                try terminal.press("Escape", "Escape")
            }
            try terminal.press("Escape")
            try terminal.waitForFlag()
            try terminal.press("j")
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: sent))
        #expect(bytes.count > 20_000)
        var text = String(decoding: bytes, as: UTF8.self)
        #expect(Data(text.utf8) == bytes, "what was sent is no UTF-8")
        try expectCleanClipboard(in: text)
        text = text.replacing(Self.clipboard, with: "")
        // What the screen library itself sends, by the terminal's description; a payload is none of it.
        let own = try Regex(
            "\u{1B}(?:\\[[0-9;:?]*[A-Za-z]|[()][0B]|[=>78M])|\u{1B}\\[[0-9;]*@|\u{1B}\\[!p|[\u{8}\r\n\u{E}\u{F}]"
        ).matchingSemantics(.unicodeScalar)
        expectNothingHostile(text.replacing(own, with: ""), "the terminal")
        // No other command to the terminal than a copy: no title, no link, no report.
        for harm in ["\u{1B}[2J\u{1B}[H\u{1B}", "\u{1B}]", "\u{1B}P", "\u{1B}c", "\u{1B}[8;10;10t"] {
            #expect(!text.utf8.contains(harm.utf8), "\(harm.debugDescription) reached the terminal")
        }
    }

    /// Nothing but printable characters, line ends, and the colours of our own encoder.
    func expectNothingHostile(
        _ text: String, _ place: String, at location: SourceLocation = #_sourceLocation
    ) {
        let own = /\u{1B}\[[0-9;:]*m|\u{1B}\]8;;\u{1B}\\/.matchingSemantics(.unicodeScalar)
        let found = Set(text.replacing(own, with: "").unicodeScalars.filter(Self.isHostile))
        #expect(
            found.isEmpty, "\(place): \(found.map { String($0.value, radix: 16) }.sorted())", sourceLocation: location)
    }

    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFE00...0xFE0F, 0xE0000...0xE01EF, 0x3164, 0x2800, 0x115F, 0xFFA0:
            true
        default: false
        }
    }
}
