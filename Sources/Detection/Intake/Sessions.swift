import Evidence
import HostileText

/// The conversations of a run: the log's own where it carries them, else an account's exchanges up to a gap of 30 minutes.
struct Sessions {
    /// The gap after which a new conversation begins, in milliseconds.
    static let gap = 30 * Instant.minute

    /// The conversations, by account and time.
    private(set) var conversations: [Conversation] = []
    /// The conversation's number, for each exchange of the intake.
    private(set) var conversationOf: [Int] = []
    /// The number of conversations of each account.
    private(set) var counts: [Int] = []

    /// Groups the exchanges. O(n).
    init(_ intake: Intake) {
        conversationOf.reserveCapacity(intake.exchanges.count)
        for range in intake.ranges {
            let before = conversations.count
            var known: [ConversationID: Int] = [:]
            var open: Int?
            for place in range {
                let exchange = intake.exchanges[place]
                if let id = exchange.conversation, exchange.conversationIsInferred != true {
                    if let number = known[id] {
                        extend(number, with: exchange)
                    } else {
                        known[id] = begin(id, exchange, isInferred: false)
                    }
                    continue
                }
                if let number = open, exchange.at - conversations[number].lastAt <= Self.gap {
                    extend(number, with: exchange)
                } else {
                    let id = ConversationID("session:" + exchange.id.text.verbatim)
                    open = begin(id, exchange, isInferred: true)
                }
            }
            counts.append(conversations.count - before)
        }
    }

    private mutating func begin(_ id: ConversationID, _ exchange: Exchange, isInferred: Bool) -> Int {
        conversations.append(
            Conversation(
                id: id, account: exchange.account, firstAt: exchange.at, lastAt: exchange.at, turns: 1,
                isInferred: isInferred))
        conversationOf.append(conversations.count - 1)
        return conversations.count - 1
    }

    private mutating func extend(_ number: Int, with exchange: Exchange) {
        conversations[number].lastAt = max(conversations[number].lastAt, exchange.at)
        conversations[number].turns += 1
        conversationOf.append(number)
    }

    /// The annotation of one exchange of the input, as far as conversations go.
    func annotation(ofInput index: Int, in intake: Intake, input: DetectionInput) -> ExchangeAnnotation {
        let exchange = input.exchanges[index]
        guard let place = intake.placeOfInput[index] else {
            return ExchangeAnnotation(
                exchange: exchange.id,
                conversation: exchange.conversation ?? ConversationID("session:" + exchange.id.text.verbatim),
                conversationIsInferred: exchange.conversation == nil)
        }
        let conversation = conversations[conversationOf[place]]
        return ExchangeAnnotation(
            exchange: exchange.id, conversation: conversation.id, conversationIsInferred: conversation.isInferred)
    }
}
