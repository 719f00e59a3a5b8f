import Evidence
import Feed
import HostileText
import TextUI

/// What was found in a conversation, summed up for the end of the reader.
struct ReaderFindings: Sendable {
    /// Each signal, with the first text that it matched and the number of exchanges.
    private(set) var signals: [(name: SignalName, first: SafeText?, count: Int)] = []
    /// Targets by the number of exchanges.
    private(set) var targets: [CapabilityTarget: Int] = [:]
    /// Templates by the number of exchanges.
    private(set) var templates: [TemplateID: Int] = [:]
    /// Hidden characters by name, in the order in which they were met, and how many of each.
    private(set) var hidden: [(name: NamedScalar, count: Int)] = []
    private(set) var hiddenCount = 0
    /// Tools that were offered, and those that were called, by name, with the number of exchanges or calls.
    private(set) var offered: [(name: UntrustedText, count: Int)] = []
    private(set) var called: [(name: UntrustedText, count: Int)] = []
    private(set) var exchanges = 0
    /// How many of them have text.
    private(set) var texts = 0

    /// Counts an exchange.
    mutating func count(_ document: ExchangeDocument) {
        exchanges += 1
        texts += document.exchange.text == nil ? 0 : 1
        targets[document.target, default: 0] += 1
        if let template = document.template { templates[template, default: 0] += 1 }
        for tool in document.exchange.tools ?? [] { Self.count(tool.name, in: &offered) }
        for name in Set(document.matches.compactMap(\.signal)).sorted(by: { $0.rawValue < $1.rawValue }) {
            if let index = signals.firstIndex(where: { $0.name == name }) {
                signals[index].count += 1
            } else {
                signals.append((name, nil, 1))
            }
        }
    }

    /// Counts a call of a tool.
    mutating func countCall(of tool: UntrustedText) { Self.count(tool, in: &called) }

    private static func count(_ name: UntrustedText, in list: inout [(name: UntrustedText, count: Int)]) {
        if let known = list.firstIndex(where: { $0.name == name }) {
            list[known].count += 1
        } else {
            list.append((name, 1))
        }
    }

    /// Counts what is in a part: what is hidden in it, and what the matches say.
    mutating func count(_ lines: [SafeText], _ text: UntrustedText, _ matches: [TextMatch]) {
        let met = lines.reduce(0) { $0 + $1.findings.hidden }
        hiddenCount += met
        if met > 0 { countHidden(in: text) }
        for match in matches {
            guard let index = signals.firstIndex(where: { $0.name == match.signal }), signals[index].first == nil
            else { continue }
            signals[index].first =
                lines.lazy.compactMap { line -> SafeText? in
                    let pieces = line.pieces(forSource: match.start..<match.end)
                    return pieces.isEmpty ? nil : line[pieces]
                }.first
        }
    }

    private mutating func countHidden(in text: UntrustedText) {
        for scalar in text.codePoints(onlyHidden: true, limit: 2_000) {
            if let known = hidden.firstIndex(where: { $0.name.codePoint == scalar.codePoint }) {
                hidden[known].count += 1
            } else {
                hidden.append((scalar, 1))
            }
        }
    }
}
