public import DequeModule
public import Evidence
public import Feed
public import Foundation
public import HostileText

/// Where exchanges live and are scored, and what serves the feed that comes of it.
///
/// Everything that a caller is told is done is stored for good: a process killed after an answer has lost nothing, and one
/// killed before it has left nothing half done.
public protocol Engine: Sendable {
    /// Hashes the private details of exchanges and packs the rest. It stores nothing, so that one batch may be prepared
    /// while another is stored.
    ///
    /// - Parameter batch: taken apart where it lies if nobody else holds it, else copied.
    /// - Throws: `EncodingError` for what JSON cannot hold.
    func prepare(_ batch: consuming Deque<LoggedExchange>) throws -> PreparedBatch

    /// The exchange with its private details hashed, for a reader who does not want to hash for each what many have alike.
    func hide(_ logged: LoggedExchange) -> Exchange

    /// Stores exchanges of a log; the whole batch is one transaction.
    ///
    /// - Returns: what became of each, in order.
    func ingest(_ batch: PreparedBatch) async throws -> [Intake]

    /// Stores models' releases; of several times for one model the first in the log counts.
    ///
    /// - Returns: how many were new.
    func ingest(releases: [Release]) async throws -> Int

    /// Scores all exchanges up to a time, and puts what changed into the feed.
    ///
    /// - Parameters:
    ///   - asOf: exchanges after it do not count; `nil` is the time of the newest exchange.
    ///   - detect: what computes findings.
    func score(asOf: Instant?, by detect: @escaping FindingsSource) async throws -> ScoreReport

    /// Scores all exchanges again, and reads only those that came since the last score with the same resident log.
    ///
    /// - Returns: `nil` if nothing came since the last score of the state.
    func rescore(_ resident: ResidentLog, by detect: @escaping ResumedFindingsSource) async throws -> ScoreReport?

    /// The records after a cursor, oldest first.
    ///
    /// - Parameters:
    ///   - limit: the most records, 1 to 10,000. A page also ends after about 8 MB.
    ///   - includesText: whether exemplars carry their text.
    /// - Throws: ``FeedFault``.
    func page(after: FeedCursor?, limit: Int, includesText: Bool) async throws -> FeedPage

    /// The highest sequence of the feed so far, 0 for an empty one. Cheap, for a reader who waits.
    func newestSequence() async throws -> Int64

    /// One exchange with all of its text; who asked is written down first.
    ///
    /// - Returns: `nil` if there is no such exchange.
    func exchange(_ id: ExchangeID, for analyst: UntrustedText) async throws -> Exchange?

    /// Stores what an analyst did. An event that came before changes nothing.
    func receive(_ events: [EventBatch.Entry], from analyst: UntrustedText) async throws -> EventReceipt

    /// The token that a text is, if it is known, neither expired nor revoked.
    func token(_ text: String) async throws -> AccessToken?

    /// How much there is of everything.
    func census() async throws -> Census
}

extension Engine {
    /// Prepares exchanges of a log and stores them.
    ///
    /// - Returns: what became of each, in order.
    public func ingest(_ batch: [LoggedExchange]) async throws -> [Intake] {
        try await ingest(try prepare(Deque(batch)))
    }
}

/// Exchanges of a log as they will be stored, with nothing private left in them.
public struct PreparedBatch: Sendable {
    let rows: [StoredExchange]
    /// The same without texts, in blocks of ``ExchangeBlock/most``.
    let blocks: [Data]

    /// How many exchanges there are.
    public var count: Int { rows.count }

    /// What stands for the record of one of the exchanges in its log, in so far as it is stored.
    ///
    /// - Throws: `EncodingError`, or `GzipError` for a text that cannot be read.
    public func document(at place: Int) throws -> Data {
        var exchange = rows[place].exchange
        exchange.text = try rows[place].text.map { try StoredExchange.text($0) }
        return try FeedDocument.encode(exchange)
    }
}

/// What became of a logged exchange.
public enum Intake: Hashable, Sendable {
    /// It was stored.
    case new
    /// It was stored before, with the same content.
    case known
    /// Another exchange with that id and other content was stored before. That one stays.
    case conflicting
}

/// Why a page cannot be given.
public enum FeedFault: Error, Hashable, Sendable {
    /// The cursor is none of ours.
    case notACursor
    /// The cursor belongs to another history of the feed: its reader starts again.
    case anotherEpoch
}

/// How much an engine holds.
public struct Census: Hashable, Codable, Sendable {
    /// Exchanges stored.
    public var exchanges: Int
    /// Exchanges in the feed: those that a score has seen.
    public var exchangesInFeed: Int
    /// Accounts in the feed.
    public var accounts: Int
    /// Flags in the feed.
    public var flags: Int
    /// Clusters in the feed.
    public var clusters: Int
    /// Labels received.
    public var labels: Int
    /// Mutes received.
    public var mutes: Int
    /// The highest sequence of the feed.
    public var sequence: Int64
    /// How many scores have been stored.
    public var scores: Int
}
