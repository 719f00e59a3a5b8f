import Evidence
import HostileText

/// The conversations of a run: the log's own where it carries them, else an account's exchanges up to a gap of 30 minutes.
struct Sessions {
    /// The gap after which a new conversation begins, in milliseconds.
    static let gap = 30 * Instant.minute

    /// A conversation without its name. 32 bytes, since there is one for nearly each exchange of some logs.
    struct Session {
        /// The place of its first exchange.
        var first: Int32
        /// How many exchanges it has.
        var turns: Int32
        var firstAt: Instant
        var lastAt: Instant
        /// Whether the log does not carry it.
        var isInferred: Bool
    }

    /// The conversations, by account and time.
    private(set) var sessions: [Session] = []
    /// The conversation's number, for each exchange of the intake.
    private(set) var sessionOf: [Int32] = []
    /// The conversations of each account.
    private var ranges: [Range<Int>] = []
    /// For each of the input's exchanges, the one with which its conversation begins; −1 for one that does not count.
    private var beginnings: [Int32]
    private let intake: Intake

    /// Groups the exchanges. O(n).
    init(_ intake: Intake) {
        self.intake = intake
        let accounts = Parallel.map(intake.ranges.count) { SessionsOfAccount(intake.ranges[$0], intake) }
        sessions.reserveCapacity(accounts.reduce(0) { $0 + $1.sessions.count })
        sessionOf.reserveCapacity(intake.exchanges.count)
        beginnings = Array(repeating: -1, count: intake.inputCount)
        beginnings.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let all = buffer
            _ = Parallel.map(accounts.count) { number in
                for (place, session) in zip(intake.ranges[number], accounts[number].sessionOf) {
                    let first = Int(accounts[number].sessions[Int(session)].first)
                    all[Int(intake.exchanges.inputIndex(of: place))] = intake.exchanges.inputIndex(of: first)
                }
            }
        }
        for account in accounts {
            let before = sessions.count
            sessionOf += account.sessionOf.lazy.map { $0 + Int32(truncatingIfNeeded: before) }
            sessions += account.sessions
            ranges.append(before..<sessions.count)
        }
    }

    /// The conversations of an account, in order of time.
    func sessions(of account: Int) -> ArraySlice<Session> { sessions[ranges[account]] }

    /// The conversation of the exchange at a place.
    func session(at place: Int) -> Session { sessions[Int(sessionOf[place])] }

    /// A conversation with its name.
    func conversation(_ number: Int) -> Conversation {
        let session = sessions[number]
        return Conversation(
            id: name(session), account: intake.exchanges[Int(session.first)].account, firstAt: session.firstAt,
            lastAt: session.lastAt, turns: Int(session.turns), isInferred: session.isInferred)
    }

    /// The name of the conversation of an exchange of the input, and whether it is inferred.
    func name(ofInput index: Int, input: DetectionInput) -> (id: ConversationID, isInferred: Bool) {
        if beginnings[index] >= 0 {
            // Not by way of the session: nothing lies farther apart than exchanges and what is known of their places.
            let first = Int(beginnings[index])
            if let known = input.exchanges[first].conversation, input.exchanges[first].conversationIsInferred != true {
                return (known, false)
            }
            return (Self.inferred(input.exchanges[first].id), true)
        }
        if let place = intake.place(ofInput: index) {
            let session = session(at: place)
            return (name(session), session.isInferred)
        }
        guard let known = input.exchanges[index].conversation else {
            return (Self.inferred(input.exchanges[index].id), true)
        }
        return (known, false)
    }

    private func name(_ session: Session) -> ConversationID {
        let first = Int(session.first)
        if !session.isInferred, let known = intake.exchanges[first].conversation { return known }
        return Self.inferred(intake.exchanges[first].id)
    }

    private static func inferred(_ first: ExchangeID) -> ConversationID {
        ConversationID("session:" + first.text.verbatim)
    }
}

/// The conversations of one account.
private struct SessionsOfAccount {
    var sessions: [Sessions.Session] = []
    /// The conversation's number among them, for each of the account's exchanges.
    var sessionOf: [Int32] = []

    init(_ range: Range<Int>, _ intake: Intake) {
        sessionOf.reserveCapacity(range.count)
        var known: [ConversationID: Int32] = [:]
        var open: Int32?
        for place in range {
            let at = intake.exchanges.times[place]
            if let id = intake.exchanges[place].conversation, intake.exchanges[place].conversationIsInferred != true {
                if let number = known[id] {
                    extend(number, at)
                } else {
                    known[id] = begin(place, at, isInferred: false)
                }
            } else if let number = open, at - sessions[Int(number)].lastAt <= Sessions.gap {
                extend(number, at)
            } else {
                open = begin(place, at, isInferred: true)
            }
        }
    }

    private mutating func begin(_ place: Int, _ at: Instant, isInferred: Bool) -> Int32 {
        let number = Int32(truncatingIfNeeded: sessions.count)
        sessions.append(
            Sessions.Session(
                first: Int32(truncatingIfNeeded: place), turns: 1, firstAt: at, lastAt: at, isInferred: isInferred))
        sessionOf.append(number)
        return number
    }

    private mutating func extend(_ number: Int32, _ at: Instant) {
        sessions[Int(number)].lastAt = max(sessions[Int(number)].lastAt, at)
        sessions[Int(number)].turns += 1
        sessionOf.append(number)
    }
}
