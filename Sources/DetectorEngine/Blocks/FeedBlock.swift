import Evidence
import Feed
import Foundation
import HostileText

/// Records of the feed of one kind that follow each other in its order, packed: the first has the block's sequence, and so
/// on without a gap.
///
/// A row is an id, a revision, and what is said: nothing for the end of a thing or where a later record took its place, else
/// the ``ThingBody``.
enum FeedBlock {
    /// The most records of a block.
    static let most = 1_000

    /// The kinds that are kept in blocks, since there are many of them; all others are rows of their own.
    static let kinds: Set<FeedKind> = [.exchange, .conversation, .signal]
}

/// A record as its block holds it: an ``ExchangeSaying``, or a ``ThingRow`` for any other kind.
protocol FeedRow: Sendable {
    /// Whether it is a thing, and not the end of one.
    var isLive: Bool { get }
    /// The row of the exchange that it is about, if it is about one.
    var exchange: Int64? { get }
    /// Adds a row.
    func pack(into packer: inout RowPacker)
}

/// What the feed says of one exchange beside the exchange itself.
struct ExchangeSaying: Hashable, FeedRow {
    /// The exchange's row.
    var number: Int64
    /// 1 for what the first score said.
    var revision: Int64
    var conversation: UntrustedText
    var isInferred: Bool
    var isExemplar: Bool
    /// `{"matches":…,"target":…}`
    var findings: UntrustedText

    /// It is never the end of one: exchanges stay.
    var isLive: Bool { true }
    /// The exchange's row.
    var exchange: Int64? { number }

    /// Adds a row.
    func pack(into packer: inout RowPacker) {
        packer.add(UInt64(bitPattern: number))
        packer.add(UInt64(bitPattern: revision))
        packer.add(UInt64((isInferred ? 1 : 0) | (isExemplar ? 2 : 0)))
        packer.add(own: conversation)
        packer.add(findings)
        packer.endRow()
    }

    init(
        number: Int64, revision: Int64, conversation: UntrustedText, isInferred: Bool, isExemplar: Bool,
        findings: UntrustedText
    ) {
        self.number = number
        self.revision = revision
        self.conversation = conversation
        self.isInferred = isInferred
        self.isExemplar = isExemplar
        self.findings = findings
    }

    /// Reads the row at which a reader is.
    init(_ rows: inout PackedRows.Reader) throws {
        number = Int64(try rows.count())
        revision = Int64(try rows.count())
        let flags = try rows.number()
        isInferred = flags & 1 != 0
        isExemplar = flags & 2 != 0
        conversation = UntrustedText(try rows.ownText())
        findings = UntrustedText(try rows.text())
    }

    /// Stands for everything that is said, so that a change is noticed.
    var fingerprint: Fingerprint {
        Fingerprint { hasher in
            hasher.combine(conversation)
            hasher.combine(isInferred)
            hasher.combine(isExemplar)
            hasher.combine(findings)
        }
    }

    /// The document that the feed has of an exchange, without its text.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold.
    func document(of exchange: Exchange) throws -> Data {
        var exchange = exchange
        exchange.text = nil
        apply(to: &exchange)
        var document = Data(#"{"exchange":"#.utf8)
        document.append(try FeedDocument.encode(exchange))
        document.append(UInt8(ascii: ","))
        document.append(contentsOf: findings.verbatim.utf8.dropFirst())
        return document
    }

    /// Says which conversation an exchange belongs to, where the log does not.
    func apply(to exchange: inout Exchange) {
        guard exchange.conversation?.text != conversation || isInferred != (exchange.conversationIsInferred ?? false)
        else { return }
        exchange.conversation = ConversationID(conversation)
        exchange.conversationIsInferred = isInferred
    }
}
