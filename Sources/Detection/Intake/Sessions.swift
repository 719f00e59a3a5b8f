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
        for (account, range) in zip(intake.accounts, intake.ranges) {
            let before = conversations.count
            var known: [ConversationID: Int] = [:]
            var open: Int?
            for place in range {
                let at = intake.exchanges[place].at
                if let id = intake.exchanges[place].conversation,
                    intake.exchanges[place].conversationIsInferred != true
                {
                    if let number = known[id] {
                        extend(number, at)
                    } else {
                        known[id] = begin(id, account, at, isInferred: false)
                    }
                    continue
                }
                if let number = open, at - conversations[number].lastAt <= Self.gap {
                    extend(number, at)
                } else {
                    let id = ConversationID("session:" + intake.exchanges[place].id.text.verbatim)
                    open = begin(id, account, at, isInferred: true)
                }
            }
            counts.append(conversations.count - before)
        }
    }

    private mutating func begin(
        _ id: ConversationID, _ account: AccountID, _ at: Instant, isInferred: Bool
    ) -> Int {
        conversations.append(
            Conversation(id: id, account: account, firstAt: at, lastAt: at, turns: 1, isInferred: isInferred))
        conversationOf.append(conversations.count - 1)
        return conversations.count - 1
    }

    private mutating func extend(_ number: Int, _ at: Instant) {
        conversations[number].lastAt = max(conversations[number].lastAt, at)
        conversations[number].turns += 1
        conversationOf.append(number)
    }

    /// The annotation of one exchange of the input, as far as conversations go.
    func annotation(ofInput index: Int, in intake: Intake, input: DetectionInput) -> ExchangeAnnotation {
        guard let place = intake.place(ofInput: index) else {
            let exchange = input.exchanges[index]
            return ExchangeAnnotation(
                exchange: exchange.id,
                conversation: exchange.conversation ?? ConversationID("session:" + exchange.id.text.verbatim),
                conversationIsInferred: exchange.conversation == nil)
        }
        let conversation = conversations[conversationOf[place]]
        return ExchangeAnnotation(
            exchange: input.exchanges[index].id, conversation: conversation.id,
            conversationIsInferred: conversation.isInferred)
    }
}
