import Evidence
import EvidenceCache
import Feed
import HostileText
import TextUI

/// Lays a conversation out, exchange by exchange.
struct ReaderMaker {
    let conversation: ReadConversation
    let layout: ReaderPage.Layout
    var lines: [ReaderPage.Line] = []
    var turns: [Int] = []
    var summary = 0
    var isClipped = false
    /// What matched where, for the summary at the end.
    var found = ReaderFindings()

    init(_ conversation: ReadConversation, _ layout: ReaderPage.Layout) {
        self.conversation = conversation
        self.layout = layout
    }

    mutating func make() {
        var before: ExchangeText?
        if conversation.turns.contains(where: { $0.document.exchange.text == nil }) {
            addNote("no text: only what was measured of such an exchange is cached")
            addGap()
        }
        for (index, turn) in conversation.turns.enumerated() {
            turns.append(lines.count)
            if conversation.turns.count > 1 || layout.roleWidth > 0 {
                addHeader(of: turn, number: conversation.before + index + 1)
            }
            found.count(turn.document)
            if let text = turn.document.exchange.text {
                add(text, of: turn.document, after: before)
                before = text
            } else if let error = turn.document.exchange.error {
                add(error, as: "error", part: nil, matches: [])
            } else if isTextless(index + 1) {
                // Several without their text stand close together, as a list of what was measured.
                continue
            }
            addGap()
        }
        if conversation.turns.count < conversation.turnCount {
            let last = conversation.before + conversation.turns.count
            addNote(
                "exchanges \(Count.safe(conversation.before + 1)) to \(Count.safe(last, of: conversation.turnCount)) are shown; ] on the last goes on"
            )
            addGap()
        }
        summary = lines.count
        addFindings()
    }

    /// Whether an exchange is known by its figures alone.
    private func isTextless(_ index: Int) -> Bool {
        guard conversation.turns.indices.contains(index) else { return false }
        return conversation.turns[index].document.exchange.text == nil
    }

    private mutating func addHeader(of turn: CachedExchange, number: Int) {
        let exchange = turn.document.exchange
        let (at, zone) = (exchange.at, layout.zone)
        var parts: [StyledText] = []
        if conversation.turnCount > 1 {
            parts.append(StyledText("turn \(number) of \(conversation.turnCount)", .text.bold))
        }
        parts.append("\(zone.date(at)) \(zone.time(at))\(zone.suffix(at))")
        if let model = exchange.model { parts.append(StyledText(safe(model, 40), .text)) }
        parts += parameters(exchange.parameters)
        if let reason = exchange.finishReason { parts.append("finish \(safe(reason, 20))") }
        if let status = exchange.status, status != .ok {
            parts.append(StyledText(SafeText(ours: status.rawValue), .warning))
        }
        parts.append(tokens(exchange.usage))
        if let tools = exchange.tools, !tools.isEmpty {
            let names = tools.prefix(layout.width >= 110 ? 3 : 0).map { safe($0.name, 24) }.joined(separator: ", ")
            let rest: SafeText = tools.count > 3 ? " and \(tools.count - 3) more" : ""
            let count = Count.safe(tools.count, "tool")
            parts.append(names.isEmpty ? "\(count)" : "\(count): \(names)\(rest)")
        }
        if let images = exchange.images, images > 0 { parts.append("\(Count.safe(images, "image"))") }
        if let template = turn.document.template { parts.append(StyledText(safe(template.text, 20), .link)) }
        if exchange.text == nil { parts.append(StyledText("no text", .faint)) }
        for line in parts.joined(separator: "  ").wrapped(to: layout.width) {
            lines.append(ReaderPage.Line(text: line, style: .muted, isHeader: true))
        }
    }

