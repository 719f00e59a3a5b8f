import Evidence
import HostileText

/// A turn that says nothing of its own but *go on*: what it extracts is what its conversation began with.
struct Continuation {
    /// The most words of such a turn.
    static let mostWords = 9

    private let openings: [[UInt64]]

    /// Knows the words that such turns begin with.
    init() {
        openings = Self.phrases.map { Words(UntrustedText($0)).hashes }
    }

    /// The first message of the user, if the last one, whose words are given, is a continuation.
    func beginning(of text: ExchangeText?, lastTurn words: [UInt64]) -> UntrustedText? {
        guard let text, words.count <= Self.mostWords, openings.contains(where: { words.starts(with: $0) }),
            let place = text.messages.firstIndex(where: { $0.role == .user }),
            place != text.messages.lastIndex(where: { $0.role == .user })
        else { return nil }
        return text.messages[place].content
    }

    private static let phrases = [
        "continue", "go on", "go ahead", "proceed", "next", "again", "more", "another", "give another",
        "give me another",
        "one more", "keep going", "resume", "and the next", "and then", "same for", "the next", "do the same",
        "and again",
        "继续", "下一个", "再来", "接着", "続けて", "weiter", "noch", "continua", "continúa", "continuez", "encore",
        "дальше", "продолжай", "продолжайте", "ещё", "계속",
    ]
}
