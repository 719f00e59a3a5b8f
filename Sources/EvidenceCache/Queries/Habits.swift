public import Evidence
import GRDB
public import HostileText

/// A way in which an account asks, and how many of its newest exchanges do.
public struct Habit: Hashable, Sendable {
    /// What is asked for.
    public var kind: Kind
    /// Which value.
    public var value: Value
    /// The exchanges.
    public var exchanges: Int

    /// What can be asked for.
    public enum Kind: Int, CaseIterable, Hashable, Sendable {
        /// The sampling temperature.
        case temperature
        /// The most tokens that the response might have.
        case maxTokens
        /// Whether the response was streamed.
        case stream
        /// The operation, such as `chat`.
        case operation
        /// Why the model stopped.
        case finish
        /// A tool that was offered.
        case tool
    }

    /// A value of a parameter.
    public enum Value: Hashable, Sendable {
        /// A number.
        case number(Double)
        /// Yes or no.
        case flag(Bool)
        /// A word of the client's.
        case text(UntrustedText)
    }
}

/// How an account asks.
public struct Habits: Hashable, Sendable {
    /// The ways, by kind, the most frequent first.
    public var rows: [Habit]
    /// How many of the newest exchanges were looked at.
    public var read: Int
}

extension EvidenceCache {
    /// How an account asks: parameters, tools, how responses end, in its newest exchanges.
    ///
    /// - Parameter limit: how many exchanges are looked at.
    public func habits(of account: AccountID, limit: Int = 2_000) throws -> Habits {
        try read { db in
            var counts: [Habit.Kind: [Habit.Value: Int]] = [:]
            var read = 0
            try db.step(
                """
                SELECT g.document, count(*) FROM (SELECT manner FROM exchangeFact
                    WHERE account = (SELECT key FROM accountFact WHERE id = ?) ORDER BY at DESC LIMIT ?) e
                JOIN manner g ON g.key = e.manner GROUP BY e.manner
                """, [SQLValue(account), SQLValue(limit)]
            ) { row in
                let (manner, count): (MannerFacts, Int) = (try row.document(0), row.int(1))
                read += count
                for (kind, value) in manner.habits { counts[kind, default: [:]][value, default: 0] += count }
                return true
            }
            let rows = Habit.Kind.allCases.flatMap { kind in
                (counts[kind] ?? [:]).map { Habit(kind: kind, value: $0.key, exchanges: $0.value) }
                    .sorted { ($1.exchanges, $0.value.order) < ($0.exchanges, $1.value.order) }
            }
            return Habits(rows: rows, read: read)
        }
    }
}

extension Habit.Value {
    /// Breaks ties, so that rows do not jump.
    fileprivate var order: UntrustedText {
        switch self {
        case .number(let number): UntrustedText(String(number))
        case .flag(let flag): UntrustedText(flag ? "1" : "0")
        case .text(let text): text
        }
    }
}

extension MannerFacts {
    fileprivate var habits: [(Habit.Kind, Habit.Value)] {
        var habits: [(Habit.Kind, Habit.Value)] = []
        if let temperature { habits.append((.temperature, .number(temperature))) }
        if let maxTokens { habits.append((.maxTokens, .number(Double(maxTokens)))) }
        if let stream { habits.append((.stream, .flag(stream))) }
        if let operation { habits.append((.operation, .text(operation))) }
        if let finishReason { habits.append((.finish, .text(finishReason))) }
        return habits + Set(tools ?? []).map { (.tool, .text($0)) }
    }
}