    /// What the client asked of the sampler; what the log does not carry is left out.
    private func parameters(_ asked: Exchange.Parameters) -> [StyledText] {
        var parts: [StyledText] = []
        if let heat = asked.temperature {
            let places = (heat * 10).rounded() == heat * 10 ? 1 : 2
            parts.append("temp \(SafeText(ours: Count.decimal(heat, places)))")
        }
        if let most = asked.maxTokens { parts.append("max \(Count.safe(most))") }
        if asked.stream == true { parts.append("streamed") }
        return parts
    }

    /// Tokens in and out, with what of them is hidden reasoning or came from the prompt cache.
    private func tokens(_ usage: Exchange.Usage) -> StyledText {
        let input = SafeText(ours: usage.input.map { Count.text($0) } ?? "–")
        let output = SafeText(ours: usage.output.map { Count.text($0) } ?? "–")
        var text: StyledText = [StyledText(input), StyledText(" → ", .faint), StyledText(output), " tok"]
        if let cached = usage.cached, cached > 0 { text += StyledText(" (\(Count.safe(cached)) cached)") }
        if let hidden = usage.reasoning, hidden > 0 { text += StyledText(" (\(Count.safe(hidden)) reasoning)") }
        return text
    }

    /// Adds what is new in a text; what the request only repeats from the exchange before is said in one line.
    private mutating func add(_ text: ExchangeText, of document: ExchangeDocument, after before: ExchangeText?) {
        if let system = text.system, system != before?.system {
            add(system, as: "system", part: .system, matches: document.matches)
        }
        let repeated = text.messages(repeatedFrom: before)
        if repeated > 0 {
            addGap()
            addNote("\(Count.safe(repeated, "message")) as before")
        }
        for (index, message) in text.messages.enumerated().dropFirst(repeated) {
            if message.role == .toolCall { found.countCall(of: message.tool ?? UntrustedText("?")) }
            add(message.content, as: role(of: message), part: .message(index), matches: document.matches)
        }
        if let response = text.response {
            add(response, as: "assistant", part: .response, matches: document.matches)
        }
        if let error = document.exchange.error { add(error, as: "error", part: nil, matches: []) }
    }

    private func role(of message: Evidence.Message) -> SafeText {
        switch message.role {
        case .system: "system"
        case .user: "user"
        case .assistant: "assistant"
        case .reasoning: "reasoning"
        case .toolCall: message.tool.map { "call \(safe($0, 24))" } ?? "call"
        case .toolResult: message.tool.map { "tool \(safe($0, 24))" } ?? "tool"
        case .other: "other"
        }
    }

    func safe(_ text: UntrustedText, _ limit: Int) -> SafeText {
        SafeText(text, as: layout.showsCodePoints ? .asciiLine : .line, limit: limit)
    }

    mutating func addGap() {
        if let last = lines.last, !last.text.isEmpty || !last.role.isEmpty { lines.append(ReaderPage.Line()) }
    }

    mutating func addNote(_ note: SafeText) {
        for line in StyledText(note).wrapped(to: layout.textWidth) {
            lines.append(ReaderPage.Line(text: line, style: .muted))
        }
    }
}

extension ExchangeText {
    /// How many of the messages repeat the request before and its response: what a client sends along each time.
    func messages(repeatedFrom before: ExchangeText?) -> Int {
        guard let before else { return 0 }
        var known = before.messages
        if let response = before.response { known.append(Evidence.Message(role: .assistant, content: response)) }
        let same = zip(messages, known).prefix { $0.role == $1.role && $0.content == $1.content }
        // One that is all the same is a request sent again, and is shown.
        return same.count < messages.count ? same.count : 0
    }
}

extension Count {
    /// A grouped number that can be drawn.
    static func safe(_ number: Int) -> SafeText { SafeText(ours: text(number)) }
    /// A count with its noun.
    static func safe(_ number: Int, _ one: String, _ many: String? = nil) -> SafeText {
        SafeText(ours: text(number, one, many))
    }
    /// A part of a whole.
    static func safe(_ part: Int, of whole: Int) -> SafeText { SafeText(ours: text(part, of: whole)) }
}
