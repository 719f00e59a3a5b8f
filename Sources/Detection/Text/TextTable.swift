import Evidence
import HostileText

/// The distinct texts of one part of the exchanges, so that what is said a thousand times is read once.
struct TextTable {
    /// The part of an exchange that a table holds.
    enum Part: CaseIterable {
        /// The fixed instruction.
        case system
        /// The last message of the user.
        case prompt
    }

    /// The text's number, for each exchange; −1 where there is none.
    private(set) var textOf: [Int32] = []
    /// A hash of each text, the same in every run.
    private(set) var hashes: [UInt64] = []
    /// The place of an exchange that holds each text, and which message it is (−1: the system field).
    private(set) var sources: [(place: Int, message: Int)] = []
    /// The words of each text, as hashes.
    private(set) var words: [[UInt64]] = []
    /// The number of exchanges that hold each text.
    private(set) var uses: [Int32] = []

    /// Reads one part of all exchanges. O(bytes).
    init(_ part: Part, of exchanges: CanonicalExchanges, readings: inout Readings) {
        if exchanges.haveText {
            number(part, of: exchanges)
        } else {
            textOf = Array(repeating: -1, count: exchanges.count)
        }
        words = readings.words(of: hashes) { [sources] number in
            Self.text(part, of: exchanges[sources[number].place].text)?.text ?? UntrustedText("")
        }
    }

    private mutating func number(_ part: Part, of exchanges: CanonicalExchanges) {
        let texts = Parallel.map(exchanges.count) { place in
            Self.text(part, of: exchanges[place].text).flatMap { text, message in
                text.isEmpty ? nil : (hash: StableHash.of(text.verbatim), message: message)
            }
        }
        var numbers: [UInt64: Int32] = [:]
        textOf.reserveCapacity(exchanges.count)
        for place in exchanges.indices {
            guard let (hash, message) = texts[place] else {
                textOf.append(-1)
                continue
            }
            if let number = numbers[hash] {
                textOf.append(number)
                uses[Int(number)] += 1
                continue
            }
            let number = Int32(hashes.count)
            numbers[hash] = number
            textOf.append(number)
            hashes.append(hash)
            sources.append((place, message))
            uses.append(1)
        }
    }

    /// The text of a part, and the number of the message that holds it (−1: the system field).
    static func text(_ part: Part, of text: ExchangeText?) -> (text: UntrustedText, message: Int)? {
        guard let text else { return nil }
        switch part {
        case .system:
            if let system = text.system, !system.isEmpty { return (system, -1) }
            guard let place = text.messages.firstIndex(where: { $0.role == .system }) else { return nil }
            return (text.messages[place].content, place)
        case .prompt:
            guard let place = text.messages.lastIndex(where: { $0.role == .user }) else { return nil }
            return (text.messages[place].content, place)
        }
    }

    /// The number of distinct texts.
    var count: Int { hashes.count }
}

extension TextTable {
    /// One of the distinct texts, read from an exchange that holds it.
    func text(_ number: Int, in exchanges: CanonicalExchanges) -> UntrustedText {
        let source = sources[number]
        let text = exchanges[source.place].text
        if source.message >= 0 { return text?.messages[source.message].content ?? UntrustedText("") }
        return text?.system ?? UntrustedText("")
    }
}
